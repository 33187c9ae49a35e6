"""The guide through the ten seconds of calibration."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from coach.core.events import CalibrationChanged
from coach.manual.conditions import load_conditions
from coach.ui.calibration_card import CalibrationCard


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[CalibrationCard]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    yield CalibrationCard(load_conditions(), parent)


def test_it_guides_and_shows_how_much_is_done(card: CalibrationCard) -> None:
    assert card.isHidden()
    card.show_progress(CalibrationChanged(1.0, 0.4, done=False, waits_for=None))
    assert card.isVisible()
    assert "mira a la cámara" in card.text
    assert card.findChildren(QProgressBar)[0].value() == 40


def test_it_tells_why_it_waits(card: CalibrationCard) -> None:
    card.show_progress(CalibrationChanged(1.0, 0.4, done=False, waits_for="nadie"))
    assert card.text == "Nadie a la vista. Acércate hasta verte en la imagen."
    card.show_progress(CalibrationChanged(1.0, 0.4, done=False, waits_for="quieto"))
    assert "sin moverte" in card.text


def test_it_goes_away_once_the_good_news_was_read(card: CalibrationCard) -> None:
    card.show_progress(CalibrationChanged(10.0, 1.0, done=True, waits_for=None))
    card.refresh(13.9)
    assert card.isVisible()
    card.refresh(14.1)
    assert card.isHidden()


def test_it_goes_away_with_the_session(card: CalibrationCard) -> None:
    card.show_progress(CalibrationChanged(10.0, 0.5, done=False, waits_for=None))
    card.refresh(None)
    assert card.isHidden()
