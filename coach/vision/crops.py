"""Which part of the picture each task looks at, steered by the pose (pure).

Standing people have faces and hands too small for the models' detectors; a crop around the head and the upper body
finds them (faces 0% → 95-100%, measured in the study). Every move of a crop makes a tracker start over, so a crop
moves only when it must and never while a hand touches the head.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coach.core.landmarks import Array, Pose
from coach.core.once import once

WRISTS = (15, 16)
HEAD = tuple(range(11))


@dataclass(frozen=True, slots=True)
class Box:
    """A square or rectangle of the picture, px: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle, px."""
        return self.x + self.width / 2, self.y + self.height / 2

    def within(self, most: tuple[int, int]) -> tuple[int, int]:
        """The largest size (width, height; px) of the same shape that is within `most`.

        >>> Box(5, 5, 100, 300).within((384, 512))
        (171, 512)
        """
        scale = min(most[0] / self.width, most[1] / self.height)
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))

    def to_frame(self, points: Array, size: tuple[int, int]) -> Array:
        """Points (n, 2) px of the crop scaled to `size`, as px of the whole frame."""
        scale = np.array([self.width / size[0], self.height / size[1]], np.float32)
        return points * scale + np.array([self.x, self.y], np.float32)


def whole(size: tuple[int, int]) -> Box:
    """The whole picture of `size` (width, height)."""
    return Box(0.0, 0.0, float(size[0]), float(size[1]))


@once
def shoulder_width(pose: Pose) -> float:
    """Shoulder distance in px; a body seen from the side is not narrower than its upper trunk is long times 0.5."""
    left, right = pose.points[11], pose.points[12]
    hips = (pose.points[23] + pose.points[24]) / 2
    across = float(np.hypot(*(left - right)))
    trunk = float(np.hypot(*((left + right) / 2 - hips)))
    return max(across, 0.5 * trunk, 1.0)


def head_box(pose: Pose) -> Box:
    """A square of 1.4 shoulder widths around the head."""
    centre = pose.points[list(HEAD)].mean(axis=0)
    side = 1.4 * shoulder_width(pose)
    return Box(float(centre[0]) - side / 2, float(centre[1]) - side / 2, side, side)


def hands_box(pose: Pose) -> Box:
    """A square of 3.4 shoulder widths around the chest, wherever the hands are.

    It must not follow the wrists: a hand on its way to the face would move the crop, the tracker would start over
    and no palm is found in a fist that has arrived.
    """
    unit = shoulder_width(pose)
    middle = (pose.points[11] + pose.points[12]) / 2 + np.array([0, 0.5 * unit], np.float32)
    side = 3.4 * unit
    return Box(float(middle[0]) - side / 2, float(middle[1]) - side / 2, side, side)


def body_box(pose: Pose) -> Box:
    """A rectangle around the whole body, with a quarter of room on each side."""
    seen = pose.points[pose.presence > 0.5] if (pose.presence > 0.5).any() else pose.points
    low, high = seen.min(axis=0), seen.max(axis=0)
    room = 0.25 * (high - low) + 8
    low, high = low - room, high + room
    return Box(float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1]))


@once
def hand_at_head(pose: Pose) -> bool:
    """Whether a wrist is near enough to the head for a finger to touch it."""
    head = pose.points[list(HEAD)].mean(axis=0)
    near = 0.75 * shoulder_width(pose)
    return any(pose.presence[w] > 0.5 and float(np.hypot(*(pose.points[w] - head))) < near for w in WRISTS)


class SteadyCrop:
    """A crop that follows a wanted box but stays put until it is clearly off.

    >>> crop = SteadyCrop((640, 480), share=0.7)
    >>> crop.follow(Box(100, 100, 200, 200)) == crop.follow(Box(110, 100, 205, 205))
    True
    >>> crop.follow(Box(150, 100, 200, 200)).x
    150
    >>> crop.follow(Box(0, 0, 640, 480)) == whole((640, 480))
    True
    """

    def __init__(self, size: tuple[int, int], share: float, drift: float = 0.12, growth: float = 0.2) -> None:
        """`share`: a wanted box taller than this share of the frame gives way to the whole frame."""
        self._frame = whole(size)
        self._share, self._drift, self._growth = share, drift, growth
        self.box = self._frame

    def follow(self, wanted: Box | None, *, frozen: bool = False) -> Box:
        """The crop to use now that `wanted` would be best; unmoved without a wish, or `frozen`."""
        if wanted is None or frozen:
            return self.box
        # Some slack around the change between crop and whole frame, so that it does not flicker.
        limit = self._share * (0.85 if self.box is self._frame else 1.15) * self._frame.height
        if wanted.height > limit:
            self.box = self._frame
        elif self.box is self._frame or self._off(wanted):
            self.box = wanted
        return self.box

    def _off(self, wanted: Box) -> bool:
        (x, y), (u, v) = wanted.centre, self.box.centre
        drift = max(abs(x - u), abs(y - v)) / self.box.width
        return drift > self._drift or abs(wanted.width / self.box.width - 1) > self._growth
