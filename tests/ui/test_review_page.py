"""Reviewing a recording: the real analysis of one, cancelling it, and what cannot be analysed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from coach.report.record import SessionRecord
from coach.ui import late
from coach.ui.review_page import ReviewPage
from coach.ui.theme import LIGHT, Theme

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
CLIP = FIXTURES / "clips" / "sonrisa.mp4"
LONG = FIXTURES / "demo.mp4"
VOICE = FIXTURES / "audio" / "voz_grave.wav"


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ReviewPage]:
    page = ReviewPage(late.LateAnalysis(), Theme(LIGHT), look=late.look)
    page.resize(1280, 800)
    page.show()
    yield page
    page.job.cancel()
    qtbot.waitUntil(lambda: not page.job.running, timeout=30_000)
    page.close_down()
    page.deleteLater()


def drop(page: ReviewPage, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(600, 300), copy, data, left, none))


def test_a_recording_that_is_dropped_becomes_a_record(page: ReviewPage, qtbot: QtBot) -> None:
    shares: list[float] = []
    page.job.reached.connect(shares.append)
    with qtbot.waitSignal(page.analysed, timeout=120_000) as caught:
        drop(page, CLIP)
        assert page.card.title.text() == "sonrisa.mp4"
        assert page.card.cancel.isVisible()
    record = caught.args[0]
    assert isinstance(record, SessionRecord)
    assert record.kind == "grabacion"
    assert "sonrisa" in {segment.id for segment in record.result.segments}
    assert shares == sorted(shares)
    assert shares[-1] > 0.9
    assert page.card.choose.isVisible()
    assert not page.card.cancel.isVisible()


def test_the_time_left_is_told(page: ReviewPage, qtbot: QtBot) -> None:
    page.open(LONG)
    qtbot.waitUntil(lambda: page.card.text.text().startswith("Faltan "), timeout=60_000)
    assert 0 < page.card.bar.value() < 100


def test_it_can_be_given_up(page: ReviewPage, qtbot: QtBot) -> None:
    page.open(LONG)
    qtbot.waitUntil(lambda: page.card.bar.value() > 0, timeout=60_000)
    with qtbot.waitSignal(page.job.cancelled, timeout=30_000), qtbot.assertNotEmitted(page.analysed):
        page.card.cancel.click()
    assert page.card.choose.isVisible()
    assert page.notices.isHidden()


def test_leaving_waits_until_the_analysis_has_let_go(page: ReviewPage, qtbot: QtBot) -> None:
    assert page.leave()
    page.open(LONG)
    qtbot.waitUntil(lambda: page.card.bar.value() > 0, timeout=60_000)
    with qtbot.waitSignal(page.left, timeout=30_000):
        assert not page.leave()
    assert not page.job.running


def test_what_is_no_recording_is_told_and_another_can_be_chosen(page: ReviewPage, qtbot: QtBot) -> None:
    page.open(Path(__file__))
    qtbot.waitUntil(lambda: bool(page.notices.notices), timeout=60_000)
    assert "test_review_page.py" in page.notices.notices[0].text
    assert page.card.choose.isVisible()
    with qtbot.waitSignal(page.analysed, timeout=120_000):
        page.open(VOICE)
    assert page.notices.notices == []
