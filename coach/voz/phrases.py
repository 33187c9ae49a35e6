"""How phrases end: with the pitch rising, level or falling."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Final, Literal

import numpy as np

from coach.core.events import PhraseEnd, SpeechSpan
from coach.voz.moment import Moment
from coach.voz.pitch import HOP_S, semitones

_TAIL_S: Final = 0.45
"""The last stress of a Spanish phrase and what follows it."""
_KEPT_S: Final = 1.5
_LEAST: Final = 6
"""Pitches that a direction needs."""
_MOVE_ST: Final = 1.5
"""Smaller moves are level: what listeners tell apart from level starts at 1.5-2 semitones ('t Hart 1981)."""
_JUMP_ST: Final = 7.0
"""Farther from the median of the tail, a pitch is a mistaken octave or a creak."""


class PhraseEnds:
    """Feed it the moments of a stream, and ask at the end of each span of speech."""

    def __init__(self) -> None:
        self._pitches: deque[tuple[float, float]] = deque()

    def push(self, moment: Moment) -> None:
        """Remember the pitches of `moment`."""
        for place, pitch in enumerate(moment.pitches):
            if pitch.hz is not None:
                self._pitches.append((moment.start_s + place * HOP_S, semitones(pitch.hz)))
        while self._pitches and self._pitches[0][0] < moment.end_s - _KEPT_S:
            self._pitches.popleft()

    def end(self, span: SpeechSpan) -> PhraseEnd | None:
        """How the phrase that ended with `span` ended; None where too little of its end was voiced."""
        inside = [(t, st) for t, st in self._pitches if span.start_s <= t < span.end_s]
        if not inside:
            return None
        last = inside[-1][0]
        tail = _without_jumps([(t, st) for t, st in inside if t > last - _TAIL_S])
        if len(tail) < _LEAST:
            return None
        move = _movement(tail)
        kind: Literal["rising", "level", "falling"] = "level"
        if abs(move) >= _MOVE_ST:
            kind = "rising" if move > 0 else "falling"
        return PhraseEnd(span.end_s, kind)


def _without_jumps(tail: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    middle = float(np.median([st for _, st in tail]))
    return [(t, st) for t, st in tail if abs(st - middle) <= _JUMP_ST]


def _movement(tail: Sequence[tuple[float, float]]) -> float:
    """Semitones from the beginning of the second half of the tail's course to its end, on a straight line."""
    times = np.array([t for t, _ in tail])
    values = np.array([st for _, st in tail])
    late = times >= times[-1] - 0.6 * (times[-1] - times[0])
    times, values = times[late], values[late]
    slope = float(np.polyfit(times - times[0], values, 1)[0]) if len(times) > 2 else 0.0
    return slope * float(times[-1] - times[0])
