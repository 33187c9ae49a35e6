"""What goes wrong while a session is being chosen is told there, once, and leaves nothing unfinished behind it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from coach.errors import KnownError
from coach.review.listing import Listed
from coach.session.store import SessionStore
from coach.session.worker import StoreWorker
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME, Page
from coach.ui.review_chooser import CHOOSER, ReviewChooser
from coach.ui.review_desk import ReviewDesk
from coach.ui.theme import LIGHT, Theme

WRONG = "Esa no es la frase de paso."
LISTED = Listed("a", datetime(2026, 11, 22, tzinfo=UTC), 60.0, "practica", "", "", 1)


def locked(address: str = "") -> SessionStore:
    raise KnownError(WRONG)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[ReviewDesk]:
    worker = StoreWorker(locked)
    desk = ReviewDesk(worker, open_there=locked)
    yield desk
    worker.close()
    desk.close_down()


@pytest.fixture
def chooser(desk: ReviewDesk, qtbot: QtBot) -> ReviewChooser:
    chooser = ReviewChooser(desk, "x", Theme(LIGHT))
    window = MainWindow({HOME: Page(), CHOOSER: chooser}, HOME, palette=LIGHT)
    qtbot.addWidget(window)
    window.show()
    return chooser


def enter(chooser: ReviewChooser) -> None:
    window = chooser.window()
    assert isinstance(window, MainWindow)
    window.show_page(CHOOSER)


def told(chooser: ReviewChooser) -> list[str]:
    return [notice.text for notice in chooser.notices.notices]


def test_a_session_with_a_long_note_is_read_whole(chooser: ReviewChooser) -> None:
    """Beside a bar to be moved, words were cut off in their midst."""
    enter(chooser)
    chooser._show([LISTED, replace(LISTED, id="b", note="doña María Guadalupe Hernández por el cargo de julio " * 6)])
    rows = [chooser.list.visualItemRect(chooser.list.item(row)) for row in range(2)]
    chooser.list.grab()
    assert not chooser.list.horizontalScrollBar().isVisible()
    assert chooser.list.horizontalScrollBar().maximum() == 0
    assert rows[1].right() <= chooser.list.viewport().width()
    assert rows[1].height() > 1.4 * rows[0].height()


def test_where_nothing_could_be_read_nothing_is_said_of_what_is_there(chooser: ReviewChooser, qtbot: QtBot) -> None:
    enter(chooser)
    qtbot.waitUntil(lambda: told(chooser) == [WRONG])
    assert chooser.told.text() == ""


def test_an_agreement_that_cannot_be_worked_out_is_not_waited_for(chooser: ReviewChooser, qtbot: QtBot) -> None:
    enter(chooser)
    qtbot.waitUntil(lambda: told(chooser) == [WRONG])
    chooser.notices.show_notices([])
    chooser._show([LISTED])
    chooser.agree.click()
    assert chooser.agreement.isVisible()
    qtbot.waitUntil(lambda: told(chooser) == [WRONG])
    assert not chooser.agreement.isVisible() and chooser.agree.isEnabled()
    assert chooser.told.text().startswith("Elige una")


def test_what_another_page_asked_for_in_vain_is_told_there(
    chooser: ReviewChooser, desk: ReviewDesk, qtbot: QtBot
) -> None:
    desk.failed.emit(KnownError("No pude guardar tu nota."))
    assert told(chooser) == []


def test_a_place_that_was_asked_for_before_the_window_was_there_is_told_of(
    desk: ReviewDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `revisar --almacen` does: so soon that it has failed already."""
    chooser = ReviewChooser(desk, "x", Theme(LIGHT))
    asked = desk._await

    def after_all(future: Future[Any], *then: Any) -> None:
        future.exception()
        asked(future, *then)

    monkeypatch.setattr(desk, "_await", after_all)
    desk.begin(None, "carpeta")
    monkeypatch.setattr(desk, "_exists", lambda: False)
    window = MainWindow({CHOOSER: chooser}, CHOOSER, palette=LIGHT)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: told(chooser) == [WRONG])
