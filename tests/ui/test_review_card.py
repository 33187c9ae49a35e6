"""What the card of the timeline says of what is picked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from coach.review.annotation import Annotation
from coach.ui.review_card import ItemCard

NOTE = Annotation("a", "s", "", 1.0, 2.0, "comment", None, "Bien", None, datetime(2026, 11, 23, 12, 0, tzinfo=UTC))


@pytest.fixture
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", ["es", "en_US"], indirect=True)
def test_when_something_was_noted_reads_like_every_other_date(language: str, qtbot: QtBot) -> None:
    """A month in words is the same day in every language."""
    card = ItemCard()
    qtbot.addWidget(card)
    card.show_item(NOTE, None)
    month = {"es": "nov", "en_US": "Nov"}[language]
    assert f"23 {month} 2026 · " in card.body.text()
