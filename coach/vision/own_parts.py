"""What belongs to the person: no hand that hangs on no wrist of theirs, no face far smaller than their head (pure).

The hand model sees hands in things behind somebody, and in a face that talks; the face model now and then a face within
the face, and follows it for a second; in one that stands on its head it sees an upright one that smiles. The pose knows
better where wrists and eyes are. In a picture that lies on its side, above and below are not what arms and eyes are
judged by: whoever sits still would cross the arms throughout. The pose model in turn sees a body in a toy of bricks.
"""

from __future__ import annotations

from dataclasses import replace
from math import atan2, degrees, radians, tan
from typing import Final

import numpy as np

from coach.core.landmarks import Array, Face, Hand, Perceived, Pose
from coach.vision.crops import shoulder_width
from coach.vision.face_frame import LEFT_OUTER, RIGHT_OUTER, eye_line_roll

WRISTS: Final = [15, 16]
EYES: Final = (3, 6)
FAR_HANDS: Final = 1.4
"""Hand lengths (wrist to knuckles) between the hand's wrist and the pose's beyond which they are not the same."""
FAR_SW: Final = 0.22
"""The same in shoulder widths: fists and hands seen end on are short."""
SURE: Final = 0.5
"""Presence of wrists that can be relied upon."""
GONE: Final = 0.05
"""Presence of wrists that are out of the picture: at most 0.02 where hands were seen in a bare talking face, and never
under 0.05 for hands that were there."""
WELL_WITHIN: Final = 0.03
"""Share of the picture from its edge, from which on a hand's wrist is certainly in it."""
SHOULDERS: Final = [11, 12]
HIPS: Final = [23, 24]
KNEES: Final = [25, 26]
SMALL: Final = 0.7
"""A face's outer eye corners to the pose's below which it is no face of theirs; real ones are at 0.92 and more."""
SIDEWAYS_DEG: Final = 60.0
"""How far eyes and shoulders are turned when it is the picture that lies on its side: no neck tilts a head so far."""
FOLDED: Final = 0.35
"""Trunk lengths that both knees are above the hips in no body that has no face: legs put up on a desk show one."""
BROAD: Final = 0.35
"""Shoulders to trunk, from which somebody is not seen from the side."""
_LEVEL: Final = tan(radians(90.0 - SIDEWAYS_DEG))


def own(seen: Perceived) -> Perceived:
    """`seen` without what is not the person's; nothing of a picture upside down or on its side.

    A face without a body is no person's: the pose finds one even of somebody whose face fills the picture, while the
    face model sees eyes and a smile in a globe that turns.
    """
    pose = seen.pose
    if pose is None:
        return replace(seen, face=None, hands=())
    if upside_down(pose) or on_its_side(seen.face, pose):
        return replace(seen, face=None, hands=(), pose=None)
    if seen.face is None and _folded(pose):
        return replace(seen, hands=(), pose=None)
    if seen.face is not None and not _fits(seen.face, pose):
        seen = replace(seen, face=None)
    kept = tuple(hand for hand in seen.hands if _theirs(hand, pose, seen.size))
    return seen if len(kept) == len(seen.hands) else replace(seen, hands=kept)


def _theirs(hand: Hand, pose: Pose, size: tuple[int, int]) -> bool:
    """Whether this hand can be on a wrist of theirs; doubtful wrists rule out none."""
    gaps = np.hypot(*(pose.points[WRISTS] - hand.points[0]).T)
    if pose.presence[WRISTS[int(gaps.argmin())]] < GONE and _well_within(hand.points[0], size):
        return False
    return min(pose.presence[WRISTS]) < SURE or float(gaps.min()) <= _reach(hand, pose)


def _well_within(point: Array, size: tuple[int, int]) -> bool:
    share = point / np.array(size, np.float32)
    return bool((share > WELL_WITHIN).all() and (share < 1.0 - WELL_WITHIN).all())


def _folded(pose: Pose) -> bool:
    """Whether both knees are far above the hips."""
    if min(pose.presence[[*SHOULDERS, *HIPS, *KNEES]]) < SURE:
        return False
    hips = pose.points[HIPS].mean(axis=0)
    trunk = float(np.hypot(*(pose.points[SHOULDERS].mean(axis=0) - hips)))
    return float(hips[1] - pose.points[KNEES, 1].max()) > FOLDED * trunk


def upside_down(pose: Pose) -> bool:
    """Whether it is the picture that stands on its head: the shoulders' sides swapped, and the nose below them.

    Either alone is no proof: a turned back swaps the sides too, and who bends down has the nose below.
    """
    left, right = pose.points[SHOULDERS]
    if min(pose.presence[[0, *SHOULDERS]]) < SURE:
        return False
    swapped = float(left[0] - right[0]) < -0.5 * shoulder_width(pose)
    return swapped and float(pose.points[0, 1] - (left[1] + right[1]) / 2) > 0.2 * shoulder_width(pose)


def on_its_side(face: Face | None, pose: Pose) -> bool:
    """Whether it is the picture that lies on its side: nobody tells that from a head laid down but by the shoulders."""
    if face is None:
        return _lies(pose)
    left, right = pose.points[SHOULDERS]
    shoulders = degrees(atan2(right[1] - left[1], left[0] - right[0]))
    return min(abs(eye_line_roll(face)), abs(shoulders)) > SIDEWAYS_DEG


def _lies(pose: Pose) -> bool:
    """Whether the body lies on its side: of a small person who does, the face is seldom found.

    A level trunk alone is no proof, since people bow: the shoulders stand on end too, or the thighs go on as the trunk.
    """
    if min(pose.presence[[*SHOULDERS, *HIPS]]) < SURE:
        return False
    shoulders, hips = pose.points[SHOULDERS], pose.points[HIPS]
    trunk, across = hips.mean(axis=0) - shoulders.mean(axis=0), shoulders[0] - shoulders[1]
    thighs = pose.points[KNEES].mean(axis=0) - hips.mean(axis=0)
    broad = np.hypot(*across) > BROAD * np.hypot(*trunk) and _level(across[::-1])
    along = min(pose.presence[KNEES]) >= SURE and _level(thighs) and trunk[0] * thighs[0] > 0
    return bool(_level(trunk) and (broad or along))


def _level(way: Array) -> bool:
    return bool(abs(way[1]) < _LEVEL * abs(way[0]))


def _fits(face: Face, pose: Pose) -> bool:
    return _apart(face.points, RIGHT_OUTER, LEFT_OUTER) >= SMALL * _apart(pose.points, *EYES)


def _apart(points: Array, a: int, b: int) -> float:
    return float(np.hypot(*(points[a, :2] - points[b, :2])))


def _reach(hand: Hand, pose: Pose) -> float:
    """How far the hand's wrist may be from the pose's, px."""
    length = float(np.hypot(*(hand.points[9] - hand.points[0])))
    return max(FAR_HANDS * length, FAR_SW * shoulder_width(pose))
