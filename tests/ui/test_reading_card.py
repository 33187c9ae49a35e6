"""The guide through the reading that calibrates the rate."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach.manual.reading import load_reading
from coach.ui.live_page import LivePage
from coach.ui.reading_card import ReadingCard
from coach.ui.theme import LIGHT, Theme, style_sheet
from tests.support.layouts import layouts

TEXT = load_reading().text


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[ReadingCard]:
    parent = QWidget()
    parent.resize(900, 600)
    parent.setStyleSheet(style_sheet(Theme(LIGHT)))
    qtbot.addWidget(parent)
    parent.show()
    yield ReadingCard(TEXT, Theme(LIGHT), parent)


def buttons(card: ReadingCard) -> list[str]:
    return [button.text().replace("&", "") for button in card.findChildren(QPushButton) if button.isVisible()]


def paragraph(card: ReadingCard) -> QLabel:
    return next(label for label in card.findChildren(QLabel) if "Buenas tardes" in label.text())


def test_it_shows_the_whole_paragraph_and_how_much_was_heard(card: ReadingCard) -> None:
    assert card.isHidden()
    card.show_reading(0.0)
    assert card.isVisible()
    assert TEXT in paragraph(card).text()
    assert "Empieza cuando quieras" in card.text
    card.show_reading(0.4)
    assert card.progress == 40
    assert "sigue hasta el final" in card.text


def test_the_paragraph_fits_into_a_small_window_in_smaller_letters(card: ReadingCard) -> None:
    card.show_reading(0.0)
    large = card.fit(536, 2000)
    assert card.fit(536, large - 40) < large
    assert paragraph(card).heightForWidth(490) > 5 * paragraph(card).fontMetrics().height()
    assert card.fit(536, 2000) == large


def test_a_card_in_place_asks_for_no_layout(open_live: Callable[..., LivePage], qtbot: QtBot) -> None:
    """Once it wrote its paragraph anew with every layout, and so asked for the next, without end."""
    page = open_live(width=960, height=640)
    page.reading.show_reading(0.0)
    qtbot.wait(300)
    assert paragraph(page.reading).property("small"), "else nothing is tried twice"
    assert layouts(page.reading, qtbot) == 0


def test_it_says_why_it_hears_nothing(card: ReadingCard) -> None:
    card.show_reading(0.2)
    card.set_fault("Micrófono desconectado")
    assert card.text.endswith("Micrófono desconectado")
    card.set_fault("")
    assert card.text.endswith("sigue hasta el final.")
    assert card.progress == 20


def test_it_can_be_given_up(card: ReadingCard, qtbot: QtBot) -> None:
    card.show_reading(0.2)
    assert buttons(card) == ["Cancelar"]
    with qtbot.waitSignal(card.given_up):
        next(button for button in card.findChildren(QPushButton) if button.isVisible()).click()
    assert card.isHidden()


def test_in_the_end_it_tells_the_pace(card: ReadingCard) -> None:
    card.show_reading(0.9)
    card.show_done(152.0)
    assert "unas 150 palabras por minuto" in card.text
    assert not paragraph(card).isVisible()
    assert buttons(card) == ["Entendido"]


def test_what_was_not_this_text_can_be_read_again(card: ReadingCard, qtbot: QtBot) -> None:
    card.show_reading(0.9)
    card.show_failed()
    assert buttons(card) == ["Otra vez", "Ahora no"]
    with qtbot.waitSignal(card.begun):
        next(button for button in card.findChildren(QPushButton) if button.text() == "Otra ve&z").click()
