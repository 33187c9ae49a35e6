"""The start screen from the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.errors import KnownError
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME, Page
from coach.ui.screen_glyphs import paint_live, paint_practice, paint_progress, paint_review
from coach.ui.start_card import Offer
from coach.ui.start_page import StartPage
from coach.ui.theme import LIGHT, Theme

OFFERS = [
    Offer("practica", "Practicar", "Con un cliente simulado.", paint_practice),
    Offer("en_vivo", "Atención en vivo", "Mientras atiendes.", paint_live),
    Offer("revisar", "Revisar", "Una grabación tuya.", paint_review),
    Offer("progreso", "Mi progreso", "Comparado solo contigo.", paint_progress),
]


@pytest.fixture
def start(qtbot: QtBot) -> StartPage:
    start = StartPage(OFFERS, Theme(LIGHT))
    window = MainWindow({HOME: start, "ajustes": Page()}, palette=LIGHT)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    return start


def press(start: StartPage, key: Qt.Key) -> None:
    focused = start.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def asked(start: StartPage, qtbot: QtBot, key: Qt.Key) -> str:
    start.go.disconnect()
    with qtbot.waitSignal(start.go, timeout=1000) as caught:
        press(start, key)
    page = caught.args[0]
    assert isinstance(page, str)
    return page


@pytest.mark.parametrize(("place", "offer"), list(enumerate(OFFERS)))
def test_digits_open_cards(start: StartPage, qtbot: QtBot, place: int, offer: Offer) -> None:
    assert asked(start, qtbot, Qt.Key(Qt.Key.Key_1 + place)) == offer.page


def test_the_first_card_has_the_focus_and_arrows_go_to_the_others(start: StartPage, qtbot: QtBot) -> None:
    assert start.cards[0].hasFocus()
    for key, place in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
    ):
        press(start, key)
        assert start.cards[place].hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_open_the_card_that_has_the_focus(start: StartPage, qtbot: QtBot, key: Qt.Key) -> None:
    press(start, Qt.Key.Key_Right)
    assert asked(start, qtbot, key) == "en_vivo"


def test_a_card_tells_screen_readers_what_it_is_for(start: StartPage) -> None:
    assert start.cards[3].accessibleName() == "Mi progreso"
    assert start.cards[3].accessibleDescription() == "Comparado solo contigo. Tecla 4."


def test_trouble_is_told_until_it_was_read(start: StartPage) -> None:
    start.tell(KnownError("El archivo está dañado."))
    assert start.notices.isVisible()
    assert start.notices.notices[0].text == "El archivo está dañado."
    start.notices.dismissed.emit(start.notices.notices[0].id)
    assert start.notices.isHidden()
