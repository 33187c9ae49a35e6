"""When somebody speaks: spans of speech, and the pauses between them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from coach.core.events import SpeechSpan
from coach.voz.blocks import BLOCK_S

PAUSE_S: Final = 0.25
"""Shorter silences belong to the articulation (a plosive is silent too): Goldman-Eisler 1968."""
_ENTER, _LEAVE = 0.5, 0.35
_LEAST_S: Final = 0.1
"""Shorter spans are clicks."""


_HOLDS: Final = math.ceil(PAUSE_S / BLOCK_S)


class Perhaps:
    """Whether a block may turn out to lie in a span of speech, told at once from the probabilities so far.

    >>> perhaps = Perhaps()
    >>> [perhaps.push(0.9 if at == 1 else 0.1) for at in range(11)].count(True)
    9
    """

    def __init__(self) -> None:
        self._since = _HOLDS + 1

    def push(self, probability: float) -> bool:
        """The next block, in which somebody speaks with `probability`."""
        self._since = 0 if probability >= _LEAVE else self._since + 1
        return self._since <= _HOLDS


@dataclass(frozen=True, slots=True)
class Turn:
    """What is known of the speech after one more moment."""

    speaking: bool
    ended: SpeechSpan | None


_SPEAKS: Final = Turn(True, None)
_SILENT: Final = Turn(False, None)


class Activity:
    """Spans of speech from the probability that somebody speaks, moment by moment."""

    def __init__(self) -> None:
        self._start: float | None = None
        self._last_end = 0.0

    @property
    def start(self) -> float | None:
        """When the speech under way began, None in a pause."""
        return self._start

    @property
    def reaches(self) -> float:
        """Until when there was speech, as far as known: the end of the newest moment that had some."""
        return self._last_end

    def under_way(self, t: float) -> SpeechSpan | None:
        """The speech that has not ended, as far as it is known at `t`."""
        return None if self._start is None else SpeechSpan(self._start, min(self._last_end, t))

    def push(self, start_s: float, end_s: float, probability: float) -> Turn:
        """The moment from `start_s` to `end_s` comes; `ended` is the span that a pause has now closed."""
        if probability >= (_ENTER if self._start is None else _LEAVE):
            if self._start is None:
                self._start = start_s
            self._last_end = end_s
            return _SPEAKS
        if self._start is not None and end_s - self._last_end >= PAUSE_S:
            return Turn(False, self.close())
        return _SILENT

    def close(self) -> SpeechSpan | None:
        """End the speech under way where it was last heard; None when there is none, or it was a click."""
        start, self._start = self._start, None
        if start is None or self._last_end - start < _LEAST_S:
            return None
        return SpeechSpan(start, self._last_end)
