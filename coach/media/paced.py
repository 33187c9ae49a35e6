"""A recording that stands in for a device: the same items, each no sooner than its time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Generic, Protocol, Self, TypeVar

from coach.core.events import Sound
from coach.core.source import SourceInfo


class Timed(Protocol):
    """What has a time: a frame, a stretch of sound, a condition."""

    @property
    def t(self) -> float: ...  # noqa: D102 (the class says it)


Item_co = TypeVar("Item_co", bound=Timed, covariant=True)


class Source(Protocol[Item_co]):
    """Any `FrameSource` or `SoundSource`."""

    @property
    def info(self) -> SourceInfo: ...  # noqa: D102 (those of the two protocols)

    def __iter__(self) -> Iterator[Item_co]: ...

    def close(self) -> None: ...  # noqa: D102


class Paced(Generic[Item_co]):
    """Wraps `source`; late items are handed over at once, so a slow consumer falls behind and drops as it would.

    A stretch of sound comes once it is over, as from a microphone.
    """

    def __init__(self, source: Source[Item_co], clock: Callable[[], float] = time.monotonic) -> None:
        """`clock`: seconds that never go back."""
        self._source = source
        self._clock = clock
        self._stop = threading.Event()

    @property
    def info(self) -> SourceInfo:
        """That of the recording, as a live source."""
        return replace(self._source.info, live=True)

    def __iter__(self) -> Iterator[Item_co]:
        """The items of the source in real time."""
        start = self._clock()
        for item in self._source:
            due = item.end_s if isinstance(item, Sound) else item.t
            if self._stop.wait(max(0.0, start + due - self._clock())):
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
