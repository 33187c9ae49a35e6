"""A source of which only one part of the picture is looked at: the agent's, where several people are in view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

import numpy as np

from coach.core.events import ConditionChanged, Frame
from coach.core.source import FrameSource, SourceInfo
from coach.core.tile import Tile


class Cropped:
    """A `FrameSource` of what `source` shows within `tile`; all else is as it was."""

    def __init__(self, source: FrameSource, tile: Tile) -> None:
        self._source, self._tile = source, tile

    @property
    def info(self) -> SourceInfo:
        """That of the source."""
        return self._source.info

    def __iter__(self) -> Iterator[Frame | ConditionChanged]:
        """Its frames, smaller."""
        for item in self._source:
            if isinstance(item, Frame):
                height, width = item.image.shape[:2]
                yield Frame(item.t, np.ascontiguousarray(item.image[self._tile.pixels(width, height)]))
            else:
                yield item

    def close(self) -> None:
        """Close the source."""
        self._source.close()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close."""
        self.close()
