"""The face as a ruler: its own axes and its scale, so that hands near it can be measured in eye distances (pure).

Points are numbered as in MediaPipe's 478-point face mesh; "right" is the person's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees, hypot

import numpy as np

from coach.core.landmarks import Array, Face, Hand
from coach.core.once import once

RIGHT_OUTER, RIGHT_INNER, LEFT_INNER, LEFT_OUTER = 33, 133, 362, 263
RIGHT_IRIS, LEFT_IRIS = 468, 473
FOREHEAD, CHIN, NOSE_TIP = 10, 152, 1
OVAL = (10, 297, 284, 389, 454, 361, 397, 378, 152, 149, 172, 132, 234, 162, 54, 67)
"""Every second point of the face's outline, clockwise."""


@dataclass(frozen=True, slots=True)
class FaceFrame:
    """Origin between the eyes, x along the eye line (to the picture's right), y up; unit one eye distance (`iod`).

    `iod` is the outer eye-corner distance in px, never less than half the face's height, so that a turned head does
    not shrink the ruler.
    """

    origin: Array
    x_axis: Array
    y_axis: Array
    iod: float

    @staticmethod
    @once
    def of(face: Face) -> FaceFrame:
        """The ruler of this face."""
        points = face.points
        right, left = points[RIGHT_OUTER], points[LEFT_OUTER]
        across = left - right
        length = float(hypot(across[0], across[1])) or 1.0
        tall = points[FOREHEAD] - points[CHIN]
        x_axis = across / length
        return FaceFrame(
            origin=(right + left) / 2,
            x_axis=x_axis,
            y_axis=np.array([x_axis[1], -x_axis[0]], np.float32),
            iod=max(length, 0.5 * float(hypot(tall[0], tall[1]))),
        )

    def place(self, points: Array) -> Array:
        """Points (n, 2) px in the face's axes, in iod."""
        off = (points - self.origin) / self.iod
        return np.stack([off @ self.x_axis, off @ self.y_axis], axis=1)


@dataclass(frozen=True, slots=True)
class HeadAngles:
    """Degrees: `pitch` chin down, `yaw` to the picture's right, `roll` of the eye line counter-clockwise."""

    pitch: float
    yaw: float
    roll: float

    @classmethod
    def of(cls, face: Face) -> HeadAngles:
        """The angles of this face's matrix."""
        ahead, across = face.matrix[:, 2], face.matrix[:, 0]
        return cls(
            pitch=degrees(atan2(-ahead[1], ahead[2])),
            yaw=degrees(atan2(ahead[0], ahead[2])),
            roll=degrees(atan2(across[1], across[0])),
        )


def hand_on_face(frame: FaceFrame, hands: tuple[Hand, ...]) -> bool:
    """Whether three or more points of a hand lie over brows, eyes or nose, so that their landmarks are guesses."""
    for hand in hands:
        at = frame.place(hand.points)
        over = (np.abs(at[:, 0]) < 0.65) & (at[:, 1] > -0.5) & (at[:, 1] < 0.6)
        if int(over.sum()) >= 3:
            return True
    return False


def eye_line_roll(face: Face) -> float:
    """Degrees the eye line is turned counter-clockwise in the picture; holds where the matrix is unsure."""
    across = face.points[LEFT_OUTER] - face.points[RIGHT_OUTER]
    return degrees(atan2(-across[1], across[0]))


def iris_offset(face: Face) -> float:
    """Mean horizontal place of both irises between their eye corners, in eye widths; 0 is the middle."""
    return (
        _between(face.points, RIGHT_IRIS, RIGHT_OUTER, RIGHT_INNER)
        + _between(face.points, LEFT_IRIS, LEFT_INNER, LEFT_OUTER)
    ) / 2


def _between(points: Array, iris: int, start: int, end: int) -> float:
    eye = points[end] - points[start]
    off = points[iris] - (points[start] + points[end]) / 2
    return float(off @ eye) / max(float(eye @ eye), 1e-6)
