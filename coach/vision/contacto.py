"""How near one hand is to each place of the face that the manual names, in eye distances (pure).

The hand model loses a finger behind a face, so every measure is a distance that detectors may threshold, never a
verdict. Depth of hands and faces cannot be compared: a hand held before the face counts as touching it.
"""

from __future__ import annotations

import numpy as np

from coach.core.landmarks import Array, Face
from coach.vision.face_frame import CHIN, LEFT_IRIS, NOSE_TIP, OVAL, RIGHT_IRIS, FaceFrame

THUMB, INDEX, MIDDLE = 4, 8, 12
BRIDGE, UNDER_NOSE = 6, 2
CHEEK_RIGHT, CHEEK_LEFT = 234, 454
JAW_LINE = (234, 132, 172, 149, 152, 378, 397, 361, 454)
"""The lower half of the face's outline, from its right ear to its left one."""
JAW = (152, 148, 377, 176, 400, 149, 378)
UNDER_JAW = 0.2
"""iod below the jaw line from which on fingers are on the neck and no longer at the jaw."""
FAR = 3.0
"""What a distance is when no hand is anywhere near."""

ZONES = ("nose_pinch_iod", "eye_touch_iod", "ear_pinch_iod", "nose_touch_iod", "chin_touch_iod", "hair_touch_iod")


class FacePlaces:
    """The named places of one face in its own axes."""

    def __init__(self, face: Face, frame: FaceFrame) -> None:
        at = frame.place(face.points)
        self.bridge = at[BRIDGE]
        self.eyes = at[[RIGHT_IRIS, LEFT_IRIS]]
        self.nose = np.linspace(at[NOSE_TIP], at[UNDER_NOSE], 3)
        self.jaw = at[list(JAW)]
        # The lobe hangs outside and below the last point of the mesh before the ear.
        self.lobes = at[[CHEEK_RIGHT, CHEEK_LEFT]] + np.array([[-0.25, -0.2], [0.25, -0.2]], np.float32)
        line = at[list(JAW_LINE)]
        self.jaw_line = line[np.argsort(line[:, 0])]
        self.oval = at[list(OVAL)]
        self.chin = at[CHIN]

    def distances(self, hand: Array) -> dict[str, float]:
        """From one hand's points (21, 2), in the face's axes, to each zone of `ZONES`."""
        tips = hand[[INDEX, MIDDLE]]
        pinch = (hand[THUMB] + hand[INDEX]) / 2
        # Single tips jump behind a face; the middle of three does not.
        touch = hand[[THUMB, INDEX, MIDDLE]].mean(axis=0)
        bridge, eye = _gap(touch, self.bridge), _nearest(touch[None], self.eyes)
        # Nose and chin likewise: one finger of a hand at the chin may be guessed up to the nose.
        lower = _nearest(touch[None], self.nose) - _nearest(touch[None], self.jaw)
        # Fingers behind a fist are guessed; the knuckles of a pinching hand are up beside the nose all the same.
        low = max(0.0, -0.4 - float(hand[[5, 9], 1].mean()))
        neck = max(0.0, float(np.interp(touch[0], *self.jaw_line.T) - touch[1]) - UNDER_JAW)
        opening = float(np.hypot(*(hand[THUMB] - hand[INDEX])))
        return {
            # Bridge and eyes are neighbours: whichever is nearer wins, the other is pushed away.
            "nose_pinch_iod": bridge + max(0.0, bridge - eye) + low,
            "eye_touch_iod": eye + max(0.0, eye - bridge) + low,
            "ear_pinch_iod": _nearest(pinch[None], self.lobes) + max(0.0, opening - 0.3),
            "nose_touch_iod": _nearest(hand[[6, INDEX, 10, MIDDLE]], self.nose) + max(0.0, lower),
            "chin_touch_iod": _nearest(hand[[THUMB, INDEX, MIDDLE]], self.jaw) + max(0.0, -lower) + neck,
            "hair_touch_iod": _hair(tips.mean(axis=0)),
        }

    def rest_gap(self, hand: Array) -> float:
        """From the second nearest point of the hand to the face's outline, 0 within it; FAR before the face."""
        before = (np.abs(hand[:, 0]) < 0.4) & (hand[:, 1] > -0.75) & (hand[:, 1] < 0.8)
        if int(before.sum()) >= 5:
            return FAR
        gaps = np.hypot(*(hand[:, None] - self.oval[None]).transpose(2, 0, 1)).min(axis=1)
        inside = np.array([_inside(point, self.oval) for point in hand[[0, 4, 5, 8, 9, 12, 17, 20]]])
        if int(inside.sum()) >= 2:
            return 0.0
        return float(np.partition(gaps, 1)[1])


def upright(hand: Array) -> bool:
    """Whether the fingers point up from the wrist, as under a resting head."""
    return float(hand[[8, 12, 16, 20], 1].mean() - hand[0, 1]) > 0.35


def _gap(a: Array, b: Array) -> float:
    return float(np.hypot(*(a - b)))


def _nearest(points: Array, places: Array) -> float:
    return float(np.hypot(*(points[:, None] - places[None]).transpose(2, 0, 1)).min())


def _hair(tip: Array) -> float:
    """From the fingertips to the hair: a ring around the head above the eyes, or beside the neck below the ears."""
    x, y = float(tip[0]), float(tip[1])
    ring = float(np.hypot(x / 0.85, (y - 0.1) / 1.15))
    above = max(0.0, 0.8 - ring, ring - 1.5) + max(0.0, 0.12 - y)
    beside = max(0.0, 0.75 - abs(x), abs(x) - 1.5) + max(0.0, y + 0.6, -1.4 - y)
    return min(above, beside)


def _inside(point: Array, outline: Array) -> bool:
    a, b = outline, np.roll(outline, -1, axis=0)
    crosses = (a[:, 1] > point[1]) != (b[:, 1] > point[1])
    with np.errstate(divide="ignore", invalid="ignore"):
        x = a[:, 0] + (point[1] - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
    return bool((crosses & (point[0] < x)).sum() % 2)
