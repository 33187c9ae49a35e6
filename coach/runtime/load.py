"""How much of the time, and how many of the frames, the chain takes."""

from __future__ import annotations

from typing import Final

_WINDOW_S: Final = 0.5


class Load:
    """Adds up frames and says, twice a second, (share of time busy, share of frames dropped).

    >>> load = Load()
    >>> [load.add(t, busy_s=0.1, drops=0) for t in (0.0, 0.25, 0.5)]
    [None, None, (0.4, 0.0)]
    """

    def __init__(self) -> None:
        """The first frame only starts the clock."""
        self._start: float | None = None
        self._busy = 0.0
        self._frames = 0
        self._drops = 0

    def add(self, t: float, busy_s: float, drops: int) -> tuple[float, float] | None:
        """The frame of time `t` took `busy_s`; `drops` frames were lost since the session began."""
        if self._start is None:
            self._restart(t, drops)
            return None
        self._busy += busy_s
        self._frames += 1
        span = t - self._start
        if span < _WINDOW_S:
            return None
        lost = drops - self._drops
        sample = self._busy / span, lost / (lost + self._frames)
        self._restart(t, drops)
        return sample

    def _restart(self, t: float, drops: int) -> None:
        self._start, self._busy, self._frames, self._drops = t, 0.0, 0, drops
