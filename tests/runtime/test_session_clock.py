"""Picture and voice in one time."""

from __future__ import annotations

from itertools import chain, repeat

import pytest

from coach.core.events import AdviceSettings, SignalSegment
from coach.runtime.moved import moved
from coach.runtime.session_clock import SessionClock, Stream


def clock_at(*moments: float, shared: bool = False) -> SessionClock:
    """One that is looked at then, and at the last for good."""
    shown = chain(moments, repeat(moments[-1]))
    return SessionClock(shared, lambda: next(shown))


def test_the_session_begins_with_what_comes_first() -> None:
    clock = clock_at(50.0, 50.2)
    assert clock.place(Stream.VOICE, 0.0) == 0.0
    assert clock.place(Stream.PICTURE, 0.0) == pytest.approx(0.2)
    assert clock.place(Stream.VOICE, 0.4) == 0.0, "it is fixed by the first"


def test_what_has_been_under_way_keeps_its_age() -> None:
    clock = clock_at(50.0)
    clock.place(Stream.PICTURE, 0.0)
    assert clock.place(Stream.VOICE, 1.5) == pytest.approx(-1.5)


def test_one_medium_has_one_time_already() -> None:
    clock = clock_at(50.0, 50.1, shared=True)
    clock.place(Stream.PICTURE, 0.0)
    assert clock.place(Stream.VOICE, 0.0) == 0.0


def test_all_times_of_an_event_move() -> None:
    assert moved(SignalSegment("sonrisa", 1.0, 2.0, 0.5), 0.5) == SignalSegment("sonrisa", 1.5, 2.5, 0.5)
    assert moved(AdviceSettings(1.0, "normal", frozenset(), None), 1.0) == AdviceSettings(
        2.0, "normal", frozenset(), None
    )
