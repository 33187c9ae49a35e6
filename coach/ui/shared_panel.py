"""What others shared with the person at this computer: read, gone through, answered with notes, erased."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from coach.ui.controls import plain_label, read_out
from coach.ui.panel import Panel
from coach.ui.questions import Asks
from coach.ui.shared_sessions import SharedSessions
from coach.ui.shared_table import SharedTable
from coach.ui.theme import Theme
from coach.ui.words import tr

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.sharing.received import ReceivedSession


class SharedPanel(Panel, Asks):
    """Empty, and so hidden, where there is nothing. `timeline(str)`, `answer(str)`: what is wanted of this session."""

    timeline = Signal(str)
    answer = Signal(str)

    def __init__(self, desk: SharedSessions, theme: Theme) -> None:
        super().__init__(tr("Lo que te compartieron"))
        self._desk, self._wanted = desk, True
        self._received: dict[str, ReceivedSession] = {}
        self.told = plain_label("panelText")
        self.table = SharedTable(theme)
        self.read = self._button(self.tr("&Leer su informe"), lambda: desk.open(self.table.selected[0]))
        self.review = self._button(self.tr("Línea de &tiempo"), lambda: self.timeline.emit(self.table.selected[0]))
        self.notes = self._button(
            self.tr("&Devolver mis comentarios…"), lambda: self.answer.emit(self.table.selected[0])
        )
        self.erase = self._button(self.tr("&Borrar…"), self._ask)
        self.add(self.told)
        self.add(self.table)
        row = QHBoxLayout()
        for button in (self.read, self.review, self.notes):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.erase)
        self.add_row(row)
        self.table.chosen.connect(self._settle)
        self.table.noted.connect(desk.set_name)
        self.table.unwanted.connect(self._ask)
        self.table.itemActivated.connect(self._activate)
        desk.listed.connect(self._show)
        self.set_theme(theme)
        self._show([])

    @property
    def anything(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._received)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        super().set_theme(theme)
        self.theme = theme
        self.table.set_theme(theme)

    def setVisible(self, visible: bool) -> None:  # noqa: N802
        """Where there is nothing it stays hidden, until there is."""
        self._wanted = visible
        super().setVisible(visible and self.anything)

    def _show(self, received: list[ReceivedSession]) -> None:
        chosen = self.table.selected
        self._received = {one.header.id: one for one in received}
        self.table.show_received(received)
        if chosen and chosen[0] in self._received:
            self.table.selectRow(list(self._received).index(chosen[0]))
        super().setVisible(self._wanted and self.anything)

    def _settle(self) -> None:
        """Which buttons have something to do."""
        ids = self.table.selected
        one = self._received.get(ids[0]) if len(ids) == 1 else None
        self.read.setEnabled(one is not None)
        self.review.setEnabled(one is not None)
        self.notes.setEnabled(one is not None and one.notes > 0)
        self.erase.setEnabled(bool(ids))
        self.told.setText(
            self.tr("No cuentan en tu progreso. Elige una; el nombre es solo para ti y se cambia con doble clic.")
            if one is None
            else self.tr("Todavía no has anotado nada en ella: anótalo en su línea de tiempo.")
            if not one.notes
            else self.tr("Tus comentarios listos para devolver: {}.").format(one.notes)
        )

    def _activate(self) -> None:
        ids = self.table.selected
        if len(ids) == 1:
            self._desk.open(ids[0])

    def _ask(self) -> None:
        ids = self.table.selected
        if not ids:
            return
        self.confirm(
            self.tr("¿Borrar lo que te compartieron?"),
            self.tr("Se borra aquí con todo lo que vino, y lo que anotaste. Quien te la compartió conserva la suya."),
            lambda: self._desk.delete(ids),
        )

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(read_out(text))
        button.clicked.connect(lambda: act())
        return button
