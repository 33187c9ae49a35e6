"""The shoulders against the face and the horizon: rounding forward, sinking, sloping (pure)."""

from __future__ import annotations

from math import atan2, degrees, hypot, log
from statistics import median

from coach.core.landmarks import Face, Perceived, Pose
from coach.core.rolling import Window
from coach.vision.crops import hand_at_head, shoulder_width
from coach.vision.face_frame import CHIN, FOREHEAD
from coach.vision.postura import L_EAR, L_SHOULDER, R_EAR, R_SHOULDER, in_view

SMOOTH_S = 0.6
"""A posture lasts; a face that is misread for a look or two does not."""
CLEAR = 0.8
"""Presence of shoulders that can be measured; those at or beyond the picture's edge are guessed all the same."""
EDGE = 0.02

Values = dict[str, float | None]
NAMES = ("hunch_log", "neck_face_log", "shoulder_roll_deg")


class Shoulders:
    """Ratios of shoulders, neck and face, each the median of the last 0.6 s."""

    def __init__(self) -> None:
        self._across, self._neck = Window(SMOOTH_S), Window(SMOOTH_S)

    def update(self, seen: Perceived) -> Values:
        """Features of the shoulders; None where face or shoulders are out of view, or a raised arm lifts one."""
        pose = seen.pose
        if pose is None or not in_view(pose, L_SHOULDER, R_SHOULDER):
            return dict.fromkeys(NAMES)
        values: Values = {**dict.fromkeys(NAMES), "shoulder_roll_deg": _roll(pose)}
        if seen.face is None or hand_at_head(pose) or not _clear(pose, seen.size):
            return values
        across, neck = _ratios(pose, seen.face)
        self._across.add(seen.t, across)
        self._neck.add(seen.t, neck)
        values["neck_face_log"] = median(self._neck.values)
        values["hunch_log"] = median(a + b for a, b in zip(self._across.values, self._neck.values, strict=True))
        return values


def _clear(pose: Pose, size: tuple[int, int]) -> bool:
    """Whether both shoulders are well within the picture of `size` (width, height)."""
    off = pose.points[[L_SHOULDER, R_SHOULDER]] / size
    inside = bool((off > EDGE).all() and (off < 1.0 - EDGE).all())
    return inside and min(pose.presence[[L_SHOULDER, R_SHOULDER]]) > CLEAR


def _roll(pose: Pose) -> float | None:
    """Slope of the shoulder line, degrees counter-clockwise; None edge-on, where two shoulders have no line."""
    left, right = pose.points[L_SHOULDER], pose.points[R_SHOULDER]
    if float(left[0] - right[0]) <= 0.6 * shoulder_width(pose):
        return None
    return degrees(atan2(float(right[1] - left[1]), float(left[0] - right[0])))


def _ratios(pose: Pose, face: Face) -> tuple[float, float]:
    """Logs of the shoulders' width and of the neck's height (ears over shoulders), both over the face's height."""
    left, right = pose.points[L_SHOULDER], pose.points[R_SHOULDER]
    tall = face.points[FOREHEAD] - face.points[CHIN]
    face_px = max(float(hypot(tall[0], tall[1])), 1.0)
    ears = (pose.points[L_EAR, 1] + pose.points[R_EAR, 1]) / 2
    neck = max(float((left[1] + right[1]) / 2 - ears), 0.05 * face_px)
    return log(max(float(hypot(*(left - right))), 1.0) / face_px), log(neck / face_px)
