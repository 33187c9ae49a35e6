"""The window: shows one page at a time, in the colours chosen, and closes once nothing is on any more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QStackedWidget, QToolButton, QWidget

from coach.ui.page import HOME, Page
from coach.ui.steps import Steps
from coach.ui.theme import LIGHT, Palette, Theme, qt_palette, scale_for, style_sheet, system_palette

LEAST: Final = (960, 640)
"""The least width and height of the window (px)."""
_USUAL: Final = (1280, 800)
"""How wide and high it opens (px)."""
_TITLE_BAR: Final = 40
"""The most that a desktop puts above the window (px); it tells only once the window is there."""
_LEAST_LARGE_HEIGHT: Final = 600
"""The least height (px) in units of large letters: with 690 px the window still has room on a screen of 768."""


class MainWindow(QMainWindow):
    """Begins on `first` of the `pages`.

    `guard` is asked before every other page than the first: it gives the id of the page to show in its place, or the
    same id. `palette` None follows the desktop's light or dark; `letters` (about 1) multiplies every size. `closed`
    is emitted once every page is closed down.
    """

    closed = Signal()

    def __init__(
        self,
        pages: Mapping[str, Page],
        first: str = HOME,
        guard: Callable[[str], str] = lambda id: id,
        palette: Palette | None = None,
        letters: float = 1.0,
    ) -> None:
        super().__init__()
        self._pages = dict(pages)
        self._guard = guard
        self._fixed_palette, self._letters = palette, letters
        self._theme = Theme(palette or system_palette(), letters)
        self._next: str | None = None
        self._sheet = ""
        self._steps = Steps(self)
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
            page.home.connect(lambda: self.show_page(HOME))
            page.go.connect(self.show_page)
            page.left.connect(self._on_left)
        self._set_least()
        self.setCentralWidget(self._stack)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._restyle)
        self._set_theme(self._theme)
        self._show(first)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def theme(self) -> Theme:
        """The colours and sizes of now."""
        return self._theme

    def show_page(self, id: str) -> None:
        """Show another page, once the one that is shown has left. Raises KeyError for a page that there is not."""
        id = self._guard(id)
        if self._pages[id] is self.page:
            return
        self._next = id
        if self.page.leave():
            self._show(id)

    def open_within(self, room: QSize) -> None:
        """Show it for the first time; it fills the screen where its usual size does not fit into `room` (px).

        Not every desktop keeps a window on its screen: on a laptop of 1366×768 whoever opens Coach for the first time
        would look for the button that accepts the notice below its edge.
        """
        usual = QSize(*_USUAL)
        fits = usual.boundedTo(room - QSize(0, _TITLE_BAR))
        self.resize(fits)
        if fits != usual:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)
        self.show()

    def set_appearance(self, palette: Palette | None, letters: float) -> None:
        """Other colours, or another size of everything; as in the beginning."""
        self._fixed_palette, self._letters = palette, letters
        self._set_least()
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leads home, Enter presses the button that has the focus; held down, they count once.

        Both from wherever the page made nothing else of them.
        """
        focused = self.focusWidget()
        if event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.show_page(HOME)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton | QToolButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Let the page end what it does first (a camera goes off); the window goes once that is done."""
        self._next = None
        if not self.page.leave():
            event.ignore()
            return
        self._steps.drop()
        self.hide()  # what is still to be written, or does not answer, is waited for; nobody has to look on
        for page in self._pages.values():
            page.close_down()
        self.closed.emit()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Grow letters and controls with the window, in a few steps."""
        super().resizeEvent(event)
        self._restyle()

    def _set_least(self) -> None:
        width, height = LEAST
        large = round(_LEAST_LARGE_HEIGHT * self._letters)
        self.setMinimumSize(round(width * self._letters), max(height, large))

    def _on_left(self) -> None:
        if self._next is None:
            self.close()
        else:
            self._show(self._next)

    def _show(self, id: str) -> None:
        page = self._pages[id]
        self._dress(page)
        self._stack.setCurrentWidget(page)
        title = page.windowTitle()
        self.setWindowTitle(f"{title} · Coach" if title else "Coach")
        page.entered()

    def _restyle(self) -> None:
        theme = Theme(self._fixed_palette or system_palette(), scale_for(self.height()) * self._letters)
        if theme == self._theme:
            return
        if not self.isVisible():
            self._steps.drop()
            self._set_theme(theme)
            self.setUpdatesEnabled(True)
            return
        # All at once would hold up whoever is talking to it for a tenth of a second, and be painted twice.
        self.setUpdatesEnabled(False)
        self._take_colours(theme)
        dress = [partial(self._put_on, part) for part in self.page.dressed]
        self._steps.begin((*dress, partial(self._wear, theme), partial(self.setUpdatesEnabled, True)))

    def _set_theme(self, theme: Theme) -> None:
        self._take_colours(theme)
        self._dress(self.page)
        self._wear(theme)

    def _take_colours(self, theme: Theme) -> None:
        self._theme = theme
        QApplication.setPalette(qt_palette(theme))  # the marks of check boxes and Qt's own dialogs are drawn from it
        self.setPalette(qt_palette(theme))  # at once: the application's arrives when events do
        self._sheet = style_sheet(theme)

    def _wear(self, theme: Theme) -> None:
        for page in self._pages.values():
            page.set_theme(theme)

    def _dress(self, page: Page) -> None:
        """Each page has the style sheet to itself from when it is shown: all at once took a quarter of a second."""
        for part in page.dressed:
            self._put_on(part)

    def _put_on(self, part: QWidget) -> None:
        if part.styleSheet() != self._sheet:
            part.setStyleSheet(self._sheet)


def theme_of(part: QWidget | None) -> Theme:
    """How large everything is, and in which colours, in the window that `part` stands in."""
    window = None if part is None else part.window()
    return window.theme if isinstance(window, MainWindow) else Theme(LIGHT)
