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

SMALLEST_BROWS_IOD, SMALLEST_MOUTH_IOD = 28.0, 20.0
"""Eye distances in px under which brows, and a smile, go unseen: of 26 real smiles 16 pass `sonrisa`'s first way at 22
and more, 14 at 20, 12 at 18; rendered ones lose half of their log odds at 18 and all at 16."""

Values = dict[str, float | None]
NAMES = ("mouth_hidden", "smile_logit", "mouth_width_iod", "eyes_shut", "brow_height_iod", "frown_logit")
MOUTH_CORNERS = (61, 291)


def measure(seen: Perceived, *, masked: bool) -> Values:
    """Features of the face; those of the mouth are None while a mask or a hand covers it, and in too small a face."""
    face = seen.face
    if face is None:
        return dict.fromkeys(NAMES)
    frame = FaceFrame.of(face)
    behind = hand_on_face(frame, seen.hands)
    covered = masked or behind or mouth_covered(face, frame, seen.hands)
    mouth = frame.iod >= SMALLEST_MOUTH_IOD and not covered
    # A hand that the hand model has lost may be over the brows.
    lost = not seen.hands and seen.pose is not None and hand_at_head(seen.pose)
    brows = frame.iod >= SMALLEST_BROWS_IOD and not behind and not lost
    return {
        "mouth_hidden": float(covered),
        "smile_logit": logit(face.blend, SMILE) if mouth else None,
        "mouth_width_iod": _mouth_width(face, frame) if mouth else None,
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
