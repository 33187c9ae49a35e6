"""The promise of the house: live and offline are one chain, and tell the same of the same frames."""

from __future__ import annotations

from pathlib import Path

from coach.core.events import Event, Features, SignalChanged
from coach.runtime import offline
from coach.runtime.chain import OFFLINE_DEPTH, Chain
from coach.runtime.live import LiveSession
from coach.runtime.stages import Decider, Observer
from coach.vision.open_source import open_source

CLIP = str(Path(__file__).parents[2] / "fixtures" / "clips" / "asentir.mp4")


def told_offline(clip: str) -> list[Event]:
    events: list[Event] = []
    chain = Chain(Observer(), Decider(), depth=OFFLINE_DEPTH)
    try:
        offline.run(open_source(clip), chain, lambda told, _: events.extend(told))
    finally:
        chain.close()
    return events


def told_live(clip: str) -> list[Event]:
    events: list[Event] = []
    errors: list[Exception] = []
    session = LiveSession(
        lambda: open_source(clip),
        lambda: Chain(Observer(), Decider()),
        lambda _: None,
        lambda told, _: events.extend(told),
        errors.append,
        lossless=True,
        adaptive=False,
    )
    session.start()
    try:
        assert session.join(60)
    finally:
        session.stop()
    assert errors == []
    return events


def test_offline_and_live_tell_the_same_of_the_same_frames() -> None:
    offline_events, live_events = told_offline(CLIP), told_live(CLIP)
    assert len([event for event in live_events if isinstance(event, Features)]) > 30
    assert any(isinstance(event, SignalChanged) for event in live_events)
    for ours, theirs in zip(live_events, offline_events, strict=True):
        assert ours == theirs
