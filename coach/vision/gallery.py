"""Who is to be seen where in one picture of a call, down to tiles of a ninth of it, and which part shows each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, Self

import numpy as np

from coach.core.events import Image
from coach.core.landmarks import Pose
from coach.core.tile import LEAST, Tile
from coach.vision.crops import shoulder_width
from coach.vision.mediapipe_tasks import CensusTask

MOST: Final = 9
"""People told apart."""
_SURE: Final = 0.5
"""Of nose and shoulders, or it is a hand, a poster, a part of somebody."""
_SAME: Final = 0.8
"""Shoulder widths between two heads: nearer it is one person, found twice."""
_CHEST: Final = 1.6
"""Shoulder widths from a nose down to where no nose of somebody else can be."""
_ASIDE, _ABOVE, _BELOW = 2.4, 1.6, 5.0
"""Shoulder widths around a nose that hold a head, the hands and what they do."""
_HEAD: Final = 0.9
"""Shoulder widths from a nose to above the hair."""
_NOSE, _SHOULDERS = 0, (11, 12)


@dataclass(frozen=True, slots=True)
class Somebody:
    """A nose at `x` and `y`, and how wide the shoulders are; px of the picture."""

    x: float
    y: float
    unit: float

    def near(self, other: Self) -> bool:
        """Whether both are one person: hardly apart, or one nose was taken to be on the other's chest."""
        upper, lower = sorted((self, other), key=lambda one: one.y)
        unit = max(self.unit, other.unit)
        across, down = abs(lower.x - upper.x), lower.y - upper.y
        return across < _SAME * unit and down < max(_SAME * unit, _CHEST * upper.unit)


class Gallery:
    """For one thread at a time; `close` it."""

    def __init__(self) -> None:
        self._task = CensusTask(MOST)

    def look(self, image: Image) -> list[Somebody]:
        """Everybody in the picture, from left to right and from above."""
        found: list[Somebody] = []
        for part, left, top in _parts(image):
            for pose in self._task.run(part):
                one = _somebody(pose, part.shape[1], part.shape[0], left, top)
                if one is not None and not any(one.near(other) for other in found):
                    found.append(one)
        largest = sorted(found, key=lambda one: -one.unit)[:MOST]
        return sorted(largest, key=lambda one: (round(one.y / image.shape[0] * 3), one.x))

    def close(self) -> None:
        """Free the model."""
        self._task.close()


def tiles_of(people: Sequence[Somebody], width: int, height: int) -> list[Tile]:
    """The part of a picture of this size that shows each, up to halfway to the next one.

    >>> tiles_of([Somebody(160, 120, 80), Somebody(480, 120, 80)], 640, 360)[1]
    Tile(x=0.5, y=0.0, width=0.5, height=1.0)
    """
    return [_tile(one, [other for other in people if other is not one], width, height) for one in people]


def _tile(one: Somebody, others: Sequence[Somebody], width: int, height: int) -> Tile:
    left, right = max(0.0, one.x - _ASIDE * one.unit), min(float(width), one.x + _ASIDE * one.unit)
    top, bottom = max(0.0, one.y - _ABOVE * one.unit), min(float(height), one.y + _BELOW * one.unit)
    for other in others:
        across, down = other.x - one.x, other.y - one.y
        if abs(across) / width >= abs(down) / height:
            edge = one.x + across * one.unit / (one.unit + other.unit)
            left, right = (left, min(right, edge)) if across > 0 else (max(left, edge), right)
        else:  # between the two is where the head of the lower one ends
            lower = other if down > 0 else one
            edge = lower.y - _HEAD * lower.unit
            top, bottom = (top, min(bottom, edge)) if down > 0 else (max(top, edge), bottom)
    wide, high = max(LEAST, (right - left) / width), max(LEAST, (bottom - top) / height)
    return Tile(min(left / width, 1.0 - wide), min(top / height, 1.0 - high), wide, high)


def _parts(image: Image) -> Iterator[tuple[Image, int, int]]:
    """All of it, then overlapping quarters of it (halves of a strip), each with its place."""
    height, width = image.shape[:2]
    wide, high = (min(length, max(length // 2, max(width, height) // 4)) for length in (width, height))
    yield image, 0, 0
    for top, left in product(_starts(height, high), _starts(width, wide)):
        yield np.ascontiguousarray(image[top : top + high, left : left + wide]), left, top


def _starts(length: int, window: int) -> list[int]:
    """Of windows that overlap by half, the last one at the end.

    >>> _starts(1280, 640), _starts(320, 320)
    ([0, 320, 640], [0])
    """
    return [*range(0, length - window, max(1, window // 2)), length - window]


def _somebody(pose: Pose, width: int, height: int, left: int, top: int) -> Somebody | None:
    points = (_NOSE, *_SHOULDERS)
    x, y = (float(value) for value in pose.points[_NOSE])
    within = 0 <= x < width and 0 <= y < height
    sure = all(min(pose.visibility[point], pose.presence[point]) >= _SURE for point in points)
    upright = y < min(float(pose.points[point][1]) for point in _SHOULDERS)
    return Somebody(left + x, top + y, shoulder_width(pose)) if within and sure and upright else None
