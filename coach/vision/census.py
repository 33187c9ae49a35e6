"""Who is in view: follow one person, the largest and nearest to the middle, and keep to them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coach.core.events import Frame
from coach.core.landmarks import Pose
from coach.vision.crops import Box, body_box, shoulder_width
from coach.vision.mediapipe_tasks import CensusTask

MINOR = 0.4
"""A body whose shoulders are narrower than this share of the followed one's is background."""
LOST_S = 3.0
"""Seconds without the followed person after which somebody else may be chosen."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many persons were in view at a census."""

    people: int


class Census:
    """Counts the persons in view now and then, and says around whom to crop when there are several."""

    def __init__(self) -> None:
        self._task: CensusTask | None = None
        self._last: Pose | None = None
        self._seen_at: float | None = None
        self._t = 0.0
        self.followed_box: Box | None = None

    def followed(self, pose: Pose | None) -> None:
        """The pose task's newest word on the followed person."""
        if pose is not None:
            self._last, self._seen_at = pose, self._t
            if self.followed_box is not None:
                self.followed_box = body_box(pose)

    def count(self, frame: Frame) -> Crowd:
        """Look at the whole frame; choose whom to follow if several are there."""
        self._t = frame.t
        if self._task is None:
            self._task = CensusTask()
        bodies = self._task.run(frame.image)
        size = (frame.image.shape[1], frame.image.shape[0])
        if self._seen_at is not None and frame.t - self._seen_at > LOST_S:
            self._last = None
        if not bodies:
            self.followed_box = None if self._last is None else self.followed_box
            return Crowd(0 if self._last is None else 1)
        chosen = _same(self._last, bodies) if self._last else max(bodies, key=lambda b: prominence(b, size))
        main = shoulder_width(chosen)
        people = [b for b in bodies if shoulder_width(b) >= MINOR * main]
        self.followed_box = body_box(chosen) if len(people) > 1 else None
        return Crowd(max(1, len(people)))

    def close(self) -> None:
        """Free the model."""
        if self._task is not None:
            self._task.close()


def prominence(pose: Pose, size: tuple[int, int]) -> float:
    """Shoulder width in frames, less for being off the middle."""
    middle = pose.points[[11, 12]].mean(axis=0)
    off = abs(float(middle[0]) / size[0] - 0.5) * 2
    return shoulder_width(pose) / size[0] * (1 - 0.5 * min(off, 1.0))


def _same(before: Pose, bodies: list[Pose]) -> Pose:
    """The body nearest to where the followed one was."""
    where = before.points[[0, 11, 12]].mean(axis=0)
    return min(bodies, key=lambda b: float(np.hypot(*(b.points[[0, 11, 12]].mean(axis=0) - where))))
