"""A list whose letters and digits belong to the page: they play and judge, instead of searching in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem


class ReviewList(QListWidget):
    """`chosen(QListWidgetItem)`: a row was clicked, or Enter pressed on it. Arrows and F2 act as on any list.

    Qt's own `itemActivated` comes with a double click too, and on some desktops with every click: one choice too many.
    """

    chosen = Signal(QListWidgetItem)

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)  # what is longer than the list is wide is read whole, at whatever width
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose; hand on what would only be searched for."""
        row = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if row is not None and row.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.chosen.emit(row)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
