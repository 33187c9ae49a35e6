"""The card onto which recordings are dropped: how long an analysis is said to take."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.errors import KnownError
from coach.ui.intake_drop import DropCard
from coach.ui.intake_parts import failed_notice
from coach.ui.theme import LIGHT, Theme


def test_of_several_that_fail_each_is_named_once() -> None:
    """Whether any other could be analysed or not."""
    broken = Path("/a/rota.mp4"), KnownError("No pude abrir «rota.mp4»: está dañado desde su inicio.")
    ours = Path("/a/llamada.wav"), ValueError("x")
    told = failed_notice([broken, ours])
    assert told.title == "No se pudieron analizar 2 grabaciones"
    first, second = told.text.split("\n")
    assert first == str(broken[1])
    assert second.startswith("llamada.wav: No es culpa tuya")


def test_what_came_before_the_first_picture_does_not_count(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase that was typed slowly made 26 seconds of video take three minutes."""
    monkeypatch.setattr("coach.ui.intake_drop._TRUSTED_AFTER_MS", 50)
    card = DropCard(Theme(LIGHT))
    qtbot.addWidget(card)
    card.begin()
    qtbot.wait(1500)
    card.reach(0.1)
    card.say(0.1, 0)
    assert card.text.text() == "Preparando…", "one share tells no speed"
    qtbot.wait(200)
    card.reach(0.2)
    card.say(0.2, 2)
    told = re.fullmatch(r"Faltan ([\d.]+) s\. Después, 2 más\.", card.text.text())
    assert told is not None
    assert 1.0 < float(told[1]) < 4.0, "1.6 s, and 6.8 with what came before"
