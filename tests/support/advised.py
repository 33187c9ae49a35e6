"""Advice by hand: events among ticks of picture and voice, played to a policy over all of the manual."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coach.advice.lines import Advised, Book
from coach.advice.policy import AdvicePolicy
from coach.core.events import (
    ContextChanged,
    Cue,
    Event,
    Features,
    FindingChanged,
    SignalChanged,
    State,
    ToneScored,
    VoiceFeatures,
)
from coach.detectors.voice_tones import leading
from coach.manual.catalog import load_catalog
from coach.manual.conditions import load_conditions
from coach.manual.congruences import load_congruences
from coach.manual.findings import load_findings
from coach.manual.rules import load_rules
from coach.manual.sensitivity import load_sensitivities
from coach.manual.tones import load_tones
from coach.runtime.moved import time_of

CATALOG, CONDITIONS, CONGRUENCES = load_catalog(), load_conditions(), load_congruences()
FINDINGS, TONES, RULES, PACES = load_findings(), load_tones(), load_rules(), load_sensitivities()
ROWS: Mapping[str, Advised] = {**CATALOG, **FINDINGS, **CONGRUENCES}
BOOK = Book(ROWS, TONES, CONDITIONS, RULES)
NORMAL = PACES["normal"]
FPS = 10


def policy() -> AdvicePolicy:
    return AdvicePolicy(BOOK, PACES, {id: row.parts for id, row in CONGRUENCES.items()})


def present(t: float, id: str, metric: float | None = 1.5) -> Event:
    return SignalChanged(t, id, State.PRESENT, metric)


def absent(t: float, id: str) -> Event:
    return SignalChanged(t, id, State.ABSENT, 0.2)


def hidden(t: float, id: str) -> Event:
    return SignalChanged(t, id, State.NOT_OBSERVABLE, None)


def heard(t: float, id: str, state: State = State.PRESENT) -> Event:
    return FindingChanged(t, id, state, 1.5)


def at(moment: str | None, client: str | None = None, t: float = 0.0) -> Event:
    return ContextChanged(t, moment, client)


def scored(t: float, scores: Mapping[str, float] | None, rest: float = 0.2, *, lasting: bool = True) -> Event:
    """`lasting`: the scores have been so for long enough for a tone to stand out."""
    if scores is None:
        return ToneScored(max(0.0, t - 12.0), t, None, None, "poca_voz")
    full = {**dict.fromkeys(TONES, rest), **scores}
    return ToneScored(max(0.0, t - 12.0), t, full, *leading(full, full if lasting else None))


def looks(until_s: float, start_s: float = 0.0) -> list[Event]:
    """The ticks of a picture."""
    return [Features(tick / FPS, {}) for tick in range(round(start_s * FPS), round(until_s * FPS) + 1)]


def voice(until_s: float, *pauses: tuple[float, float]) -> list[VoiceFeatures]:
    """The ticks of somebody who speaks all the time, but for these pauses (start and end in s)."""
    return [_sound(tick / FPS, pauses) for tick in range(round(until_s * FPS) + 1)]


def _sound(t: float, pauses: Iterable[tuple[float, float]]) -> VoiceFeatures:
    pause_s = next((t - start for start, end in pauses if start + 0.25 <= t < end), None)
    return VoiceFeatures(t, {"pause_s": pause_s, "speech": 0.9 if pause_s is None else 0.02})


def in_order(*streams: Iterable[Event]) -> list[Event]:
    """All events by time; a change precedes the tick of its moment."""
    events = [event for stream in streams for event in stream]
    return sorted(events, key=lambda event: (time_of(event) or 0.0, isinstance(event, Features | VoiceFeatures)))


def advise(events: Iterable[Event], until_s: float, ticks: Iterable[Event] | None = None) -> list[Cue]:
    """The cues of these events among `ticks` (of a picture, where none are given)."""
    adviser = policy()
    stream = in_order(events, looks(until_s) if ticks is None else ticks)
    return [cue for event in stream for cue in adviser.push(event)]


def told(cues: Iterable[Cue]) -> list[tuple[float, str]]:
    return [(cue.t, cue.because[0]) for cue in cues]
