"""From the time stamps a file carries, whatever they are worth, to a clock that always advances."""

from __future__ import annotations

from typing import Final

_STEP_S: Final = 0.001
_RESET_S: Final = 1.0


class Timestamps:
    """Places each frame in time; frames must come in the order they are shown.

    The first is at 0, or as long after `origin` as its stamp says: sound may come before any picture, and of a damaged
    file the first that can be read need not be the first there was. A repeated stamp, or one slightly behind, is placed
    1 ms after the frame before; a jump of over a second backwards is taken for a restarted clock (joined recordings)
    and goes on one `period_s` later; a missing stamp, or one past `limit_s` (a damaged file), counts as one period.

    >>> stamps = Timestamps(period_s=0.04)
    >>> [round(stamps.place(raw), 3) for raw in (5.0, 5.04, 5.04, None, 0.0, 0.04)]
    [0.0, 0.04, 0.041, 0.081, 0.121, 0.161]
    """

    def __init__(self, period_s: float, limit_s: float | None = None, origin: float | None = None) -> None:
        """`period_s`: nominal seconds between frames; `limit_s`: length of the medium, None when unknown.

        `origin`: the stamp of time 0, None for that of the first frame.
        """
        self._period = period_s
        self._limit = limit_s
        self._origin = origin
        self._last: float | None = None

    def place(self, raw: float | None) -> float:
        """Seconds since time 0, strictly more than the last time; `raw` in seconds on the file's clock."""
        t = self._first(raw) if self._last is None else self._after(self._last, raw)
        self._last = t
        return t

    def _first(self, raw: float | None) -> float:
        if raw is not None and self._origin is not None:
            t = raw - self._origin
            if t >= 0.0 and (self._limit is None or t <= self._limit):
                return t
        self._origin = raw
        return 0.0

    def _after(self, last: float, raw: float | None) -> float:
        expected = last + self._period
        if raw is None:
            return expected
        if self._origin is None:
            self._origin = raw - expected
        t = raw - self._origin
        if t < last - _RESET_S:
            self._origin = raw - expected
            return expected
        if self._limit is not None and t > max(self._limit, expected):
            return expected
        return max(t, last + _STEP_S)
