"""Sliding windows over time: swings, reversals and paths of one-dimensional motion, in seconds."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Swing:
    """How a value moved within a window: peak to peak, and turning points that are at least `step` apart.

    `stroke` is the smallest move between two turns (0 with fewer), which a slow drift does not swell. `hz` spreads the
    turns over the whole window; `pace_hz` counts from the first of them on (0 with fewer than two), so that a move
    that has just begun is as fast as it is.
    """

    size: float
    reversals: int
    hz: float
    stroke: float
    pace_hz: float


class Window:
    """The (t, value) samples of the last `seconds`; a gap longer than `gap_s` starts it anew.

    >>> window = Window(2.0)
    >>> for i, y in enumerate([0, 5, 0, 5, 0]): window.add(i * 0.25, y)
    >>> window.swing(step=2.0)
    Swing(size=5.0, reversals=3, hz=1.5, stroke=5.0, pace_hz=2.0)
    >>> window.path()
    20.0
    """

    def __init__(self, seconds: float, gap_s: float = 0.5) -> None:
        self.seconds, self.gap_s = seconds, gap_s
        self._samples: deque[tuple[float, float]] = deque()

    def add(self, t: float, value: float) -> None:
        """Append a sample; older ones than `seconds` leave."""
        if self._samples and t - self._samples[-1][0] > self.gap_s:
            self._samples.clear()
        self._samples.append((t, float(value)))
        while t - self._samples[0][0] > self.seconds + 1e-9:
            self._samples.popleft()

    def clear(self) -> None:
        """Start anew."""
        self._samples.clear()

    def __len__(self) -> int:
        return len(self._samples)

    @property
    def span(self) -> float:
        """Seconds from the oldest sample to the newest."""
        return self._samples[-1][0] - self._samples[0][0] if self._samples else 0.0

    @property
    def values(self) -> list[float]:
        """The samples' values, oldest first."""
        return [value for _, value in self._samples]

    def size(self) -> float:
        """Peak to peak; 0 for an empty window, which has not moved."""
        values = self.values
        return max(values) - min(values) if values else 0.0

    def path(self) -> float:
        """The sum of all moves."""
        values = self.values
        return float(sum(abs(b - a) for a, b in zip(values, values[1:], strict=False)))

    def swing(self, step: float) -> Swing:
        """Zigzag: a turn counts once the value has come back by `step` from an extreme."""
        turns: list[tuple[float, float]] = []  # when and where it turned
        low = high = None
        heading = 0
        for t, value in self._samples:
            if low is None or high is None:
                low = high = (t, value)
                continue
            high = (t, value) if value > high[1] else high
            low = (t, value) if value < low[1] else low
            if heading >= 0 and high[1] - value >= step:
                if heading > 0:
                    turns.append(high)
                heading, low = -1, (t, value)
                high = (t, value)
            elif heading <= 0 and value - low[1] >= step:
                if heading < 0:
                    turns.append(low)
                heading, high = 1, (t, value)
                low = (t, value)
        hz = len(turns) / (2 * self.span) if self.span > 0 and turns else 0.0
        moves = [abs(b - a) for (_, a), (_, b) in zip(turns, turns[1:], strict=False)]
        return Swing(self.size(), len(turns), hz, min(moves, default=0.0), self._pace(turns))

    def _pace(self, turns: list[tuple[float, float]]) -> float:
        """Half the turns a second from the first one on; a turn that is overdue slows it down."""
        if len(turns) < 2:
            return 0.0
        first, last, now = turns[0][0], turns[-1][0], self._samples[-1][0]
        return min((len(turns) - 1) / (last - first), len(turns) / (now - first)) / 2
