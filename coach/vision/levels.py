"""How hard perception works: the rates of its three tasks, A (most) to D (least)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """Runs a second of each task at the most.

    The pose model is the same at every level: the smaller one puts shoulders elsewhere, and whoever sat upright would
    hunch as soon as the level fell.
    """

    face_hz: float
    hands_hz: float
    pose_hz: float


LEVELS = {
    "A": Level(30, 30, 10),
    "B": Level(15, 12, 7.5),
    "C": Level(12, 12, 7.5),
    "D": Level(10, 10, 5),
}
"""The accuracy card was measured at C's rates: its clips have 12 pictures a second."""


class Pace:
    """Says when a task is due, from the times of the frames alone.

    >>> pace = Pace(15)
    >>> [pace.due(i / 30) for i in range(4)]
    [True, False, True, False]
    """

    def __init__(self, hz: float) -> None:
        self.period = 1 / hz
        self._next: float | None = None

    def due(self, t: float) -> bool:
        """Whether the task runs on the frame at `t`."""
        # 4 ms of grace: cameras jitter, and a frame that is a hair early must not wait for the next one.
        if self._next is not None and t + 0.004 < self._next:
            return False
        start = t if self._next is None else max(self._next, t - self.period / 2)
        self._next = start + self.period
        return True
