"""The lists of the review window: a row is chosen once, however it is clicked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from coach.review.listing import Listed
from coach.session.open_store import open_store
from coach.ui import review_reading
from coach.ui.compare_panel import MOST, ComparePanel
from coach.ui.theme import DARK, LIGHT, Theme
from tests.support.stores import by_keyring, session_record


def listed(day: int) -> Listed:
    return Listed(f"s{day}", datetime(2026, 3, day, tzinfo=UTC), 60.0, "en_vivo")


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ComparePanel]:
    panel = ComparePanel(Theme(LIGHT))
    qtbot.addWidget(panel)
    panel.show_sessions([listed(day) for day in range(1, MOST + 2)])
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


def test_a_recording_is_called_the_same_wherever_it_was_named(tmp_path: Path) -> None:
    """A store on a server holds what Windows wrote too; its folders are nobody's business."""
    with open_store(tmp_path, by_keyring(tmp_path / "keyring.json")) as store:
        id = store.save(session_record(kind="grabacion"))
        store.media.put(id, Path("C:\\Users\\ana\\llamada.mp4"))
        assert [one.recording for one in review_reading.listed(store)] == ["llamada.mp4"]
