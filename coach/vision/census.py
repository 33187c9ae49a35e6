"""Who is in view: follow one person, the largest and nearest to the middle, and keep to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.core.events import Frame
from coach.core.landmarks import Pose
from coach.vision.crops import Box, body_box, shoulder_width
from coach.vision.mediapipe_tasks import CensusTask

MINOR = 0.4
"""A body whose shoulders are narrower than this share of the followed one's is background."""
LOST_S = 3.0
"""Seconds without the followed person after which somebody else may be chosen."""
LEAP: Final = 1.0
"""Shoulder widths between two looks at a body beyond which it is perhaps another's: nobody moves so fast."""
_DOUBTS: Final = 3
"""Times in a row that such a leap is looked into; then it is believed, for the pose task will not let go of it."""


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
        self._doubts = 0
        self.doubtful = False
        """Whether the pose task has perhaps gone over to somebody else: to be counted anew."""
        self.followed_box: Box | None = None

    def followed(self, pose: Pose | None) -> bool:
        """The pose task's newest word on the followed person; False where it is perhaps of somebody who came in."""
        if pose is None:
            return True
        if self._last is not None and _leaps(self._last, pose) and self._doubts < _DOUBTS:
            self.doubtful = True
            return False
        self._last, self._seen_at, self._doubts = pose, self._t, 0
        if self.followed_box is not None:
            self.followed_box = body_box(pose)
        return True

    def count(self, frame: Frame) -> Crowd:
        """Look at the whole frame; choose whom to follow if several are there."""
        self._t = frame.t
        if self._task is None:
            self._task = CensusTask()
        bodies = self._task.run(frame.image)
        self._settle(bodies)
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

    def _settle(self, bodies: list[Pose]) -> None:
        """Whoever is where the followed one was stays it; where nobody is, they have moved."""
        if not self.doubtful:
            return
        self.doubtful = False
        self._doubts += 1
        if self._last is not None and (not bodies or _leaps(self._last, _same(self._last, bodies))):
            self._last = None

    def close(self) -> None:
        """Free the model."""
        if self._task is not None:
            self._task.close()


def prominence(pose: Pose, size: tuple[int, int]) -> float:
    """Shoulder width in frames, less for being off the middle."""
    middle = pose.points[[11, 12]].mean(axis=0)
    off = abs(float(middle[0]) / size[0] - 0.5) * 2
    return shoulder_width(pose) / size[0] * (1 - 0.5 * min(off, 1.0))


def _leaps(before: Pose, now: Pose) -> bool:
    unit = max(shoulder_width(before), shoulder_width(now))
    return _apart(before, now) > LEAP * unit


def _apart(one: Pose, other: Pose) -> float:
    """How far apart the middles of nose and shoulders are, px."""
    middles = (pose.points[[0, 11, 12]].mean(axis=0) for pose in (one, other))
    return float(np.hypot(*(next(middles) - next(middles))))


def _same(before: Pose, bodies: list[Pose]) -> Pose:
    """The body nearest to where the followed one was."""
    return min(bodies, key=lambda body: _apart(before, body))
