"""From the time stamps of a file's sound, whatever they are worth, to where each block lies in time."""

from __future__ import annotations

from typing import Final

_JITTER_S: Final = 0.05
"""Containers round their stamps; what is nearer than this follows without a gap."""
_RESET_S: Final = 1.0


class Placement:
    """Places blocks one after the other; they never overlap, and a gap in the stamps stays a gap.

    A stamp behind what has been placed is taken to follow on, one over a second behind for a restarted clock (joined
    recordings); a missing stamp, or one past `limit_s` (a damaged file), follows on too.

    >>> placement = Placement(origin=1.0)
    >>> [placement.place(raw, 0.5) for raw in (1.25, 1.76, None, 3.5, 0.0, 0.5)]
    [0.25, 0.75, 1.25, 2.5, 3.0, 3.5]
    """

    def __init__(self, origin: float | None, limit_s: float | None = None) -> None:
        """`origin`: the stamp of time 0, None for that of the first block; `limit_s`: None when unknown."""
        self._origin = origin
        self._limit = limit_s
        self._end: float | None = None

    def place(self, raw: float | None, duration: float) -> float:
        """Where a block of `duration` seconds begins; only the first can lie before 0, where its origin is given."""
        t = self._first(raw) if self._end is None else self._after(self._end, raw)
        self._end = t + duration
        return t

    def _first(self, raw: float | None) -> float:
        if raw is None:
            return 0.0
        if self._origin is None:
            self._origin = raw
        t = raw - self._origin
        return 0.0 if self._limit is not None and abs(t) > self._limit else t

    def _after(self, end: float, raw: float | None) -> float:
        if raw is None:
            return end
        if self._origin is None:
            self._origin = raw - end
        t = raw - self._origin
        if t < end - _RESET_S:
            self._origin = raw - end
        if t <= end + _JITTER_S or (self._limit is not None and t > self._limit):
            return end
        return t
