"""A recording that stands in for a camera: the same frames, each no sooner than its time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Self

from coach.core.events import ConditionChanged, Frame
from coach.core.source import FrameSource, SourceInfo


class Paced:
    """Wraps `source`; late frames are handed over at once, so a slow consumer falls behind and drops as it would."""

    def __init__(self, source: FrameSource, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock`: seconds that never go back."""
        self._source = source
        self._clock = clock
        self._stop = threading.Event()

    @property
    def info(self) -> SourceInfo:
        """That of the recording, as a live source."""
        return replace(self._source.info, live=True)

    def __iter__(self) -> Iterator[Frame | ConditionChanged]:
        """The items of the source in real time."""
        start = self._clock()
        for item in self._source:
            if self._stop.wait(max(0.0, start + item.t - self._clock())):
                return
            yield item

    def close(self) -> None:
        """End the iteration, in the middle of a wait too."""
        self._stop.set()
        self._source.close()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close."""
        self.close()
