"""Where each block of a live device lies in time: its samples are counted, and the clock tells when some were lost."""

from __future__ import annotations

from typing import Final

_LATE_S: Final = 0.15
_LATE_FOR_S: Final = 1.0
_DRIFT: Final = 0.0005
"""Seconds a second by which the crystal of a device may be off."""


class SampleClock:
    """Places the blocks of a device that may be lost and come back; time 0 is its first sample, or `begin`.

    Samples follow each other exactly, however unevenly they arrive: blocks come late and in bursts, but never early.
    Only when for a whole second every one of them is later than the device's own delay was sound lost, and time jumps
    by as much.

    >>> clock = SampleClock()
    >>> [clock.place(arrival, 0.5) for arrival in (7.5, 8.3, 8.5, 9.0)]
    [(0.0, False), (0.5, False), (1.0, False), (1.5, False)]
    >>> [round(clock.place(arrival, 0.5)[0], 2) for arrival in (19.5, 20.0, 20.5, 21.0)]  # ten seconds are missing
    [2.0, 2.5, 13.0, 13.5]
    >>> waiting = SampleClock()
    >>> waiting.begin(100.0)
    >>> waiting.place(103.0, 0.5, anew=True)
    (2.5, False)
    """

    def __init__(self) -> None:
        """Nothing has arrived yet."""
        self.end: float | None = None
        """The time that the sound has come to, None before the first."""
        self._delay = 0.0
        """A block's arrival less its end, for one that was not held up."""
        self._seen = 0.0
        self._late_since: float | None = None
        self._least_late = 0.0

    def begin(self, now: float) -> None:
        """Something is told before there is any sound: time goes on from `now`, unless it has begun already."""
        if self.end is None:
            self.end, self._delay, self._seen = 0.0, now, now

    def place(self, arrival: float, duration: float, lost_s: float = 0.0, anew: bool = False) -> tuple[float, bool]:
        """(where a block begins, whether sound was found to be lost before it).

        `arrival`: when it came, seconds on a clock that never goes back; `lost_s`: what is known to be missing before
        it; `anew`: the device was opened again, so that only the clock can tell how long it was away.
        """
        if self.end is None:
            self.end, self._delay, self._seen = duration, arrival - duration, arrival
            return 0.0, False
        jump = max(0.0, arrival - duration - self._delay - self.end) if anew else lost_s
        late = arrival - (self.end + jump + duration) - self._delay
        self._delay += min(late, _DRIFT * min(1.0, arrival - self._seen))
        self._seen = arrival
        found = 0.0 if anew else self._lost(arrival, late)
        t = self.end + jump + found
        self.end = t + duration
        return t, found > 0

    def _lost(self, arrival: float, late: float) -> float:
        """Seconds that every block has been late by for long enough; 0 while one may still catch up."""
        if late <= _LATE_S:
            self._late_since = None
            return 0.0
        if self._late_since is None:
            self._late_since, self._least_late = arrival, late
        self._least_late = min(self._least_late, late)
        if arrival - self._late_since < _LATE_FOR_S:
            return 0.0
        self._late_since = None
        return self._least_late
