"""Where the moments of the service are chosen from while a session is reviewed, by their digit or with the mouse."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from coach.manual.moments import load_moments
from coach.ui.manual_words import shown


class MomentMenu(QMenu):
    """`placed(str)`: the id of a moment of the service. `marked`: no moment, only a place to come back to."""

    placed = Signal(str)
    marked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Momento del servicio"))
        for place, row in enumerate(load_moments().values(), 1):
            action = self.addAction(f"&{place}  {shown(row.name)}")
            action.triggered.connect(lambda _=False, id=row.id: self.placed.emit(id))
        self.addSeparator()
        self.addAction(self.tr("Solo &marcar este punto")).triggered.connect(lambda: self.marked.emit())
