"""Features by hand: what nobody shows is None, so that a test says only what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from coach.core.events import Event, Features, SignalChanged, SignalSegment, State
from coach.detectors.bank import DetectorBank
from coach.detectors.profile import Profile, Rest
from coach.manual.catalog import Condition, Detector, Signal, load_catalog
from coach.manual.features import load_features

CATALOG = load_catalog()
SPECS = load_features()
NEUTRAL = Profile({id: Rest(spec.prior, 0.0) for id, spec in SPECS.items() if spec.prior is not None}, guided=True)
"""A calibrated person who is in the middle of all people."""

Course = Callable[[float], float | None]
"""A feature over time."""


def moment(t: float, **values: float | None) -> Features:
    return Features(t, {**{id: None for id, spec in SPECS.items() if spec.of is None}, **values})


def course(seconds: float, hz: float = 10.0, **values: Course) -> list[Features]:
    """Moments from 0 to `seconds`, both included."""
    times = [round(index / hz, 6) for index in range(round(seconds * hz) + 1)]
    return [moment(t, **{id: value(t) for id, value in values.items()}) for t in times]


def between(start: float, end: float, inside: float | None, outside: float | None) -> Course:
    return lambda t: inside if start <= t <= end else outside


def bank(profile: Profile | None = NEUTRAL) -> DetectorBank:
    return DetectorBank(CATALOG, SPECS, profile)


def decide(moments: Iterable[Features], profile: Profile | None = NEUTRAL) -> list[Event]:
    """All that the bank says of `moments`, closed at the end."""
    detectors = bank(profile)
    return [*(event for features in moments for event in detectors.push(features)), *detectors.flush()]


def segments(events: Iterable[Event], id: str | None = None) -> list[SignalSegment]:
    return [event for event in events if isinstance(event, SignalSegment) and id in (None, event.id)]


def changes(events: Iterable[Event], id: str) -> list[tuple[float, State]]:
    return [(event.t, event.state) for event in events if isinstance(event, SignalChanged) and event.id == id]


def signal(
    min_s: float = 0.5,
    release_s: float = 0.3,
    conditions: tuple[Condition, ...] = (Condition("eyes_shut", True, 0.6, 0.4),),
    lag_s: float = 0.0,
) -> Signal:
    """A signal of its own, independent of how the manual's are tuned: shut eyes for half a second."""
    detector = Detector(min_s, release_s, 0.9, conditions, lag_s=lag_s)
    return replace(CATALOG["sonrisa"], id="ojos", yields_to=(), detector=detector)
