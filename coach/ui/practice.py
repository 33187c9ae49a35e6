"""Puts the practice together: the page on which it is chosen and what runs it in the live view."""

from __future__ import annotations

import random

from coach.manual.clients import load_clients
from coach.manual.moments import load_moments
from coach.practice.loader import load_practices
from coach.ui.client_voice import ClientVoice
from coach.ui.conversation import PracticeChoice
from coach.ui.live_page import LivePage
from coach.ui.manual_words import shown, table
from coach.ui.practice_runner import PracticeRunner
from coach.ui.practice_setup import PracticeSetupPage
from coach.ui.theme import Theme

PRACTICE = "practica"
"""The id of the page."""


def practice_page(live: LivePage, live_id: str, theme: Theme) -> PracticeSetupPage:
    """The page, which leads to the live view (a page of the id `live_id`) and is led back to from there."""
    voice = ClientVoice(live)
    moments = {id: shown(moment.name) for id, moment in load_moments().items()}
    # Which scene comes as a surprise is no secret.
    page = PracticeSetupPage(table(load_clients()), load_practices, moments, voice, random.choice, theme)  # noqa: S311
    runner = PracticeRunner(live, voice, theme)

    def begin(choice: PracticeChoice) -> None:
        page.go.emit(live_id)
        runner.prepare(choice)

    page.prepared.connect(begin)
    page.themed.connect(runner.set_theme)
    runner.chosen_anew.connect(lambda: live.go.emit(PRACTICE))
    return page
