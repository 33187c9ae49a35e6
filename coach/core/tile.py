"""The part of a picture that shows the agent, where several people are in view."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Final

LEAST: Final = 0.05
"""Of the picture's width and height: in less nobody could be seen."""
_SLACK: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Tile:
    """In shares of the picture: `x` and `y` of its upper left corner, from the left and from above."""

    x: float
    y: float
    width: float
    height: float

    def __post_init__(self) -> None:
        """Raises `ValueError` for what does not lie within the picture, or is too small."""
        if not all(map(isfinite, (self.x, self.y, self.width, self.height))):
            raise ValueError("no number")
        within = self.x >= 0.0 and self.y >= 0.0 and max(self.x + self.width, self.y + self.height) <= 1.0 + _SLACK
        if not within or not min(self.width, self.height) >= LEAST:
            raise ValueError("no part of the picture")

    def pixels(self, width: int, height: int) -> tuple[slice, slice]:
        """Rows and columns in a picture of this size.

        >>> Tile(0.5, 0.0, 0.5, 1.0).pixels(640, 360)
        (slice(0, 360, None), slice(320, 640, None))
        """
        left, top = round(self.x * width), round(self.y * height)
        right, bottom = round((self.x + self.width) * width), round((self.y + self.height) * height)
        return slice(top, min(bottom, height)), slice(left, min(right, width))


@dataclass(frozen=True, slots=True)
class Whose:
    """What of a recording is the agent's; None is all of it.

    A part of its picture, a channel (from 0) of its sound, a voice (from 0, by order of first speaking) in that.
    """

    tile: Tile | None = None
    channel: int | None = None
    voice: int | None = None


def tile_from(text: str) -> Tile:
    """As it is typed: x,y,width,height. Raises `ValueError` for anything else.

    >>> tile_from("0.5, 0, 0.5, 1")
    Tile(x=0.5, y=0.0, width=0.5, height=1.0)
    """
    parts = [float(part) for part in text.split(",")]
    if len(parts) != 4:
        raise ValueError("four numbers")
    return Tile(*parts)
