"""What to mend in the picture before Coach learns somebody's face: distance, light, and what is cut off. Pure."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import numpy as np

from coach.core.landmarks import Face, Perceived, Pose

HEAD_CUT, ASIDE, NO_SHOULDERS = "cabeza_cortada", "a_un_lado", "sin_hombros"
"""What only the framing help tells; the rest are conditions."""
_CONDITIONS: Final = ("nadie", "de_lado", "oscuro", "contraluz", "muy_cerca", "muy_lejos")
"""The conditions that spoil a calibration, the gravest first."""
_FOREHEAD, _CHIN = 10, 152
_SHOULDERS: Final = [11, 12]
_CROWN: Final = 0.2
"""How far the crown is above the forehead's landmark at least, in face heights."""
_MIDDLE: Final = (0.2, 0.8)
"""Shares of the width between which a face is in the middle."""
_SEEN: Final = 0.5


def framing(seen: Perceived | None, conditions: Collection[str]) -> str | None:
    """The id of what to mend first, None when all is well; `conditions` are those that hold now."""
    spoiled = next((id for id in _CONDITIONS if id in conditions), None)
    if spoiled is not None:
        return spoiled
    if seen is None or seen.face is None:
        return "nadie"
    width, height = seen.size
    if _crown(seen.face) < 0:
        return HEAD_CUT
    across = float(np.median(seen.face.points[:, 0])) / width
    if not _MIDDLE[0] <= across <= _MIDDLE[1]:
        return ASIDE
    return None if seen.pose is not None and _shoulders(seen.pose, height) else NO_SHOULDERS


def _crown(face: Face) -> float:
    """Where the head ends above, px from the picture's upper edge."""
    forehead, chin = float(face.points[_FOREHEAD, 1]), float(face.points[_CHIN, 1])
    return forehead - _CROWN * (chin - forehead)


def _shoulders(pose: Pose, height: int) -> bool:
    inside = (pose.points[_SHOULDERS, 1] < height).all()
    return bool(inside and (pose.presence[_SHOULDERS] >= _SEEN).all())
