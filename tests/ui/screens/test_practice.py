"""A practice, from the choice of its scene to its end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from coach.practice.loader import load_practices
from coach.preferences import Look
from coach.ui.client_voice import ClientVoice
from coach.ui.conversation import PracticeChoice
from coach.ui.practice import PRACTICE
from coach.ui.practice_runner import PracticeRunner
from coach.ui.practice_setup import CRISIS, PracticeSetupPage
from tests.ui.screens.window import AGREED, Screens, in_every_shape


@in_every_shape
def test_practice(opened: Callable[..., Screens], look: Look, size: tuple[int, int]) -> None:
    screens = opened(look, size, consent=AGREED)
    live, waits = screens.whole.live, partial(screens.qtbot.waitUntil, timeout=10_000)
    page, runner = screens.whole.pages[PRACTICE], live.findChild(PracticeRunner)
    assert isinstance(page, PracticeSetupPage) and runner is not None
    waits(lambda: live.top_bar.source.settled and live.top_bar.microphone.settled)
    for client in (CRISIS, "grosero"):
        screens.to(PRACTICE)
        page.choose(client)
        screens.qtbot.wait(50)  # cards that are no more go with the next turn of Qt's loop
        screens.look(f"practica-{client}")
    page.prepared.emit(PracticeChoice(load_practices()["grosero_luz"], None, False, True))
    screens.look("practica-escena")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ClientVoice, "has_sound", property(lambda _: True))
        page.prepared.emit(PracticeChoice(load_practices()["grosero_luz"], None, True, False))
        screens.look("practica-escena-bocina")
    page.prepared.emit(PracticeChoice(load_practices()["grosero_luz"], None, False, True))
    live.top_bar.microphone.choose(None)
    runner.panel.briefing.begin.click()
    waits(lambda: runner.panel.talk.isVisible() and runner.talk.talking)
    screens.look("practica-cliente")
    for place in range(4):
        runner.talk.go_on()
        screens.qtbot.wait(150)
        screens.look(f"practica-{place}")
    runner.talk.end()
    waits(runner.panel.ending.isVisible)
    screens.look("practica-fin")
    assert screens.found == {}


@in_every_shape
def test_the_longest_of_all(opened: Callable[..., Screens], look: Look, size: tuple[int, int]) -> None:
    """The longest line of any client, and an end with all that can be said of a practice."""
    screens = opened(look, size, consent=AGREED)
    runner = screens.whole.live.findChild(PracticeRunner)
    assert runner is not None
    nodes = [(script, node) for script in load_practices().values() for node in script.nodes.values()]
    script, node = max(nodes, key=lambda one: len(one[1].line) + len(one[1].gesture or ""))
    screens.to(PRACTICE)
    page = screens.whole.pages[PRACTICE]
    assert isinstance(page, PracticeSetupPage)
    page.prepared.emit(PracticeChoice(script, None, False, True))
    talk, ending = runner.panel.talk, runner.panel.ending
    talk.begin(script, "Cliente fuera de control", hears=True)
    runner.panel.show_talk()
    talk.show_line(node, node.line, "Argumentación", "Protocolo, paso 6 de 10: pide relevo", again=False)
    talk.bubble.reach(999)
    talk.show_hint()
    talk.show_turn()
    screens.look("practica-larga")
    notes = [branch.note for one in script.nodes.values() for branch in one.branches if branch.note]
    told = "Llegaste hasta la despedida. Recorriste: saludo, sondeo, gestión, argumentación, objeción, queja."
    ending.show_end("¡Lo lograste!", told, notes[:7], report=True)
    runner.panel.show_ending()
    screens.look("practica-fin-larga")
    assert screens.found == {}
