"""The face itself: smile, brows, lids and whether a mask or a hand hides the mouth (pure)."""

from __future__ import annotations

import numpy as np

from coach.core.landmarks import Face, Hand, Perceived
from coach.vision.blendshapes import BLINK, BROW_DOWN, BROW_UP, SMILE, logit, mean
from coach.vision.crops import hand_at_head
from coach.vision.face_frame import LEFT_INNER, RIGHT_INNER, FaceFrame, hand_on_face

INNER_BROWS = (107, 66, 336, 296)
MOUTH_RADIUS = 0.32
"""iod around the mouth's middle in which a hand's point hides it."""

SMALLEST_BROWS_IOD = 28.0

Values = dict[str, float | None]
NAMES = ("mouth_hidden", "smile_logit", "mouth_width_iod", "eyes_shut", "brow_height_iod", "frown_logit")
MOUTH_CORNERS = (61, 291)


def measure(seen: Perceived, *, masked: bool) -> Values:
    """Features of the face; mouth features are None while a mask or a hand covers the mouth."""
    face = seen.face
    if face is None:
        return dict.fromkeys(NAMES)
    frame = FaceFrame.of(face)
    behind = hand_on_face(frame, seen.hands)
    covered = masked or behind or mouth_covered(face, frame, seen.hands)
    # A hand that the hand model has lost may be over the brows.
    lost = not seen.hands and seen.pose is not None and hand_at_head(seen.pose)
    brows = frame.iod >= SMALLEST_BROWS_IOD and not behind and not lost
    return {
        "mouth_hidden": float(covered),
        "smile_logit": None if covered else logit(face.blend, SMILE),
        "mouth_width_iod": None if covered else _mouth_width(face, frame),
        "eyes_shut": mean(face.blend, BLINK),
        "brow_height_iod": _brow_height(face, frame) if brows else None,
        "frown_logit": logit(face.blend, BROW_DOWN) - logit(face.blend, BROW_UP) if brows else None,
    }


def mouth_covered(face: Face, frame: FaceFrame, hands: tuple[Hand, ...]) -> bool:
    """Whether three or more points of one hand lie over the mouth."""
    mouth = frame.place(face.points[[13, 14]]).mean(axis=0)
    for hand in hands:
        near = np.hypot(*(frame.place(hand.points) - mouth).T) < MOUTH_RADIUS
        if int(near.sum()) >= 3:
            return True
    return False


def _mouth_width(face: Face, frame: FaceFrame) -> float:
    corners = face.points[list(MOUTH_CORNERS)]
    return float(np.hypot(*(corners[1] - corners[0]))) / frame.iod


def _brow_height(face: Face, frame: FaceFrame) -> float:
    """Inner halves of the brows above the inner eye corners, in iod."""
    brows = frame.place(face.points[list(INNER_BROWS)])[:, 1].mean()
    eyes = frame.place(face.points[[RIGHT_INNER, LEFT_INNER]])[:, 1].mean()
    return float(brows - eyes)
