"""Where MediaPipe's 52 blendshapes stand in its vector, for those that are read."""

from __future__ import annotations

from math import log

from coach.core.landmarks import Array

BROW_DOWN = (1, 2)
BROW_UP = (3, 4, 5)
BLINK = (9, 10)
LOOK_DOWN = (11, 12)
SMILE = (44, 45)


def mean(blend: Array, which: tuple[int, ...]) -> float:
    """Mean of some blendshapes, in [0, 1]."""
    return float(sum(blend[i] for i in which)) / len(which)


def logit(blend: Array, which: tuple[int, ...]) -> float:
    """Mean log odds: blendshapes bunch at 0 and 1, their log odds spread evenly."""
    return sum(log(p / (1 - p)) for p in (min(max(float(blend[i]), 1e-4), 1 - 1e-4) for i in which)) / len(which)
