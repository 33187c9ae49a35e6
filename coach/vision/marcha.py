"""Walking and sitting with the legs in view: gait, the trunk's lean, pockets, crossed legs (pure)."""

from __future__ import annotations

from math import atan2, degrees, hypot

import numpy as np

from coach.core.landmarks import Array, Perceived, Pose
from coach.core.rolling import Window
from coach.vision.postura import (
    L_EAR,
    L_ELBOW,
    L_HIP,
    L_KNEE,
    L_SHOULDER,
    L_WRIST,
    R_EAR,
    R_ELBOW,
    R_HIP,
    R_KNEE,
    R_SHOULDER,
    R_WRIST,
    in_view,
    seen,
)

L_ANKLE, R_ANKLE = 27, 28
GAIT_S = 2.2
LEAST_TRUNK_PX = 1.0
"""A body that is all in one place is no body, and nothing can be measured by it."""

Values = dict[str, float | None]
NAMES = (
    "step_swing_trunk",
    "step_turns",
    "travel_trunk",
    "trunk_forward_deg",
    "neck_forward_deg",
    "wrists_to_hips_trunk",
    "arm_swing_trunk",
    "elbows_bend_deg",
    "thigh_drop_trunk",
    "ankle_lift_trunk",
)


class Gait:
    """Features of legs and trunk in trunk lengths; remembers the last two seconds or so of steps."""

    def __init__(self) -> None:
        self._steps, self._rise = Window(GAIT_S), Window(GAIT_S)
        self._way, self._tall = Window(1.0), Window(1.0)
        self._arms = (Window(1.2), Window(1.2))
        self._values: Values = dict.fromkeys(NAMES)

    def update(self, perceived: Perceived) -> Values:
        """Features of gait and legs; None unless they are in view from shoulders to ankles."""
        if "pose" in perceived.fresh:
            self._values = self._measure(perceived.t, perceived.pose)
        return self._values

    def _measure(self, t: float, pose: Pose | None) -> Values:
        values: Values = dict.fromkeys(NAMES)
        if pose is None or not seen(pose, L_HIP, R_HIP) or not in_view(pose, L_SHOULDER, R_SHOULDER):
            return values
        shoulders = pose.points[[L_SHOULDER, R_SHOULDER]].mean(axis=0)
        hips = pose.points[[L_HIP, R_HIP]].mean(axis=0)
        trunk = float(hypot(*(shoulders - hips)))
        legs = in_view(pose, L_KNEE, R_KNEE, L_ANKLE, R_ANKLE)
        if trunk < LEAST_TRUNK_PX or not legs or max(pose.visibility[[L_ANKLE, R_ANKLE]]) < 0.5:
            return values
        values.update(self._walk(t, pose, hips, trunk))
        values.update(_lean(pose, shoulders, hips, self._heading(trunk)))
        values.update(self._arm_hang(t, pose, trunk))
        values.update(_legs(pose, trunk))
        return values

    def _walk(self, t: float, pose: Pose, hips: Array, trunk: float) -> Values:
        apart = (pose.points[L_ANKLE] - pose.points[R_ANKLE]) / trunk
        self._steps.add(t, float(apart[0]))
        self._rise.add(t, float(apart[1]))
        self._way.add(t, float(hips[0]))
        self._tall.add(t, float(np.log(trunk)))
        swings = (self._steps.swing(0.25), self._rise.swing(0.12))
        best = max(swings, key=lambda swing: (swing.reversals, swing.size))
        # Coming nearer shows in the size: 10% of growth a second is about half a trunk of way at 3 m.
        return {
            "step_swing_trunk": best.size,
            "step_turns": float(best.reversals),
            "travel_trunk": max(self._way.size() / trunk, 5 * self._tall.size()) if self._way.span > 0.4 else 0.0,
        }

    def _heading(self, trunk: float) -> float:
        """+1 walking to the picture's right, -1 to its left, 0 neither."""
        way = self._way.values
        if not way or abs(way[-1] - way[0]) < 0.15 * trunk:
            return 0.0
        return 1.0 if way[-1] > way[0] else -1.0

    def _arm_hang(self, t: float, pose: Pose, trunk: float) -> Values:
        if not in_view(pose, L_WRIST, R_WRIST):
            return {}
        off = (pose.points[[L_WRIST, R_WRIST]] - pose.points[[L_HIP, R_HIP]]) / trunk
        for window, x in zip(self._arms, off[:, 0], strict=True):
            window.add(t, float(x))
        # The arm nearer to the camera is the one to be believed.
        near = int(np.argmax(pose.visibility[[L_WRIST, R_WRIST]]))
        bends = (_bend(pose, L_SHOULDER, L_ELBOW, L_WRIST), _bend(pose, R_SHOULDER, R_ELBOW, R_WRIST))
        return {
            "wrists_to_hips_trunk": float(hypot(*off[near])),
            "arm_swing_trunk": self._arms[near].size(),
            "elbows_bend_deg": bends[near],
        }


def _lean(pose: Pose, shoulders: Array, hips: Array, heading: float) -> Values:
    """Degrees forward of the trunk and of head over shoulders, towards where the person walks; seen from the side."""
    if heading == 0.0:
        return {}
    values: Values = {
        "trunk_forward_deg": heading * degrees(atan2(float(shoulders[0] - hips[0]), float(hips[1] - shoulders[1])))
    }
    if in_view(pose, L_EAR, R_EAR):
        ears = pose.points[[L_EAR, R_EAR]].mean(axis=0)
        neck = heading * degrees(atan2(float(ears[0] - shoulders[0]), float(shoulders[1] - ears[1])))
        values["neck_forward_deg"] = neck
    return values


def _legs(pose: Pose, trunk: float) -> Values:
    drop = (pose.points[[L_KNEE, R_KNEE], 1] - pose.points[[L_HIP, R_HIP], 1]) / trunk
    lift = abs(float(pose.points[L_ANKLE, 1] - pose.points[R_ANKLE, 1])) / trunk
    return {
        "thigh_drop_trunk": float(drop.min()),
        "ankle_lift_trunk": lift,
    }


def _bend(pose: Pose, shoulder: int, elbow: int, wrist: int) -> float:
    """Degrees by which an elbow is bent: 0 is a straight arm."""
    upper, lower = pose.world[shoulder] - pose.world[elbow], pose.world[elbow] - pose.world[wrist]
    scale = float(np.linalg.norm(upper) * np.linalg.norm(lower)) or 1.0
    return degrees(float(np.arccos(np.clip(float(upper @ lower) / scale, -1, 1))))
