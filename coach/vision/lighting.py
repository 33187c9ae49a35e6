"""How the person is lit, and whether the lower face has another colour than the upper (a mask)."""

from __future__ import annotations

import math

import numpy as np

from coach.core.events import Image
from coach.core.landmarks import Light, Pose
from coach.vision import image as pixels
from coach.vision.crops import head_box

SMALL, PATCH = 96, 128
_GAMMA = 2.2
"""Of sRGB, nearly: from luma to light."""
_BRIGHT = 0.5
"""Mean luma around the head from which on anything bright is there."""
_LEAST_PIXELS = 8
_AROUND = ((-1.8, -1.6, -0.85, 0.3), (0.85, -1.6, 1.8, 0.3), (-0.85, -1.6, 0.85, -1.1))
"""Left of the head, right of it and above: boxes from between the eyes, in widths of the head."""


def measure(image: Image, pose: Pose | None) -> Light:
    """Mean luma (0-1) of the head, or of the middle when nobody is seen, and of the whole picture around it.

    `chroma` is the distance in Lab's a and b between the cheeks and mouth and the brow of the pose's head (8-bit
    units): a mask shows there whether or not the face model finds a face (AUC 0.94 in the study).
    """
    height, width = image.shape[:2]
    scale = SMALL / max(height, width)
    small = pixels.resize(image, max(1, round(width * scale)), max(1, round(height * scale)))
    luma = pixels.gray(small).astype(np.float32) / 255
    rows, columns = luma.shape
    if pose is None:
        inside = (slice(rows // 4, -(-3 * rows // 4)), slice(columns // 4, -(-3 * columns // 4)))
    else:
        box = head_box(pose)
        top, left = (max(0, int((v + 0.25 * box.width) * scale)) for v in (box.y, box.x))
        side = max(1, int(box.width * scale / 2))
        inside = (slice(min(top, rows - 1), top + side), slice(min(left, columns - 1), left + side))
    mask = np.ones_like(luma, bool)
    mask[inside] = False
    subject = float(luma[inside].mean())
    background = float(luma[mask].mean()) if mask.any() else subject
    chroma = None if pose is None else _chroma(image, pose)
    behind = None if pose is None else _behind(luma, pose.points * scale)
    return Light(subject, background, chroma, _noise(image), behind)


def _behind(luma: np.ndarray, points: np.ndarray) -> float | None:
    """Light around the head of the pose's `points` (px of `luma`) in that of the face, a lighter part of it.

    A dark mask, a beard or a fringe covers the other.
    """
    eyes, mouth = points[[2, 5]].mean(axis=0), points[[9, 10]].mean(axis=0)
    width = max(float(np.hypot(*(points[7] - points[8]))), 2.2 * float(np.hypot(*(mouth - eyes))))
    face = np.sort(_within(luma, (eyes + mouth) / 2, (-0.3, -0.3, 0.3, 0.3), width))
    beyond = np.concatenate([_within(luma, eyes, box, width) for box in _AROUND])
    if not face.size or beyond.size < _LEAST_PIXELS or beyond.mean() < _BRIGHT:
        return None
    lighter = max(float(face[3 * len(face) // 4]), 1 / 255)
    return float((float(beyond.mean()) / lighter) ** _GAMMA)


def _within(luma: np.ndarray, centre: np.ndarray, box: tuple[float, ...], width: float) -> np.ndarray:
    """The pixels of the picture in a box: left, top, right, bottom from `centre`, in widths of the head."""
    edges = [float(centre[at % 2]) + part * width for at, part in enumerate(box)]
    left, top = (max(0, math.floor(edge)) for edge in edges[:2])
    right, bottom = (max(0, math.ceil(edge)) for edge in edges[2:])
    return luma[top:bottom, left:right].ravel()


def _noise(image: Image) -> float:
    """Standard deviation of the grain in the middle of the picture (Immerkaer 1996: edges cancel, grain does not)."""
    height, width = image.shape[:2]
    top, left = max(0, height // 2 - PATCH // 2), max(0, width // 2 - PATCH // 2)
    patch = np.ascontiguousarray(image[top : top + PATCH, left : left + PATCH])
    luma = pixels.gray(patch).astype(np.int16)
    if min(luma.shape) < 3:
        return 0.0
    rows = luma[:-2] - 2 * luma[1:-1] + luma[2:]
    both = rows[:, :-2] - 2 * rows[:, 1:-1] + rows[:, 2:]
    # The median, where Immerkaer takes the mean: texture and edges are few, grain is everywhere.
    return float(_middle(np.abs(both).ravel())) / (0.6745 * 6.0)


def _middle(values: np.ndarray) -> np.ndarray:
    """The median along the first axis; numpy's own first loads a whole package for masked arrays."""
    low, high = (len(values) - 1) // 2, len(values) // 2
    middle: np.ndarray = np.partition(values, (low, high), axis=0)[[low, high]].mean(axis=0)
    return middle


def _chroma(image: Image, pose: Pose) -> float | None:
    """Lab a/b distance between the patch around the mouth and the one between the eyes."""
    eyes, mouth = pose.points[[2, 5]].mean(axis=0), pose.points[[9, 10]].mean(axis=0)
    gap = float(np.hypot(*(mouth - eyes)))
    if gap < 6:
        return None
    upper = eyes - 0.35 * (mouth - eyes)
    patches = [_patch(image, centre, 0.3 * gap) for centre in (upper, mouth)]
    if patches[0] is None or patches[1] is None:
        return None
    return float(np.hypot(*(patches[0] - patches[1])))


def _patch(image: Image, centre: np.ndarray, half: float) -> np.ndarray | None:
    """Median a and b (2,) of a square, None outside the picture."""
    x0, x1 = int(centre[0] - half), int(centre[0] + half) + 1
    y0, y1 = int(centre[1] - half), int(centre[1] + half) + 1
    if x0 < 0 or y0 < 0 or x1 > image.shape[1] or y1 > image.shape[0]:
        return None
    lab = pixels.lab(np.ascontiguousarray(image[y0:y1, x0:x1]))
    return _middle(lab.reshape(-1, 3)[:, 1:].astype(np.float32))
