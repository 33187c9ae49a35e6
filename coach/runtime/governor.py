"""Chooses how hard perception works from how busy it is: quickly down, slowly up, never to and fro."""

from __future__ import annotations

from typing import Final

from coach.vision.levels import LEVELS

_LADDER: Final = tuple(LEVELS)
"""From most to least effort."""
_BUSY: Final = 0.85
_ROOM: Final = 0.6
"""How busy the level above may be expected to be: as many times busier as it looks oftener."""
_DROPS: Final = 0.1
_DOWN_S: Final = 2.0
_UP_S: Final = 10.0
_LONGEST_UP_S: Final = 160.0
_GAP_S: Final = 2.0


class Governor:
    """Fed once or twice a second; says the new level when it should change.

    Down after 2 s above 85% busy or with over 10% of the frames dropped; up after 10 s in which the level above would
    have been less than 60% busy. A step down that follows a step up within 30 s doubles the time until the next try.

    >>> governor = Governor("B")
    >>> [governor.update(t, busy=0.9, dropped=0.0) for t in (0.0, 1.0, 2.0)]
    [None, None, 'C']
    """

    def __init__(self, level: str) -> None:
        """`level`: where the chain starts."""
        self.level = level
        self._overloaded_since: float | None = None
        self._idle_since: float | None = None
        self._raised_at: float | None = None
        self._up_s = _UP_S
        self._last: float | None = None

    def update(self, t: float, busy: float, dropped: float) -> str | None:
        """`busy`: share of the time spent in the chain; `dropped`: share of the frames lost since the last call."""
        if self._last is not None and t - self._last > _GAP_S:
            # The camera was away: that says nothing of the machine.
            self._overloaded_since = self._idle_since = None
        self._last = t
        overloaded = busy > _BUSY or dropped > _DROPS
        idle = busy * self._dearer() < _ROOM and not overloaded
        self._overloaded_since = _since(self._overloaded_since, t) if overloaded else None
        self._idle_since = _since(self._idle_since, t) if idle else None
        if self._overloaded_since is not None and t - self._overloaded_since >= _DOWN_S:
            return self._lower(t)
        if self._idle_since is not None and t - self._idle_since >= self._up_s:
            return self._raise(t)
        return None

    def _dearer(self) -> float:
        """How many times as often the level above looks; the highest has none above."""
        above = _LADDER[max(0, _LADDER.index(self.level) - 1)]
        return LEVELS[above].face_hz / LEVELS[self.level].face_hz

    def _lower(self, t: float) -> str | None:
        if self.level == _LADDER[-1]:
            return None
        if self._raised_at is not None and t - self._raised_at < 3 * _UP_S:
            self._up_s = min(2 * self._up_s, _LONGEST_UP_S)
        return self._move(1)

    def _raise(self, t: float) -> str | None:
        if self.level == _LADDER[0]:
            return None
        self._raised_at = t
        return self._move(-1)

    def _move(self, step: int) -> str:
        self.level = _LADDER[_LADDER.index(self.level) + step]
        self._overloaded_since = self._idle_since = None
        return self.level


def _since(start: float | None, t: float) -> float:
    return t if start is None else start
