"""The window around the pages: which one is shown, in which colours, and when it closes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach.ui import main_window
from coach.ui.live_page import LivePage
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME, Page
from coach.ui.theme import DARK, LIGHT, Theme


class Busy(Page):
    """A page that is left only when it says so."""

    def __init__(self, title: str, busy: bool = False) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.busy, self.entries, self.closed = busy, 0, False
        self.theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme

    def entered(self) -> None:
        self.entries += 1

    def leave(self) -> bool:
        return not self.busy

    def close_down(self) -> None:
        self.closed = True


@pytest.fixture
def pages(qtbot: QtBot) -> dict[str, Busy]:
    return {HOME: Busy(""), "otra": Busy("Otra")}


@pytest.fixture
def window(qtbot: QtBot, pages: dict[str, Busy]) -> MainWindow:
    window = MainWindow(pages, palette=LIGHT)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    return window


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_focus(
    window: MainWindow, pages: dict[str, Busy], qtbot: QtBot, key: Qt.Key
) -> None:
    """As it does with the cards of the start and in every dialog; Qt's own window knows the space bar alone."""
    button, tick, pressed = QPushButton("Elegir", pages[HOME]), QCheckBox("Guardar", pages[HOME]), list[bool]()
    button.clicked.connect(lambda: pressed.append(True))
    for part in (button, tick):
        part.show()
        part.setFocus()
        QTest.keyClick(part, key)
    assert len(pressed) == 1
    assert tick.isChecked() is (key == Qt.Key.Key_Space), "what is ticked is no step"
    button.setEnabled(False)
    QTest.keyClick(button, key)
    assert len(pressed) == 1


@pytest.mark.parametrize(
    ("room", "filling"),
    [((1366, 728), True), ((1280, 720), True), ((1280, 800), True), ((1440, 860), False), ((1920, 1040), False)],
)
def test_it_opens_within_the_screen(qtbot: QtBot, pages: dict[str, Busy], room: tuple[int, int], filling: bool) -> None:
    window = MainWindow(pages, palette=LIGHT)
    qtbot.addWidget(window)
    window.open_within(QSize(*room))
    assert window.isVisible()
    assert window.isMaximized() is filling, "the button that accepts the notice must not lie below the screen"
    usual = window.normalGeometry().size()
    assert usual.width() <= room[0]
    assert usual.height() < room[1], "nor when it is made smaller again"


def escape(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Escape)


def test_it_begins_on_the_first_page(window: MainWindow, pages: dict[str, Busy]) -> None:
    assert window.page is pages[HOME]
    assert pages[HOME].entries == 1
    assert window.windowTitle() == "Coach"


def test_it_is_out_of_sight_while_what_is_under_way_is_waited_for(window: MainWindow, qtbot: QtBot) -> None:
    seen: list[bool] = []
    window.closed.connect(lambda: seen.append(window.isVisible()))
    with qtbot.waitExposed(window):
        pass
    assert window.close()
    assert seen == [False]


def test_a_page_asks_for_another_and_leads_home(window: MainWindow, pages: dict[str, Busy]) -> None:
    pages[HOME].go.emit("otra")
    assert window.page is pages["otra"]
    assert window.windowTitle() == "Otra · Coach"
    pages["otra"].home.emit()
    assert window.page is pages[HOME]
    assert pages[HOME].entries == 2


def test_escape_leads_home_and_no_further(window: MainWindow, pages: dict[str, Busy]) -> None:
    window.show_page("otra")
    escape(pages["otra"])
    assert window.page is pages[HOME]
    escape(pages[HOME])
    assert window.page is pages[HOME]
    assert window.isVisible()


def test_escape_held_down_counts_once(window: MainWindow, pages: dict[str, Busy]) -> None:
    """What it ended may have something to show yet."""
    window.show_page("otra")
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, autorep=True)
    QApplication.sendEvent(pages["otra"], again)
    assert window.page is pages["otra"]


def test_a_busy_page_is_left_once_it_is_ready(window: MainWindow, pages: dict[str, Busy]) -> None:
    pages[HOME].busy = True
    window.show_page("otra")
    assert window.page is pages[HOME]
    pages[HOME].busy = False
    pages[HOME].left.emit()
    assert window.page is pages["otra"]


def test_a_busy_page_keeps_the_window_open_until_it_is_ready(window: MainWindow, pages: dict[str, Busy]) -> None:
    pages[HOME].busy = True
    window.close()
    assert window.isVisible()
    assert not pages["otra"].closed
    pages[HOME].busy = False
    pages[HOME].left.emit()
    assert not window.isVisible()
    assert all(page.closed for page in pages.values())


def test_letters_and_controls_grow_with_the_window(window: MainWindow, pages: dict[str, Busy], qtbot: QtBot) -> None:
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: pages["otra"].theme == Theme(LIGHT, 1.2))


def test_a_desktop_that_turns_dark_darkens_the_window(
    open_live: Callable[..., LivePage], monkeypatch: pytest.MonkeyPatch
) -> None:
    live = open_live(palette=None)
    monkeypatch.setattr(main_window, "system_palette", lambda: DARK)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert live.window().palette().window().color().name() == DARK.window


def test_other_colours_come_in_steps_that_are_painted_once(
    window: MainWindow, pages: dict[str, Busy], qtbot: QtBot
) -> None:
    """Between them the window hears what is asked of it: a tenth of a second at once would be felt."""
    qtbot.waitExposed(window)
    asked: list[Theme | None] = []
    window.set_appearance(DARK, 1.0)
    QTimer.singleShot(0, lambda: asked.append(pages["otra"].theme))
    assert pages["otra"].theme == Theme(LIGHT) and not window.updatesEnabled()
    qtbot.waitUntil(window.updatesEnabled)
    assert asked == [Theme(LIGHT)]
    assert pages["otra"].theme == Theme(DARK) and DARK.accent in window.page.styleSheet()


def test_the_last_colours_chosen_are_worn(window: MainWindow, pages: dict[str, Busy], qtbot: QtBot) -> None:
    qtbot.waitExposed(window)
    window.set_appearance(DARK, 1.0)
    window.set_appearance(LIGHT, 1.2)
    qtbot.waitUntil(window.updatesEnabled)
    assert pages["otra"].theme == Theme(LIGHT, 1.2)


def test_a_window_that_is_hidden_meanwhile_is_painted_again(
    window: MainWindow, pages: dict[str, Busy], qtbot: QtBot
) -> None:
    """And wears what was chosen last, not what the steps before began."""
    qtbot.waitExposed(window)
    window.set_appearance(DARK, 1.0)
    window.hide()
    window.set_appearance(LIGHT, 1.2)
    qtbot.wait(50)
    window.show()
    assert window.updatesEnabled()
    assert pages["otra"].theme == Theme(LIGHT, 1.2)


def test_a_window_that_closes_in_other_colours_restyles_nothing_any_more(
    window: MainWindow, pages: dict[str, Busy], qtbot: QtBot
) -> None:
    qtbot.waitExposed(window)
    window.set_appearance(DARK, 1.0)
    assert window.close()
    qtbot.wait(50)
    assert pages[HOME].theme == Theme(LIGHT)
