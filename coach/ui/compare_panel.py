"""The earlier sessions of the same person, to choose those that are shown beneath the one under review."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QLabel, QListWidgetItem, QVBoxLayout

from coach.core.events import State
from coach.report.words import lowered, running
from coach.review.listing import Listed
from coach.ui.controls import ChoiceBox, named, plain_label
from coach.ui.glyphs import paint_state
from coach.ui.manual_words import shown
from coach.ui.review_glyphs import sign
from coach.ui.review_list import ReviewList
from coach.ui.theme import Theme
from coach.ui.words import kind_name, moment_in_words

MOST: Final = 4
"""Beside the one under review: with more nothing can be told apart."""
_ID: Final = Qt.ItemDataRole.UserRole
_MARK_PX: Final = 16


class ComparePanel(QFrame):
    """`toggled(str)`: the session of this id is to be shown, or no longer.

    `aligned(str | None)`: at the beginning of this moment all are to be aligned, None: at their own.
    """

    toggled = Signal(str)
    aligned = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._theme = theme
        self._chosen: Collection[str] = ()
        self.told = plain_label("panelText")
        self.list = named(ReviewList(), "evidenceList")
        self.list.setAccessibleName(self.tr("Sesiones anteriores"))
        self.list.chosen.connect(lambda row: self.toggled.emit(row.data(_ID)))
        self.where = ChoiceBox(theme)
        self.where.setAccessibleName(self.tr("Alinear las sesiones"))
        self.where.setToolTip(self.tr("Alinear las sesiones (A: el momento siguiente)"))
        self.where.activated.connect(lambda place: self.aligned.emit(self.where.itemData(place)))
        self.lacking = plain_label("panelText")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(named(QLabel(self.tr("Sesiones anteriores")), "groupTitle"))
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self.where)
        column.addWidget(self.lacking)
        self.offer({}, None)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.where.set_theme(theme)
        self.mark(self._chosen)

    def offer(self, moments: Mapping[str, str], chosen: str | None, without: Sequence[str] = ()) -> None:
        """These moments, id → name, to align at, of which one is `chosen`; and the sessions `without` that one."""
        self.where.clear()
        self.where.addItem(self.tr("Alinear: al inicio"), None)
        for id, name in moments.items():
            self.where.addItem(self.tr("Alinear: {}").format(lowered(shown(name))), id)
        self.where.setCurrentIndex(self.where.findData(chosen) if chosen is not None else 0)
        self.where.setVisible(bool(moments) and bool(self._chosen))
        self.lacking.setVisible(bool(without))
        if chosen is not None and without:
            name, sessions = lowered(shown(moments[chosen])), "\n".join(without)
            self.lacking.setText(self.tr("Sin {}, y por eso al inicio:\n{}").format(name, sessions))

    def align_next(self) -> None:
        """At the moment after the one that all are aligned at now, and in the end at the start again."""
        if self.where.isVisible():
            place = (self.where.currentIndex() + 1) % self.where.count()
            self.aligned.emit(self.where.itemData(place))

    def show_sessions(self, listed: Sequence[Listed] | None) -> None:
        """The earlier ones, newest first; None where nobody can say whose they are."""
        self.list.clear()
        self.list.setVisible(bool(listed))
        if listed is None:
            self.told.setText(
                self.tr(
                    "Ni un archivo compartido ni una carpeta dicen de quién es cada sesión. Solo una calibración "
                    "guiada muestra que dos son de la misma persona, y esta no la trae: Coach nunca compara a dos "
                    "personas."
                )
            )
            return
        how = self.tr("Elige hasta {}: cada una aparece debajo de esta, con su fecha, y un clic la reproduce.")
        self.told.setText(how.format(MOST) if listed else self.tr("No hay sesiones anteriores a esta."))
        for one in listed:
            parts = (one.recording or kind_name(one.kind), running(one.duration_s), one.note)
            row = QListWidgetItem(f"{moment_in_words(one.started)}\n{' · '.join(part for part in parts if part)}")
            row.setData(_ID, one.id)
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
