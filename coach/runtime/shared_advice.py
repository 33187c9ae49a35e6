"""One policy of advice for picture and sound, so that only one thing is said at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from threading import Lock
from typing import Protocol, TypeAlias

from coach.advice.lines import Advised
from coach.advice.policy import AdvicePolicy
from coach.core.events import (
    ConditionChanged,
    Cue,
    Event,
    Features,
    FindingChanged,
    SignalChanged,
    ToneScored,
    VoiceFeatures,
)
from coach.manual.catalog import load_catalog
from coach.manual.conditions import load_conditions
from coach.manual.findings import load_findings
from coach.manual.tones import load_tones, tones_of

_Timed: TypeAlias = SignalChanged | FindingChanged | ConditionChanged | Features | VoiceFeatures


class Advice(Protocol):
    """What the chains ask of advice."""

    def push(self, event: Event) -> list[Cue]:
        """The cues that `event` calls for."""
        ...


def make_policy(moment: str | None = None) -> AdvicePolicy:
    """The policy over all of the manual; `moment` of the service: the tone that is asked for there is graded."""
    rows: Mapping[str, Advised] = {**load_catalog(), **load_findings()}
    tones = load_tones()
    wanted = {id: tones[id] for id in tones_of(moment)} if moment is not None else {}
    return AdvicePolicy(rows, load_conditions(), tones=wanted)


class SharedAdvice:
    """Lets several threads, each with its own stream of events and its own start of time, share one policy."""

    def __init__(self, policy: AdvicePolicy) -> None:
        self._policy = policy
        self._lock = Lock()
        self._now: float | None = None

    def stream(self) -> Advice:
        """A way in for one more stream."""
        return _Stream(self)

    def push(self, event: Event, offset_s: float | None) -> tuple[list[Cue], float | None]:
        """The cues of an event whose stream began `offset_s` into the first one (None: not known yet)."""
        t = _time(event)
        if t is None:
            return [], offset_s
        with self._lock:
            if offset_s is None:
                # Whatever streams begin together, or one begins while another is under way: now is now in both.
                offset_s = 0.0 if self._now is None else self._now - t
            self._now = t + offset_s if self._now is None else max(self._now, t + offset_s)
            cues = self._policy.push(_moved(event, self._now - t))
            return [replace(cue, t=t) for cue in cues], offset_s


class _Stream:
    def __init__(self, shared: SharedAdvice) -> None:
        self._shared = shared
        self._offset_s: float | None = None

    def push(self, event: Event) -> list[Cue]:
        """The cues of an event of this stream, in its own time."""
        cues, self._offset_s = self._shared.push(event, self._offset_s)
        return cues


def _time(event: Event) -> float | None:
    """The moment of an event that advice heeds; None for others."""
    if isinstance(event, ToneScored):
        return event.end_s
    return event.t if isinstance(event, _Timed) else None


def _moved(event: Event, by_s: float) -> Event:
    if isinstance(event, ToneScored):
        return replace(event, end_s=event.end_s + by_s)
    return replace(event, t=event.t + by_s) if isinstance(event, _Timed) else event
