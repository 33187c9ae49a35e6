"""While a loudspeaker speaks, what the microphone hears is nobody's."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from coach import app
from coach.core.events import ConditionChanged, Event, VoiceFeatures
from coach.core.landmarks import Perceived
from coach.manual.conditions import CLIENT

VOICE = Path(__file__).resolve().parents[2] / "fixtures" / "audio" / "voz_grave.wav"


def until(done: Callable[[], bool], at_most: float = 30.0) -> None:
    began = time.monotonic()
    while not done():
        assert time.monotonic() - began < at_most
        time.sleep(0.02)


def test_sound_that_is_passed_over_is_lost_and_told_of_and_time_goes_on() -> None:
    heard: list[float] = []
    told: list[ConditionChanged] = []
    lock, errors = threading.Lock(), list[Exception]()

    def take(events: list[Event], perceived: Perceived | None) -> None:
        with lock:
            heard.extend(event.t for event in events if isinstance(event, VoiceFeatures))
            told.extend(event for event in events if isinstance(event, ConditionChanged))

    session = app.live_session(
        None, microphone=str(VOICE), on_frame=lambda frame: None, on_events=take, on_error=errors.append
    )
    session.start()
    until(lambda: len(heard) >= 10)
    session.pass_over(True)
    time.sleep(0.3)
    before = len(heard)
    time.sleep(1.5)
    assert len(heard) == before
    session.pass_over(False)
    until(lambda: len(heard) >= before + 10)
    session.stop()
    assert errors == []
    assert [(one.id, one.active) for one in told] == [(CLIENT, True), (CLIENT, False)]
    assert not any(told[0].t + 0.01 < t < told[1].t for t in heard)
    gaps = [after - earlier for earlier, after in zip(heard, heard[1:], strict=False)]
    assert sum(gap > 0.15 for gap in gaps) == 1 and 1.2 < max(gaps) < 3.0
