"""Arms, shoulders and trunk, from one pose (pure). Lengths in shoulder widths (sw), y up.

A joint counts as in view with a presence of at least 0.5 and as seen with a visibility of at least 0.3: behind a desk
the model goes on guessing joints, with presence 0.7 and visibility under 0.2.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.core.landmarks import Array, Hand, Perceived, Pose
from coach.vision.crops import shoulder_width

PRESENT, SEEN = 0.5, 0.3
L_EAR, R_EAR, L_SHOULDER, R_SHOULDER, L_ELBOW, R_ELBOW, L_WRIST, R_WRIST = 7, 8, 11, 12, 13, 14, 15, 16
L_HIP, R_HIP, L_KNEE, R_KNEE = 23, 24, 25, 26

Values = dict[str, float | None]
NAMES = (
    "wrist_cross_sw",
    "wrists_apart_sw",
    "wrists_up_sw",
    "elbows_up_sw",
    "elbows_out_sw",
    "wrists_to_ears_sw",
    "elbow_reach_sw",
    "wrists_in_trunk_sw",
    "wrists_visibility",
    "hands_seen",
    "wrist_support_sw",
)


def in_view(pose: Pose, *joints: int) -> bool:
    """Whether all joints are within the picture, seen or hidden."""
    return all(pose.presence[j] >= PRESENT for j in joints)


def seen(pose: Pose, *joints: int) -> bool:
    """Whether all joints are within the picture and not hidden."""
    return all(pose.presence[j] >= PRESENT and pose.visibility[j] >= SEEN for j in joints)


def measure(perceived: Perceived) -> Values:
    """Features of the posture; None where the joints they need are out of view."""
    pose = perceived.pose
    values: Values = dict.fromkeys(NAMES)
    if pose is None or not in_view(pose, L_SHOULDER, R_SHOULDER):
        return values
    at = (pose.points - (pose.points[L_SHOULDER] + pose.points[R_SHOULDER]) / 2) / shoulder_width(pose)
    at = at * np.array([1, -1], np.float32)
    values.update(_arms(pose, at, perceived.hands))
    if seen(pose, L_HIP, R_HIP, L_KNEE, R_KNEE):
        values.update(_standing(pose, at, perceived.hands))
        values["wrist_support_sw"] = _support(pose, at)
    return values


def _arms(pose: Pose, at: Array, hands: tuple[Hand, ...]) -> Values:
    wrists = at[[L_WRIST, R_WRIST]]
    # Beyond the picture's edge an elbow is a guess that follows the arm all the same: a raised one lifts its shoulder.
    values: Values = {"elbow_reach_sw": float(np.abs(at[[L_ELBOW, R_ELBOW], 0]).max())}
    if in_view(pose, L_ELBOW, R_ELBOW):
        values["elbows_up_sw"] = float(at[[L_ELBOW, R_ELBOW], 1].min())
        values["elbows_out_sw"] = float(min(at[L_ELBOW, 0], -at[R_ELBOW, 0]))
    if in_view(pose, L_WRIST, R_WRIST):
        values["wrists_to_ears_sw"] = float(np.hypot(*(wrists - at[[L_EAR, R_EAR]]).T).max())
        values["wrists_up_sw"] = float(wrists[:, 1].min())
        values["wrists_apart_sw"] = float(np.hypot(*(wrists[0] - wrists[1])))
        values["wrist_cross_sw"] = _cross(pose, at, hands)
    elif seen(pose, L_ELBOW, R_ELBOW) or max(pose.presence[L_ELBOW], pose.presence[R_ELBOW]) >= PRESENT:
        # Wrists below the picture's edge hang; they neither cross on the chest nor hold the head.
        low = max(pose.presence[L_WRIST], pose.presence[R_WRIST]) < PRESENT
        if low and float(at[[L_ELBOW, R_ELBOW], 1].max()) < -0.3:
            values |= {"wrist_cross_sw": -1.0, "wrists_to_ears_sw": 3.0, "wrists_up_sw": -2.0, "wrists_apart_sw": 1.0}
    if not in_view(pose, L_EAR, R_EAR):
        values["wrists_to_ears_sw"] = None
    return values


def _cross(pose: Pose, at: Array, hands: tuple[Hand, ...]) -> float:
    """How far a wrist, or the hand on it, has gone past the midline to the other side; below 0 on its own side.

    The farther forearm of crossed arms is hidden, so one wrist past the middle with both near it will do.
    """
    past = max(float(-at[L_WRIST, 0]), float(at[R_WRIST, 0]))
    middle, unit = (pose.points[L_SHOULDER] + pose.points[R_SHOULDER]) / 2, shoulder_width(pose)
    for hand in hands:
        x, y = (hand.points[9] - middle) / unit
        if hand.score > 0.8 and 0.3 < float(y) < 1.5:
            past = max(past, float(x) if hand.right else -float(x))
    return past


STANDS_SW: Final = 0.7
"""How far the knees are below the hips of somebody who stands: 1.1 and more; legs behind a lectern are guessed at 0.4
at most, and its wrists with them."""


def _standing(pose: Pose, at: Array, hands: tuple[Hand, ...]) -> Values:
    """Where the wrists are of somebody who stands, hips and knees in view; nothing without both wrists."""
    drop = float(at[[L_HIP, R_HIP], 1].mean() - at[[L_KNEE, R_KNEE], 1].max())
    if not in_view(pose, L_WRIST, R_WRIST) or drop < STANDS_SW:
        return {}
    wrists, hips = at[[L_WRIST, R_WRIST]], at[[L_HIP, R_HIP]]
    top, bottom = 0.0, float(hips[:, 1].mean())
    off = [max(abs(float(x)) - 0.5, 0.0, bottom - 0.15 - float(y), float(y) - top) for x, y in wrists]
    unit = shoulder_width(pose)
    near = [
        any(float(np.hypot(*(hand.points[0] - pose.points[w]))) < 0.5 * unit for hand in hands)
        for w in (L_WRIST, R_WRIST)
    ]
    return {
        "wrists_in_trunk_sw": max(off),
        "wrists_visibility": float(max(pose.visibility[L_WRIST], pose.visibility[R_WRIST])),
        "hands_seen": float(sum(near)),
    }


PROPS_SW: Final = 0.2
"""Where a wrist no longer props: as the signal `recargarse` leaves."""


def _support(pose: Pose, at: Array) -> float | None:
    """Height over the hips of a wrist held out to the side, -1 for none; None where one out of view may be higher."""
    hips = float(at[[L_HIP, R_HIP], 1].mean())
    wrists = [at[w] for w in (L_WRIST, R_WRIST) if in_view(pose, w)]
    held = [float(y) - hips for x, y in wrists if abs(float(x)) > 0.8]
    highest = max(held, default=-1.0)
    # A wrist that hangs says nothing of the other; one that props says enough.
    return max(highest, -1.0) if len(wrists) == 2 or highest > PROPS_SW else None
