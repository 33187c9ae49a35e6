"""What perception found in one frame, as plain arrays: the input of every feature.

Points are pixels of the unmirrored frame (x right, y down), so that distances need no aspect correction. "Left" and
"right" are the person's own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Face:
    """One face: `points` (478, 2) px, `blend` (52,) in [0, 1] in MediaPipe's order, `matrix` (3, 3) head rotation."""

    points: Array
    blend: Array
    matrix: Array


@dataclass(frozen=True, slots=True)
class Hand:
    """One hand: `points` (21, 2) px, `world` (21, 3) m around its centre, `right` of the person, `score` in [0, 1]."""

    points: Array
    world: Array
    right: bool
    score: float


@dataclass(frozen=True, slots=True)
class Pose:
    """One body: `points` (33, 2) px, `world` (33, 3) m around the hips (y down, z away), `visibility` and `presence`.

    Presence says whether a joint is within the frame at all, visibility whether it can be seen there; both (33,) in
    [0, 1].
    """

    points: Array
    world: Array
    visibility: Array
    presence: Array


@dataclass(frozen=True, slots=True)
class Light:
    """How the picture is lit: mean luma of the face (or of the middle) and of the rest, in [0, 1].

    `chroma` is the Lab distance between the lower and the upper face (a mask shows there), None without a face;
    `noise` is the standard deviation of the sensor's grain, in 8-bit steps; `behind` how many times as much light comes
    from beside and above the head as from the face, None where that cannot be told or nothing bright is there.
    """

    subject: float
    background: float
    chroma: float | None
    noise: float
    behind: float | None = None


@dataclass(frozen=True, slots=True)
class Perceived:
    """All that was found at `t` in a frame of `size` (width, height) px.

    A task that did not run on this frame repeats its last result and is missing from `fresh` ("face", "hands",
    "pose"). `people` counts the persons in view at the last census, None before the first.
    """

    t: float
    size: tuple[int, int]
    face: Face | None
    hands: tuple[Hand, ...]
    pose: Pose | None
    fresh: frozenset[str]
    people: int | None = None
    light: Light | None = None
