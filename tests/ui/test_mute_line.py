"""The line that stands for the voice where there is no microphone."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from coach.ui.mute_line import MuteLine
from coach.ui.rows import elided
from coach.ui.theme import LIGHT, Theme


def test_it_is_read_whole_in_the_smallest_window(qtbot: QtBot) -> None:
    line = MuteLine(Theme(LIGHT))
    qtbot.addWidget(line)
    font = QFont(line.font())
    font.setPixelSize(13)
    room = 568 - 58  # beside the list of signals at 960 px, without the mark and its margins
    assert QFontMetricsF(font).horizontalAdvance(line.text) <= room
    assert elided(line.text, font, room) == line.text
