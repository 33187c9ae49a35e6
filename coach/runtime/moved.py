"""Events of one stream in the time of another that began earlier or later."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from coach.core.events import (
    AdviceSettings,
    ConditionChanged,
    CongruenceChanged,
    CongruenceSegment,
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


def time_of(event: Event) -> float | None:
    """The moment of an event that advice heeds; None for others."""
    if isinstance(event, ToneScored):
        return event.end_s
    return event.t if isinstance(event, _Timed | AdviceSettings) else None


def moved(event: Event, by_s: float) -> Event:
    """The same event `by_s` later; those that advice neither heeds nor tells stay as they are."""
    match event:
        case ToneScored():
            return replace(event, end_s=event.end_s + by_s)
        case CongruenceSegment():
            return replace(event, start_s=event.start_s + by_s, end_s=event.end_s + by_s)
        case AdviceSettings(snoozed_until_s=until_s):
            snoozed = None if until_s is None else until_s + by_s
            return replace(event, t=event.t + by_s, snoozed_until_s=snoozed)
    return replace(event, t=event.t + by_s) if isinstance(event, _Timed) else event
