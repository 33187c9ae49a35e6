"""Shares of phrase ends, and how often a pause is filled."""

from __future__ import annotations

from collections import deque
from typing import Final

from coach.core.events import Filler, PhraseEnd, SpeechSpan
from coach.voz.activity import PAUSE_S

_ENDS_S, _FILLERS_S = 30.0, 60.0
_LEAST_ENDS: Final = 3
_LEAST_SPEECH_S: Final = 20.0
"""One filler in less would be many a minute."""


class Phrasing:
    """Remembers how phrases ended in the last 30 s, and fillers and speech of the last minute."""

    def __init__(self) -> None:
        self._ends: deque[PhraseEnd] = deque()
        self._fillers: deque[Filler] = deque()
        self._spans: deque[SpeechSpan] = deque()
        self._lengths: deque[float] = deque()  # theirs, in seconds

    def add(self, event: PhraseEnd | Filler | SpeechSpan) -> None:
        """Remember `event`."""
        if isinstance(event, PhraseEnd):
            self._ends.append(event)
        elif isinstance(event, Filler):
            if self._fillers and event.start_s - self._fillers[-1].end_s < PAUSE_S:
                self._fillers.pop()  # one that goes on, as "eh" does into "mmm"
            self._fillers.append(event)
        else:
            self._spans.append(event)
            self._lengths.append(event.end_s - event.start_s)

    def read(self, t: float, under_way: SpeechSpan | None) -> dict[str, float | None]:
        """`rising_share`, `falling_share` and `fillers_per_min` at `t`."""
        while self._ends and self._ends[0].t < t - _ENDS_S:
            self._ends.popleft()
        while self._fillers and self._fillers[0].end_s < t - _FILLERS_S:
            self._fillers.popleft()
        while self._spans and self._spans[0].end_s < t - _FILLERS_S:
            self._spans.popleft()
            self._lengths.popleft()
        speech = self._speech(t - _FILLERS_S, under_way)
        return {
            "rising_share": self._share("rising"),
            "falling_share": self._share("falling"),
            "fillers_per_min": 60.0 * len(self._fillers) / speech if speech >= _LEAST_SPEECH_S else None,
        }

    def _speech(self, begin: float, under_way: SpeechSpan | None) -> float:
        """Seconds of speech from `begin` on; of the spans that are remembered only the oldest may have begun before."""
        speech = sum(self._lengths)
        if self._spans:
            speech -= max(0.0, begin - self._spans[0].start_s)
        return speech if under_way is None else speech + (under_way.end_s - max(under_way.start_s, begin))

    def _share(self, kind: str) -> float | None:
        if len(self._ends) < _LEAST_ENDS:
            return None
        return sum(end.kind == kind for end in self._ends) / len(self._ends)
