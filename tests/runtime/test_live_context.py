"""Moment and client of a live session: told at the start or on the way, they are among the events."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from coach import app
from coach.core.events import AdviceSettings, ContextChanged, Event, Features, VoiceFeatures
from coach.core.landmarks import Perceived

FIXTURES = Path(__file__).parents[2] / "fixtures"
CROSSED = str(FIXTURES / "clips" / "brazos_cruzados.mp4")
VOICE = str(FIXTURES / "audio" / "voz_grave.wav")


class Told:
    """What a session reports."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.errors: list[Exception] = []

    def take(self, events: list[Event], perceived: Perceived | None) -> None:
        self.events += events

    def until(self, ready: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 30.0
        while not ready():
            assert not self.errors, self.errors
            assert time.monotonic() < deadline
            time.sleep(0.02)

    def contexts(self) -> list[tuple[str | None, str | None]]:
        return [(one.moment, one.client) for one in self.events if isinstance(one, ContextChanged)]


def test_what_is_told_at_the_start_is_reported_once_however_many_listen() -> None:
    told = Told()
    session = app.live_session(
        CROSSED,
        microphone=VOICE,
        moment="sondeo",
        client="dominante",
        on_frame=lambda frame: None,
        on_events=told.take,
        on_error=told.errors.append,
    )
    session.start()
    told.until(lambda: all(any(isinstance(one, kind) for one in told.events) for kind in (Features, VoiceFeatures)))
    session.stop()
    assert told.contexts() == [("sondeo", "dominante")]


def test_what_is_told_on_the_way_is_reported_within_moments() -> None:
    told = Told()
    session = app.live_session(
        None, microphone=VOICE, on_frame=lambda frame: None, on_events=told.take, on_error=told.errors.append
    )
    session.start()
    told.until(lambda: any(isinstance(one, VoiceFeatures) for one in told.events))
    session.set_context("queja", None)
    session.set_advice("discreto", frozenset({"monotono"}))
    session.snooze(120.0)
    told.until(lambda: len([one for one in told.events if isinstance(one, AdviceSettings)]) == 2)
    session.stop()
    assert told.contexts() == [("queja", None)]
    (first, second) = [one for one in told.events if isinstance(one, AdviceSettings)]
    assert (first.sensitivity, first.muted, first.snoozed_until_s) == ("discreto", frozenset({"monotono"}), None)
    assert second.snoozed_until_s == second.t + 120.0 and second.muted == first.muted
