"""The small window above a video call in place of the large one, and back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from coach.ui.compact_window import CompactWindow


class SmallWindow(QObject):
    """One of the two is there: `compact`, or the window of `page`."""

    def __init__(self, page: QWidget, compact: CompactWindow) -> None:
        super().__init__(page)
        self._page, self._compact = page, compact
        compact.back.connect(self.leave)

    def turn(self) -> None:
        """The small one; the large one again if the small one is there already."""
        if not self._compact.isVisible():
            self._compact.appear()
            self._page.window().showMinimized()
        else:
            self.leave()

    def leave(self) -> None:
        """The large one again."""
        if self._compact.isVisible():
            self._compact.hide()
            window = self._page.window()
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)  # still as large as it was
            window.show()
            window.activateWindow()
