"""Events of one stream in the time of another that began earlier or later."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Final, TypeAlias

from coach.core.events import (
    AdviceSettings,
    ConditionChanged,
    CongruenceChanged,
    ContextChanged,
    Cue,
    Event,
    Features,
    FindingChanged,
    SignalChanged,
    ToneScored,
    VoiceFeatures,
)

_Timed: TypeAlias = (
    SignalChanged
    | FindingChanged
    | ConditionChanged
    | Features
    | VoiceFeatures
    | CongruenceChanged
    | ContextChanged
    | Cue
)
_TIMES: Final = ("t", "start_s", "end_s", "snoozed_until_s")


def time_of(event: Event) -> float | None:
    """The moment of an event that advice heeds; None for others."""
    if isinstance(event, ToneScored):
        return event.end_s
    return event.t if isinstance(event, _Timed | AdviceSettings) else None


def moved(event: Event, by_s: float) -> Event:
    """The same event `by_s` later.

    >>> from coach.core.events import SpeechSpan
    >>> moved(SpeechSpan(1.0, 2.5), 0.5)
    SpeechSpan(start_s=1.5, end_s=3.0)
    """
    if not by_s:
        return event
    known = {field.name: getattr(event, field.name) for field in fields(event) if field.name in _TIMES}
    return replace(event, **{name: t + by_s for name, t in known.items() if t is not None})
