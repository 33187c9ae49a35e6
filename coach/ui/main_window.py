"""The window: shows one page at a time, in the theme of the desktop, and closes once nothing is on any more."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from coach.ui.page import HOME, Page
from coach.ui.theme import Palette, Theme, qt_palette, scale_for, style_sheet, system_palette


class MainWindow(QMainWindow):
    """Begins on the first of `pages`. `palette` None follows the desktop's light or dark."""

    def __init__(self, pages: Mapping[str, Page], palette: Palette | None = None) -> None:
        super().__init__()
        self._pages = dict(pages)
        self._fixed_palette = palette
        self._theme = Theme(palette or system_palette())
        self._next: str | None = None
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
            page.home.connect(lambda: self.show_page(HOME))
            page.go.connect(self.show_page)
            page.left.connect(self._on_left)
        self.setMinimumSize(960, 640)
        self.setCentralWidget(self._stack)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        self._set_theme(self._theme)
        self._show(next(iter(self._pages)))

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_page(self, id: str) -> None:
        """Show another page, once the one that is shown has left; where there is none of that id, close.

        A window may be opened for one page alone: then there is no start screen behind it.
        """
        if self._pages.get(id) is self.page:
            return
        if id not in self._pages:
            self.close()
            return
        self._next = id
        if self.page.leave():
            self._show(id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leads home, from wherever the page made nothing else of it."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers() and self._pages.get(HOME) is not self.page:
            self.show_page(HOME)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Let the page end what it does first (a camera goes off); the window goes once that is done."""
        self._next = None
        if not self.page.leave():
            event.ignore()
            return
        for page in self._pages.values():
            page.close_down()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Grow letters and controls with the window, in a few steps."""
        super().resizeEvent(event)
        scale = scale_for(self.height())
        if scale != self._theme.scale:
            self._set_theme(Theme(self._theme.palette, scale))

    def _on_left(self) -> None:
        if self._next is None:
            self.close()
        else:
            self._show(self._next)

    def _show(self, id: str) -> None:
        page = self._pages[id]
        self._stack.setCurrentWidget(page)
        title = page.windowTitle()
        self.setWindowTitle(f"{title} · Coach" if title else "Coach")
        page.entered()

    def _follow_desktop(self) -> None:
        if self._fixed_palette is None:
            self._set_theme(Theme(system_palette(), self._theme.scale))

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(qt_palette(theme))
        self.setStyleSheet(style_sheet(theme))
        for page in self._pages.values():
            page.set_theme(theme)
