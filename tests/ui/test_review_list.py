"""The lists of the review window: a row is chosen once, however it is clicked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from coach.session.header import SessionHeader
from coach.ui.compare_panel import MOST, ComparePanel
from coach.ui.theme import DARK, LIGHT, Theme


def header(day: int) -> SessionHeader:
    return SessionHeader(f"s{day}", datetime(2026, 3, day, tzinfo=UTC), 60.0, "en_vivo", None, None, "", "whole")


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ComparePanel]:
    panel = ComparePanel(Theme(LIGHT))
    qtbot.addWidget(panel)
    panel.show_sessions([header(day) for day in range(1, MOST + 2)])
    panel.resize(400, 600)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel


def test_a_double_click_and_enter_choose_once(panel: ComparePanel) -> None:
    toggled: list[str] = []
    panel.toggled.connect(toggled.append)
    place = panel.list.visualItemRect(panel.list.item(1)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert toggled == ["s2"], "the second click of a double one is none"
    panel.list.setCurrentRow(0)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(panel.list, key)
    assert toggled == ["s2", "s1", "s1"]


def test_once_there_are_as_many_as_can_be_no_others_are_chosen(panel: ComparePanel) -> None:
    toggled: list[str] = []
    panel.toggled.connect(toggled.append)
    panel.mark([f"s{day}" for day in range(1, MOST + 1)])
    for row in (MOST - 1, MOST):
        panel.list.setCurrentRow(row)
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert toggled == [f"s{MOST}"]


def test_its_marks_take_the_colours_of_the_theme(panel: ComparePanel) -> None:
    panel.mark(["s1"])
    light = painted(panel.list.item(0))
    panel.set_theme(Theme(DARK))
    assert painted(panel.list.item(0)) != light
    panel.set_theme(Theme(LIGHT))
    assert painted(panel.list.item(0)) == light, "what was chosen stays chosen"


def painted(row: QListWidgetItem) -> QImage:
    return row.icon().pixmap(16, 16).toImage()
