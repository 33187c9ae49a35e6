"""What a session has told, played again, gives the same lines: advice knows nothing but events."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from coach.core.events import (
    AdviceSettings,
    CongruenceChanged,
    CongruenceSegment,
    ContextChanged,
    Cue,
    Event,
    Features,
    FindingChanged,
    SignalChanged,
    State,
    VoiceFeatures,
)
from coach.runtime.adviser import Adviser, make_adviser
from coach.runtime.shared_advice import SharedAdvice
from tests.support.together import both, breathing, shown, spoken

NAMES = ["neutral", "brazos_cruzados", "sonrisa", "fruncir_ceno", "asentir", "mirar_abajo", "golpetear_dedos"]
FOLLOWS = Cue | CongruenceChanged | CongruenceSegment


def followed(adviser: Adviser, events: Iterable[Event]) -> list[Event]:
    """What follows from events of which nothing follows by itself any more."""
    return [told for event in events if not isinstance(event, FOLLOWS) for told in adviser.push(event)]


def test_a_recorded_session_played_again_gives_the_same_lines_and_congruences() -> None:
    told = both(shown(NAMES, 90.0), spoken(90.0), make_adviser("queja", "dominante"))
    context = [one for one in told if isinstance(one, ContextChanged)]
    assert [(one.moment, one.client) for one in context] == [("queja", "dominante")]
    first = [one for one in told if isinstance(one, FOLLOWS)]
    assert len([one for one in first if isinstance(one, Cue)]) >= 3
    assert any(isinstance(one, CongruenceChanged) and one.state is State.PRESENT for one in first)
    again = make_adviser()
    assert [*followed(again, told), *again.flush()] == first


class Tapped(Adviser):
    """An adviser that keeps what it was given and what it answered."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[Event] = []
        self.answered: list[Event] = []

    def push(self, event: Event) -> list[Event]:
        self.given.append(event)
        told = super().push(event)
        self.answered += told
        self.given += [one for one in told if not isinstance(one, FOLLOWS)]
        return told


def test_a_live_session_of_two_threads_can_be_played_again() -> None:
    tapped = Tapped()
    shared = SharedAdvice(tapped)
    camera, microphone = shared.stream(), shared.stream()

    def look() -> None:
        for tick in range(1500):
            t = tick / 15
            if tick % 90 == 0:
                camera.push(SignalChanged(t, "brazos_cruzados", State.PRESENT, 1.5))
            elif tick % 90 == 60:
                camera.push(SignalChanged(t, "brazos_cruzados", State.ABSENT, 0.1))
            camera.push(Features(t, {}))
            if tick == 700:
                shared.set_context("queja", "impaciente")
                shared.set_advice("intenso", frozenset({"sonrisa"}))

    def listen() -> None:
        for tick in range(1000):
            if tick % 200 == 20:
                microphone.push(FindingChanged(tick / 10, "lento", State.PRESENT, 1.5))
            microphone.push(VoiceFeatures(tick / 10, breathing(tick / 10)))
            if tick == 300:
                shared.snooze(10.0)

    threads = [threading.Thread(target=look), threading.Thread(target=listen)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {type(one) for one in tapped.answered} >= {Cue, ContextChanged, AdviceSettings}
    follows = [one for one in tapped.answered if isinstance(one, FOLLOWS)]
    assert followed(make_adviser(), tapped.given) == follows
