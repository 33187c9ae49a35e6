"""Which way up and how large a decoded picture is shown: display matrices, pixel aspect, a bound on the size."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import numpy as np

from coach.core.events import Image

LONG_SIDE: Final = 1280
"""No frame is longer, whatever its source: the models look at far fewer pixels, and cost and memory stay bounded."""


def fitted(width: int, height: int, aspect: Fraction | None, long_side: int) -> tuple[int, int]:
    """The (width, height) in square pixels of a picture whose pixels are `aspect` times as wide as high.

    Never longer than `long_side`, never enlarged but for the aspect.

    >>> fitted(3840, 2160, None, 1280), fitted(720, 576, Fraction(16, 11), 1280), fitted(101, 75, Fraction(1), 1280)
    ((1280, 720), (1047, 576), (101, 75))
    """
    # A pixel over three times as wide as high is damage, not a format.
    believable = aspect is not None and Fraction(1, 3) <= aspect <= 3
    square = float(width * aspect) if believable and aspect is not None else float(width)
    shrink = min(1.0, long_side / max(square, height, 1))
    return round(square * shrink), round(height * shrink)


def upright(image: Image, matrix: tuple[int, int, int, int]) -> Image:
    """Apply the (a, b, c, d) of a display matrix: x' = a·x + c·y, y' = b·x + d·y. Only right angles and mirrorings.

    Returns a contiguous image; anything but a right angle is left as it is.
    """
    a, b, c, d = matrix
    if a and d and not (b or c):
        turned = image[:: -1 if d < 0 else 1, :: -1 if a < 0 else 1]
    elif b and c and not (a or d):
        turned = image.transpose(1, 0, 2)[:: -1 if b < 0 else 1, :: -1 if c < 0 else 1]
    else:
        turned = image
    return np.ascontiguousarray(turned)
