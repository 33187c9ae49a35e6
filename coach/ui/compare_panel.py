"""The earlier sessions of the same person, to choose those that are shown beneath the one under review."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QLabel, QListWidgetItem, QVBoxLayout

from coach.core.events import State
from coach.report.words import lasting
from coach.ui.controls import named, plain_label
from coach.ui.glyphs import paint_state
from coach.ui.review_glyphs import sign
from coach.ui.review_list import ReviewList
from coach.ui.theme import Theme
from coach.ui.words import kind_name, moment_in_words

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.header import SessionHeader

MOST: Final = 4
"""Beside the one under review: with more nothing can be told apart."""
_ID: Final = Qt.ItemDataRole.UserRole
_MARK_PX: Final = 16


class ComparePanel(QFrame):
    """`toggled(str)`: the session of this id is to be shown, or no longer."""

    toggled = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._theme = theme
        self._chosen: Collection[str] = ()
        self.told = plain_label("panelText")
        self.list = named(ReviewList(), "evidenceList")
        self.list.setAccessibleName(self.tr("Sesiones anteriores"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.chosen.connect(lambda row: self.toggled.emit(row.data(_ID)))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(named(QLabel(self.tr("Sesiones anteriores")), "groupTitle"))
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.mark(self._chosen)

    def show_sessions(self, headers: Sequence[SessionHeader] | None) -> None:
        """The earlier ones, newest first; None where nobody can say whose they are."""
        self.list.clear()
        self.list.setVisible(bool(headers))
        if headers is None:
            self.told.setText(
                self.tr(
                    "Ni un archivo compartido ni una carpeta dicen de quién es cada sesión. Solo una calibración "
                    "guiada muestra que dos son de la misma persona, y esta no la trae: Coach nunca compara a dos "
                    "personas."
                )
            )
            return
        how = self.tr("Elige hasta {}: cada una aparece debajo de esta, con su fecha, y un clic la reproduce.")
        self.told.setText(how.format(MOST) if headers else self.tr("No hay sesiones anteriores a esta."))
        for header in headers:
            parts = (kind_name(header.kind), lasting(header.duration_s), header.note)
            row = QListWidgetItem(f"{moment_in_words(header.started)}\n{' · '.join(part for part in parts if part)}")
            row.setData(_ID, header.id)
            self.list.addItem(row)
        self.mark(())

    def mark(self, chosen: Collection[str]) -> None:
        """Those that are shown; once there are as many as can be, no others can be chosen."""
        self._chosen = tuple(chosen)
        for place in range(self.list.count()):
            row = self.list.item(place)
            on = row.data(_ID) in chosen
            row.setIcon(self._sign(State.PRESENT if on else State.ABSENT))
            said = self.tr("a la vista") if on else self.tr("oculta")
            row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.text()}: {said}")
            enabled = on or len(chosen) < MOST
            flags = row.flags()
            row.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if enabled else flags & ~Qt.ItemFlag.ItemIsEnabled)

    def _sign(self, state: State) -> QIcon:
        color, ink = self._theme.color("accent" if state is State.PRESENT else "track"), self._theme.color("on_accent")
        return sign(
            self._theme.px(_MARK_PX),
            self.devicePixelRatioF(),
            lambda painter, box: paint_state(painter, box.adjusted(1, 1, -1, -1), state, "refuerza", color, ink),
        )
