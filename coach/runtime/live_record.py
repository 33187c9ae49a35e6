"""A live session's events, gathered while it runs into what a report and the store need, in bounded memory.

Features are looked at and let go; of the voice a point a second stays. What remains are the stretches in which
something held: a few hundred bytes a minute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Final, Literal, TypeAlias

from coach.core.events import (
    CalibrationChanged,
    ConditionChanged,
    Event,
    Features,
    Filler,
    FindingChanged,
    FindingSegment,
    LevelChanged,
    PhraseEnd,
    ReadingChanged,
    SignalChanged,
    SignalSegment,
    SpeechSpan,
    Syllable,
    ToneScored,
    VoiceFeatures,
)
from coach.core.source import SourceInfo
from coach.detectors.profile import Profile
from coach.report.record import SessionKind, SessionRecord
from coach.runtime.gathered import Analysis
from coach.runtime.outcome import Hearing, outcome
from coach.runtime.voice_totals import VoiceTotals

Stream: TypeAlias = Literal["picture", "sound"]

_PICTURE: Final = (Features, SignalChanged, SignalSegment, LevelChanged, CalibrationChanged)
_SOUND: Final = (
    VoiceFeatures,
    Syllable,
    SpeechSpan,
    PhraseEnd,
    Filler,
    ToneScored,
    FindingChanged,
    FindingSegment,
    ReadingChanged,
)
_OF_SOUND: Final = ("microfono_", "sonido_")
_TIMES: Final = frozenset(("t", "start_s", "end_s"))


@dataclass
class _Clock:
    """When one stream began in the time of the session, and how far the session has come by it."""

    offset_s: float | None = None


class LiveRecorder:
    """Takes the batches that a live session reports, one after the other; `record` may be asked for at any time.

    Picture and sound count from when each began to come; the session counts from whichever came first.
    """

    def __init__(
        self,
        kind: SessionKind,
        started: datetime,
        profile: Callable[[], Profile | None] = lambda: None,
        also: Callable[[list[Event]], None] | None = None,
    ) -> None:
        """`started`: when the session began, with its offset from UTC. `profile`: what it measures from, once over.

        `also` gets every batch in the time of the session, so that it can be replayed.
        """
        self.kind, self._started, self._profile, self._also = kind, started, profile, also
        self._analysis = Analysis()
        self._totals = VoiceTotals()
        self._clocks: dict[Stream, _Clock] = {"picture": _Clock(), "sound": _Clock()}
        self._now: float | None = None

    @property
    def seconds(self) -> float:
        """How long the session has lasted."""
        return self._now or 0.0

    def push(self, events: Iterable[Event]) -> None:
        """One batch, all of one stream, which its first event of picture or sound tells. From one thread at a time."""
        batch = list(events)
        stream = _stream(batch)
        if stream is None:
            return
        offset_s = self._offset(stream, batch)
        moved = [shifted(event, offset_s) for event in batch]
        if self._also is not None:
            self._also(moved)
        self._take(moved)

    def replay(self, events: Iterable[Event]) -> None:
        """A whole session as `also` got it, its events in order of time."""
        for event in events:
            stream = _stream([event])
            if stream is not None:
                self._clocks[stream].offset_s = 0.0
            self._take([event])

    def _take(self, events: list[Event]) -> None:
        self._analysis.add(events)
        for event in events:
            if isinstance(event, Syllable | SpeechSpan | VoiceFeatures):
                self._totals.add(event)
            if isinstance(event, Features | VoiceFeatures):
                self._now = max(self._now or 0.0, event.t)

    def record(self) -> SessionRecord:
        """The session so far."""
        seen, heard = (self._clocks[stream].offset_s is not None for stream in ("picture", "sound"))
        info = SourceInfo("", None, video=seen, audio=heard, fps=None, live=True)
        self._analysis.profile = self._profile()
        hearing = Hearing(self._totals, self._analysis.profile or Profile()) if heard else None
        return SessionRecord(self.kind, self._started, outcome(info, self._analysis, hearing))

    def _offset(self, stream: Stream, batch: list[Event]) -> float:
        clock = self._clocks[stream]
        if clock.offset_s is None:
            first = next((time for event in batch if (time := _time(event)) is not None), 0.0)
            clock.offset_s = 0.0 if self._now is None else self._now - first
        return clock.offset_s


def shifted(event: Event, by_s: float) -> Event:
    """The same event so much later.

    >>> shifted(SpeechSpan(1.0, 2.0), 0.5)
    SpeechSpan(start_s=1.5, end_s=2.5)
    """
    if by_s == 0.0:
        return event
    times = {field.name: getattr(event, field.name) + by_s for field in fields(event) if field.name in _TIMES}
    return replace(event, **times)


def _stream(batch: list[Event]) -> Stream | None:
    """Which of the two a batch is of; None for an empty one."""
    for event in batch:
        if isinstance(event, _PICTURE):
            return "picture"
        if isinstance(event, _SOUND):
            return "sound"
    for event in batch:
        if isinstance(event, ConditionChanged):
            return "sound" if event.id.startswith(_OF_SOUND) else "picture"
    return None


def _time(event: Event) -> float | None:
    return event.t if isinstance(event, Features | VoiceFeatures | ConditionChanged) else None
