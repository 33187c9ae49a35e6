"""The review in the smallest window: what does not fit in one line goes on below."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.test_review_window import Open, of_demo, review, source

__all__ = ["review", "source"]
SAID = "Aquí respondiste enseguida y sin interrumpir a tu cliente, que es lo que pide el manual"


@pytest.mark.parametrize(("size", "lines"), [((960, 640), 2), ((1920, 1080), 1)])
def test_no_filter_and_no_comment_is_cut(review: Open, qtbot: QtBot, size: tuple[int, int], lines: int) -> None:
    page = review(of_demo())
    page.noting.add("comment", SAID)
    chips = [*page.filters.chips.values(), page.filters.blind, page.filters.marked]
    for chip in chips:  # a call with moments, a voice and something that hampered it shows them all
        chip.show()
    page.window().resize(*size)
    qtbot.waitUntil(lambda: len({chip.y() for chip in chips}) == lines)
    assert [chip.text() for chip in chips if chip.width() < chip.sizeHint().width()] == []
    assert max(chip.geometry().right() for chip in chips) < page.filters.width()
    listed = page.side.notes.list
    row = listed.visualItemRect(listed.item(0))
    assert row.width() <= listed.viewport().width() and row.height() >= 3 * listed.fontMetrics().height()
    assert not listed.horizontalScrollBar().isVisible()


def test_the_name_of_a_recording_leaves_room_for_its_day(review: Open) -> None:
    assert review(of_demo()).header.title.text() == "demo.mp4 · 2 mar 2026 · 2 min"
