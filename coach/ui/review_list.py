"""A list whose letters and digits belong to the page: they play and judge, instead of searching in it."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget


class ReviewList(QListWidget):
    """Arrows, Enter and F2 act on it as on any list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Hand on what would only be searched for."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
