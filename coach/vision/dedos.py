"""Fingers away from the face: tapping, and the open palm that shows the way (pure)."""

from __future__ import annotations

import numpy as np

from coach.core.landmarks import Array, Hand, Perceived, Pose
from coach.core.rolling import Window
from coach.vision.crops import HEAD, shoulder_width
from coach.vision.postura import L_WRIST, R_WRIST, in_view
from coach.vision.postura import seen as in_sight

TIPS, KNUCKLES = (8, 12, 16, 20), (5, 9, 13, 17)
TAP_S = 1.5
SMALLEST_PX = 15.0
"""Wrist to knuckles, px: fingers of smaller hands are noise."""

Values = dict[str, float | None]
TAPS = ("tap_turns", "tap_hz", "wrist_drift_hand")
NAMES = (*TAPS, "palm_open")


class _Fingers:
    """The last moments of one hand: how far each fingertip is from its knuckle, and where the wrist is."""

    def __init__(self) -> None:
        self.fingers = [Window(TAP_S) for _ in TIPS]
        self.wrist = (Window(TAP_S), Window(TAP_S))
        self.size = 1.0
        self._place: Array | None = None

    def add(self, t: float, hand: Hand) -> None:
        points = hand.points
        size = _size(hand) or 1.0
        if self._place is not None and float(np.hypot(*(points[0] - self._place))) > 1.5 * size:
            for window in (*self.fingers, *self.wrist):
                window.clear()
        self._place = points[0]
        for window, tip, knuckle in zip(self.fingers, TIPS, KNUCKLES, strict=True):
            window.add(t, float(np.hypot(*(points[tip] - points[knuckle]))) / size)
        for window, value in zip(self.wrist, points[0], strict=True):
            window.add(t, float(value))
        self.size = size


class Fingers:
    """Features of hands that are not at the head."""

    def __init__(self) -> None:
        self._hands = {False: _Fingers(), True: _Fingers()}
        self._values: Values = dict.fromkeys(NAMES)

    def update(self, seen: Perceived) -> Values:
        """Features of the fingers; None while no hand could be seen where hands may be."""
        if "hands" in seen.fresh:
            self._values = self._measure(seen)
        return self._values

    def _measure(self, seen: Perceived) -> Values:
        away = [hand for hand in seen.hands if not _at_head(hand, seen.pose)]
        clear = [hand for hand in away if _size(hand) >= SMALLEST_PX]
        if away and not clear:
            return dict.fromkeys(NAMES)
        if not clear:
            if not seen.hands and (seen.pose is None or not in_view(seen.pose, L_WRIST, R_WRIST)):
                return dict.fromkeys(NAMES)
            still = {**dict.fromkeys(NAMES, 0.0), "palm_open": _shown(clear, seen.pose)}
            # Behind a desk fingers may tap as well as rest: nobody knows. A palm that nobody sees shows no way.
            unseen = not seen.hands and seen.pose is not None and not in_sight(seen.pose, L_WRIST, R_WRIST)
            return {**still, **dict.fromkeys(TAPS)} if unseen else still
        best: Values = {"tap_turns": 0.0, "tap_hz": 0.0, "wrist_drift_hand": 0.0}
        for hand in clear:
            # Sides by place in the picture: the model swaps left and right while fingers move.
            past = self._hands[_side(hand, seen)]
            past.add(seen.t, hand)
            swings = sorted((w.swing(0.12) for w in past.fingers), key=lambda s: s.reversals)
            second = swings[-2]
            if second.reversals >= (best["tap_turns"] or 0.0):
                drift = max(w.size() for w in past.wrist) / past.size
                best = {"tap_turns": float(second.reversals), "tap_hz": second.hz, "wrist_drift_hand": drift}
        return {**best, "palm_open": _shown(clear, seen.pose)}


def _size(hand: Hand) -> float:
    return float(np.hypot(*(hand.points[9] - hand.points[0])))


def _side(hand: Hand, seen: Perceived) -> bool:
    middle = seen.size[0] / 2 if seen.pose is None else float(seen.pose.points[[11, 12], 0].mean())
    return bool(hand.points[0, 0] < middle)


def _at_head(hand: Hand, pose: Pose | None) -> bool:
    if pose is None:
        return False
    head = pose.points[list(HEAD)].mean(axis=0)
    return float(np.hypot(*(hand.points[9] - head))) < 0.75 * shoulder_width(pose)


def _shown(hands: list[Hand], pose: Pose | None) -> float | None:
    """The most open palm, 0 for none; None without the shoulders that tell where a hand is held.

    A wrist at the picture's edge is a guess, but good enough to tell a right hand from a left one.
    """
    if pose is None or min(pose.presence[[11, 12]]) < 0.5:
        return None
    return max((palm_open(hand, pose) for hand in hands), default=0.0)


def palm_open(hand: Hand, pose: Pose) -> float:
    """How open the palm is, 0-1: the straightness of the least straight finger, 0 unless it is shown.

    Shown means: out beside the trunk, not hanging down, its inner side up or towards the camera.
    """
    if not _beside(hand, pose) or _hanging(hand):
        return 0.0
    world = hand.world
    across, along = world[17] - world[5], (world[5] + world[17]) / 2 - world[0]
    normal = np.cross(along, across) * (1.0 if _is_right(hand, pose) else -1.0)
    normal /= float(np.linalg.norm(normal)) or 1.0
    # World axes: y down, z away from the camera.
    if max(-float(normal[1]), -float(normal[2])) < 0.35:
        return 0.0
    return min(_straight(hand, knuckle) for knuckle in KNUCKLES)


def _is_right(hand: Hand, pose: Pose) -> bool:
    """Whose wrist it hangs on; the hand model alone takes a palm for the back of the other hand."""
    left, right = (float(np.hypot(*(hand.points[0] - pose.points[wrist]))) for wrist in (15, 16))
    return right < left


def _straight(hand: Hand, knuckle: int) -> float:
    """Knuckle to tip as the crow flies over the way along the joints."""
    joints = hand.world[knuckle : knuckle + 4]
    way = float(np.linalg.norm(np.diff(joints, axis=0), axis=1).sum())
    return float(np.linalg.norm(joints[-1] - joints[0])) / way if way > 0 else 0.0


def _beside(hand: Hand, pose: Pose) -> bool:
    middle = pose.points[[11, 12]].mean(axis=0)
    off = (hand.points[9] - middle) / shoulder_width(pose)
    return abs(float(off[0])) > 0.7 and -0.4 < float(off[1]) < 1.4


def _hanging(hand: Hand) -> bool:
    way = hand.points[9] - hand.points[0]
    return float(way[1]) > 0.75 * float(np.hypot(*way))
