"""Whether hands can have come into view since they were last sought: nothing comes in without moving."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.core.events import Image
from coach.core.landmarks import Array, Pose
from coach.vision import image as pixels
from coach.vision.crops import WRISTS, Box, hand_at_head, head_box, shoulder_width

_BEYOND: Final = 0.2
"""Shoulder widths beyond the picture's edge from which on a wrist takes its hand along."""
_IN_SIGHT: Final = 0.5
"""Visibility from which on a wrist counts as seen."""
_CELLS: Final = 48
"""Cells along the longer side of the picture that is watched."""
_MOVED: Final = 10.0
"""Grey levels of 255 by which one cell's mean must change; grain changes it by less than 1."""
_HEAD: Final = 0.45
"""Half the side of the square around the head that is not watched, shoulder widths: a face is never still."""
_AGAIN_S: Final = 1.0
"""So long a look is good at the most, should a hand come in that is no lighter or darker than what it covers."""


def hands_hidden(pose: Pose, size: tuple[int, int]) -> bool:
    """Whether no wrist is in sight: each is well outside the picture of `size` (width, height) px, or covered.

    One at the head counts as in sight, though its own hand covers it: there a second look finds what the first did not.
    """
    if hand_at_head(pose):
        return False
    wrists = list(WRISTS)
    x, y = pose.points[wrists].T
    beyond = np.maximum.reduce([-x, x - size[0], -y, y - size[1]])
    return bool(((beyond > _BEYOND * shoulder_width(pose)) | (pose.visibility[wrists] < _IN_SIGHT)).all())


class Watch:
    """Tells whether anything but the head has moved in a part of the picture since the last time that something had."""

    def __init__(self) -> None:
        self._sought: tuple[float, Box, Array] | None = None

    def moved(self, t: float, picture: Image, box: Box, pose: Pose) -> bool:
        """Whether the `picture` at `t`, which shows `box` of the frame, is to be searched; remembers it if so.

        Also when the last one is too old, or showed another part.
        """
        cells = _cells(picture)
        if self._sought is not None:
            then, there, known = self._sought
            if t - then < _AGAIN_S and there == box and known.shape == cells.shape:
                change = np.abs(cells - known)
                change[_head_cells(pose, box, change.shape)] = 0.0
                if change.max() < _MOVED:
                    return False
        self._sought = (t, box, cells)
        return True


def _cells(picture: Image) -> Array:
    height, width = picture.shape[:2]
    scale = _CELLS / max(height, width)
    small = pixels.resize(picture, max(1, round(width * scale)), max(1, round(height * scale)))
    return pixels.gray(small).astype(np.float32)


def _head_cells(pose: Pose, box: Box, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """The rows and columns of cells that the head is in."""
    (x, y), reach = head_box(pose).centre, _HEAD * shoulder_width(pose)
    rows, columns = shape[0] / box.height, shape[1] / box.width
    top, bottom = ((y + side * reach - box.y) * rows for side in (-1, 1))
    left, right = ((x + side * reach - box.x) * columns for side in (-1, 1))
    return slice(max(0, int(top)), max(0, int(bottom) + 1)), slice(max(0, int(left)), max(0, int(right) + 1))
