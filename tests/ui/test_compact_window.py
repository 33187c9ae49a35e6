"""The small window above a video call: what it shows, and that it takes nothing from anybody."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from coach.core.events import Cue, VoiceFeatures
from coach.ui.live_page import LivePage
from coach.ui.session import Phase
from tests.ui.voice import SPEAKING

CUE = Cue(1.0, "Suelta los brazos", ("brazos_cruzados",), "corrige")


def start(live: LivePage, qtbot: QtBot) -> None:
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)


def test_it_shows_the_cue_the_rate_and_what_is_on(live: LivePage, qtbot: QtBot) -> None:
    start(live, qtbot)
    live.compact.appear()
    live.controller.events.emit([VoiceFeatures(0.5, SPEAKING), CUE], None)
    qtbot.waitUntil(lambda: "palabras/min · bien" in live.compact.rate.text)
    assert live.compact.advice.text == "Suelta los brazos"
    assert live.compact.camera.accessibleName() == "Cámara encendida"
    assert live.compact.microphone.accessibleName() == "Micrófono encendido"
    assert (live.compact.seen.text(), live.compact.heard.text()) == ("Cámara", "Micrófono")
    live.compact.advice.mute.click()
    assert live.compact.advice.cue is None
    assert live.advice.cue is None


def test_without_a_microphone_it_waits_for_no_sound(live: LivePage, qtbot: QtBot) -> None:
    live.top_bar.microphone.choose(None)
    start(live, qtbot)
    live.compact.appear()
    qtbot.waitUntil(lambda: live.compact.rate.text != "")
    live.feed.refresh()
    assert live.compact.rate.text == "Sin micrófono"
    assert live.compact.heard.text() == "Sin sonido", "words, not the lamp's colour alone"


def test_whoever_writes_elsewhere_goes_on_writing(live: LivePage, qtbot: QtBot) -> None:
    if QGuiApplication.platformName() == "offscreen" and "CI" not in os.environ:
        pytest.skip("sin pantalla no hay foco que perder")
    call = QLineEdit()
    qtbot.addWidget(call)
    call.show()
    call.activateWindow()
    with qtbot.waitActive(call):
        pass
    live.compact.appear()
    qtbot.waitUntil(live.compact.isVisible)
    live.compact.show_cue(CUE)
    qtbot.wait(200)
    assert QApplication.activeWindow() is call
    focused = QGuiApplication.focusWindow()
    assert focused is call.windowHandle()


def test_o_puts_it_in_place_of_the_large_window_and_the_button_leads_back(live: LivePage, qtbot: QtBot) -> None:
    start(live, qtbot)
    QTest.keyClick(live, Qt.Key.Key_O)
    assert live.compact.isVisible()
    assert live.window().isMinimized()
    live.compact.button.click()
    assert not live.compact.isVisible()
    assert not live.window().isMinimized()


def test_o_once_more_takes_it_away_for_those_who_came_back_by_the_desktop(live: LivePage) -> None:
    QTest.keyClick(live, Qt.Key.Key_O)
    live.window().showNormal()
    QTest.keyClick(live, Qt.Key.Key_O)
    assert not live.compact.isVisible()


def test_a_window_that_filled_the_screen_fills_it_again(live: LivePage) -> None:
    live.window().showMaximized()
    live.small.turn()
    live.small.turn()
    assert live.window().isVisible()
    assert not live.window().isMinimized()
    assert live.window().isMaximized()


def test_closing_it_leads_back_and_leaving_the_page_takes_it_away(live: LivePage) -> None:
    live.small.turn()
    live.compact.close()
    assert not live.window().isMinimized()
    live.small.turn()
    assert live.leave()
    assert not live.compact.isVisible()


def test_it_can_be_dragged_and_stays_where_it_was_put(live: LivePage) -> None:
    live.compact.appear()
    before = live.compact.pos()
    grip = QPoint(10, 50)
    QTest.mousePress(live.compact, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(live.compact, grip + QPoint(40, 30))
    QTest.mouseRelease(live.compact, Qt.MouseButton.LeftButton, pos=grip)
    moved = live.compact.pos()
    assert moved != before
    live.small.leave()
    live.compact.appear()
    assert live.compact.pos() == moved
