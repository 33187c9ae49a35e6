"""The window on the page of practices, as tests sit down at it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.manual.catalog import load_catalog
from coach.manual.conditions import load_conditions
from coach.practice.loader import load_practices
from coach.ui.conversation import PracticeChoice
from coach.ui.live_page import LivePage
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME, Page
from coach.ui.practice import PRACTICE, practice_page
from coach.ui.practice_runner import PracticeRunner
from coach.ui.theme import Palette, Theme
from coach.ui.voice_panel import VoiceTables

SCRIPTS = load_practices()


class Desk:
    """The window on the page of practices, with a camera and no microphone."""

    def __init__(self, factory: Any, tables: VoiceTables, palette: Palette, size: tuple[int, int]) -> None:
        theme = Theme(palette)
        self.live = LivePage(factory, load_catalog(), load_conditions(), tables, theme)
        self.page = practice_page(self.live, "en_vivo", theme)
        self.home = Page()
        self.window = MainWindow(
            {"en_vivo": self.live, PRACTICE: self.page, HOME: self.home}, PRACTICE, palette=palette
        )
        runner = self.live.findChild(PracticeRunner)
        assert isinstance(runner, PracticeRunner)
        self.runner, self.panel = runner, runner.panel
        self.runner._arrival.setInterval(20)
        self.window.resize(*size)
        self.window.show()

    @property
    def line(self) -> str:
        return self.panel.talk.bubble.text

    @property
    def practice_is_over(self) -> bool:
        return self.panel.ending.isVisible()


def press(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(desk.window.focusWidget() or desk.window, key)


def begin(desk: Desk, qtbot: QtBot, id: str = "dominante_banco", entry: str | None = None, **how: bool) -> None:
    """The agent has chosen this (`how`: of `PracticeChoice`) and starts it; the client speaks."""
    desk.page.prepared.emit(PracticeChoice(SCRIPTS[id], entry, **how))
    desk.panel.briefing.begin.click()
    qtbot.waitUntil(lambda: desk.panel.talk.isVisible() and desk.runner.talk.talking, timeout=10_000)
