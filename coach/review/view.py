"""Which part of a session the timeline shows: zooming and scrolling as arithmetic."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

LEAST_S: Final = 1.0
"""The shortest stretch that the timeline shows."""
STEPS_S: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)


@dataclass(frozen=True, slots=True)
class View:
    """From `start_s` to `end_s` of a session of `duration_s` is in view.

    >>> View.whole(100.0).zoomed(0.5, 10.0)
    View(duration_s=100.0, start_s=5.0, end_s=55.0)
    """

    duration_s: float
    start_s: float
    end_s: float

    @classmethod
    def whole(cls, duration_s: float) -> View:
        """All of it."""
        return cls(max(duration_s, LEAST_S), 0.0, max(duration_s, LEAST_S))

    @property
    def span_s(self) -> float:
        """How much is in view."""
        return self.end_s - self.start_s

    def zoomed(self, factor: float, around_s: float) -> View:
        """`factor` times as much, `around_s` staying where it is; never more than there is."""
        span = min(max(self.span_s * factor, LEAST_S), self.duration_s)
        share = (around_s - self.start_s) / self.span_s
        return self._from(around_s - share * span, span)

    def moved(self, seconds: float) -> View:
        """Later by `seconds`, as far as there is anything."""
        return self._from(self.start_s + seconds, self.span_s)

    def showing(self, t: float) -> View:
        """With `t` in view: as it is where it is already, else with `t` a tenth from the left."""
        return self if self.start_s <= t <= self.end_s else self._from(t - 0.1 * self.span_s, self.span_s)

    def x(self, t: float, width: float) -> float:
        """Where `t` lies on a strip so wide.

        >>> View(100.0, 20.0, 40.0).x(25.0, 800.0)
        200.0
        """
        return (t - self.start_s) / self.span_s * width

    def t(self, x: float, width: float) -> float:
        """The time at `x`, within the session."""
        return min(max(self.start_s + x / max(width, 1.0) * self.span_s, 0.0), self.duration_s)

    def ticks(self, width: float, apart: float, origin_s: float = 0.0) -> tuple[float, ...]:
        """Round times in view, counted from `origin_s` on, at least `apart` px from each other.

        >>> View(100.0, 20.0, 40.0).ticks(800.0, 150.0)
        (20.0, 25.0, 30.0, 35.0, 40.0)
        >>> View(100.0, 20.0, 40.0).ticks(800.0, 150.0, 33.0)
        (23.0, 28.0, 33.0, 38.0)
        """
        least = self.span_s * apart / max(width, 1.0)
        step = next((float(one) for one in STEPS_S if one >= least), float(STEPS_S[-1]))
        first = -int(-(self.start_s - origin_s) // step)
        last = math.floor((self.end_s - origin_s) / step + 1e-9)
        return tuple(round(origin_s + number * step, 3) for number in range(first, last + 1))

    def _from(self, start_s: float, span_s: float) -> View:
        start = min(max(start_s, 0.0), self.duration_s - span_s)
        return replace(self, start_s=start, end_s=start + span_s)
