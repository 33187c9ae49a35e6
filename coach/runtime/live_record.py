"""A live session's events, gathered while it runs into what a report and the store need, in bounded memory.

Features are looked at and let go; of the voice a point a second stays. What remains are the stretches in which
something held: a few hundred bytes a minute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


class LiveRecorder:
    """Takes the batches that a live session reports, one after the other; `record` may be asked for at any time.

    All times are the session's (`session_clock.py`), and stay as they are.
    """

    def __init__(
        self,
        kind: SessionKind,
        started: datetime,
        profile: Callable[[], Profile | None] = lambda: None,
        also: Callable[[list[Event]], None] | None = None,
    ) -> None:
        """`started`: when the session began, with its offset from UTC. `profile`: what it measures from, once over.

        `also` gets every batch, so that it can be replayed.
        """
        self.kind, self._started, self._profile, self._also = kind, started, profile, also
        self._analysis = Analysis()
        self._totals = VoiceTotals()
        self._streams: set[Stream] = set()
        self._now: float | None = None

    @property
    def seconds(self) -> float:
        """How long the session has lasted."""
        return self._now or 0.0

    def push(self, events: Iterable[Event]) -> None:
        """One batch. From one thread at a time."""
        batch = list(events)
        if batch and self._also is not None:
            self._also(batch)
        self._take(batch)

    def replay(self, events: Iterable[Event]) -> None:
        """A whole session as `also` got it, its events in order of time."""
        for event in events:
            self._take([event])

    def _take(self, events: list[Event]) -> None:
        self._analysis.add(events)
        for event in events:
            stream = _stream(event)
            if stream is not None:
                self._streams.add(stream)
            if isinstance(event, Syllable | SpeechSpan | VoiceFeatures):
                self._totals.add(event)
            if isinstance(event, Features | VoiceFeatures):
                self._now = max(self._now or 0.0, event.t)

    def record(self) -> SessionRecord:
        """The session so far."""
        seen, heard = "picture" in self._streams, "sound" in self._streams
        info = SourceInfo("", None, video=seen, audio=heard, fps=None, live=True)
        self._analysis.profile = self._profile()
        hearing = Hearing(self._totals, self._analysis.profile or Profile()) if heard else None
        return SessionRecord(self.kind, self._started, outcome(info, self._analysis, hearing))


def _stream(event: Event) -> Stream | None:
    """Which of the two an event tells of; None for one of both, or of neither."""
    if isinstance(event, _PICTURE):
        return "picture"
    if isinstance(event, _SOUND):
        return "sound"
    if isinstance(event, ConditionChanged):
        return "sound" if event.id.startswith(_OF_SOUND) else "picture"
    return None
