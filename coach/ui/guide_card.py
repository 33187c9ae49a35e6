"""A card that takes the place of other parts of the live view while it guides through something."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget


class GuideCard(QFrame):
    """`resized`: it has come, has gone, or wants another height; whoever places it makes room."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calibration")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """It has come."""
        super().showEvent(event)
        self.resized.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """It has gone: what it took the place of is wanted again."""
        super().hideEvent(event)
        self.resized.emit()
