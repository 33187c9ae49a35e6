"""The one chain with the real models: frames in, events out."""

from __future__ import annotations

import threading
from dataclasses import replace

from coach.core.events import ConditionChanged, Cue, Event, Features, LevelChanged, SignalChanged, SignalSegment, State
from coach.runtime.chain import OFFLINE_DEPTH, Chain
from coach.runtime.stages import Decider, Observer
from tests.support.stills import frames


def test_from_frames_to_events_and_no_thread_left() -> None:
    shown = frames("neutral", 1.0, 2.0)
    before = set(threading.enumerate())
    chain, events, waiting = Chain(Observer(), Decider(), depth=OFFLINE_DEPTH), list[Event](), list[int]()
    try:
        assert chain.perceived is None
        for number, frame in enumerate(shown):
            events += chain.push(frame)
            waiting.append(number + 1 - sum(isinstance(event, Features) for event in events))
        events += chain.flush()
        assert chain.perceived is not None
        assert chain.perceived.t == shown[-1].t
    finally:
        chain.close()
    assert [event.t for event in events if isinstance(event, Features)] == [frame.t for frame in shown]
    assert max(waiting) == OFFLINE_DEPTH - 1
    assert set(threading.enumerate()) <= before


def test_live_each_frame_is_answered_at_once_at_any_level() -> None:
    chain = Chain(Observer(), Decider(), "B")
    try:
        for level, frame in zip("BCDA", frames("neutral", 1.0, 1.4), strict=False):
            changed = chain.set_level(level, "load")
            # Told once, and not at all when it is that level already.
            assert [e.level for e in changed if isinstance(e, LevelChanged)] == ([] if level == "B" else [level])
            assert chain.level == level
            assert [e.t for e in chain.push(frame) if isinstance(e, Features)] == [frame.t]
    finally:
        chain.close()


def test_without_a_decider_it_only_observes() -> None:
    chain, condition = Chain(Observer(), None), ConditionChanged(0.0, "camara_detenida", True)
    try:
        assert chain.tell(condition) == [condition]
        (features,) = chain.push(frames("neutral", 1.0, 1.1)[0])
        assert isinstance(features, Features)
        assert chain.flush() == []
    finally:
        chain.close()


def test_of_a_camera_that_is_gone_nothing_is_known_until_it_returns() -> None:
    """Whoever smiled when the cable was pulled is not smiling for as long as it is out."""
    shown = frames("sonrisa", 1.2, 4.0)
    chain, known = Chain(Observer(), Decider()), dict[str, State]()
    segments: list[SignalSegment] = []

    def take(events: list[Event]) -> None:
        known.update({event.id: event.state for event in events if isinstance(event, SignalChanged)})
        segments.extend(event for event in events if isinstance(event, SignalSegment))

    try:
        for frame in shown:
            take(chain.push(frame))
        assert known["sonrisa"] is State.PRESENT
        take(chain.tell(ConditionChanged(5.6, "camara_desconectada", True)))
        assert set(known.values()) == {State.NOT_OBSERVABLE}
        assert [(smile.id, smile.end_s) for smile in segments if smile.id == "sonrisa"] == [("sonrisa", shown[-1].t)]
        take(chain.tell(ConditionChanged(20.0, "camara_desconectada", False)))
        take(chain.push(replace(shown[0], t=20.1)))
        assert known["tocar_nariz"] is State.ABSENT
    finally:
        chain.close()


def test_with_one_it_advises_on_the_camera() -> None:
    chain = Chain(Observer(), Decider())
    try:
        told = chain.tell(ConditionChanged(0.0, "camara_detenida", True))
        assert isinstance(told[0], ConditionChanged)
        assert any(isinstance(event, Cue) for event in told)
    finally:
        chain.close()
