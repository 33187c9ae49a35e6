"""From the time stamps a file carries, whatever they are worth, to a clock that starts at 0 and always advances."""

from __future__ import annotations

from typing import Final

_STEP_S: Final = 0.001
_RESET_S: Final = 1.0


class Timestamps:
    """Places each frame in time; frames must come in the order they are shown.

    A repeated stamp, or one slightly behind, is placed 1 ms after the frame before; a jump of over a second backwards
    is taken for a restarted clock (joined recordings) and goes on one `period_s` later; a missing stamp, or one past
    `limit_s` (a damaged file), counts as one period.

    >>> stamps = Timestamps(period_s=0.04)
    >>> [round(stamps.place(raw), 3) for raw in (5.0, 5.04, 5.04, None, 0.0, 0.04)]
    [0.0, 0.04, 0.041, 0.081, 0.121, 0.161]
    """

    def __init__(self, period_s: float, limit_s: float | None = None) -> None:
        """`period_s`: nominal seconds between frames; `limit_s`: length of the medium, None when unknown."""
        self._period = period_s
        self._limit = limit_s
        self._origin: float | None = None
        self._last: float | None = None

    def place(self, raw: float | None) -> float:
        """Seconds since the first frame, strictly more than the last time; `raw` in seconds on the file's clock."""
        if self._last is None:
            t = 0.0
            self._origin = raw
        else:
            t = self._after(self._last, raw)
        self._last = t
        return t

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
