"""A question before something is erased."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.ui.questions import Asks
from coach.ui.theme import LIGHT, Theme, style_sheet
from tests.support.fits import faults


class _Page(QWidget, Asks):
    pass


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[_Page]:
    """Held until the dialog, which holds it too, is gone."""
    page = _Page()
    qtbot.addWidget(page)
    page.setStyleSheet(style_sheet(Theme(LIGHT)))
    page.show()
    yield page


def test_return_leaves_everything_as_it_is_and_the_words_have_no_gaps_around_them(page: _Page) -> None:
    done: list[str] = []
    meaning = "Se borra todo lo que se guardó: lo medido y lo anotado. " * 2
    page.confirm("¿Borrar esta sesión?", meaning, lambda: done.append("erased"))
    box = page.question
    assert box is not None
    QApplication.processEvents()
    assert faults(box) == []
    assert box.accessibleDescription() == f"¿Borrar esta sesión? {meaning}", "whoever hears it knows what is asked"
    assert box.asks.geometry().top() == 18 and box.asks.height() < 30
    assert box.cancel.geometry().right() < box.use.geometry().left()
    QTest.keyPress(box, Qt.Key.Key_Return)
    assert done == [] and page.question is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_who_goes_to_the_other_button_does_it_with_any_key_that_presses(page: _Page, key: Qt.Key) -> None:
    done: list[str] = []
    page.confirm("¿Borrar esta sesión?", "Se borra todo.", lambda: done.append("erased"))
    box = page.question
    assert box is not None
    assert box.cancel.isDefault() and not box.use.isDefault()
    box.use.setFocus()
    QTest.keyClick(box.use, key)
    assert done == ["erased"] and page.question is None


def test_escape_leaves_everything_as_it_is(page: _Page) -> None:
    done: list[str] = []
    page.confirm("¿Borrar esta sesión?", "Se borra todo.", lambda: done.append("erased"))
    assert page.question is not None
    QTest.keyPress(page.question, Qt.Key.Key_Escape)
    assert done == [] and page.question is None
