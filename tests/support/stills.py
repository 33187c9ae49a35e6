"""Frames and the real models: clips, stills, and what perception and the chain make of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Self

import numpy as np

from coach.core.events import Event, Features, Frame, Image
from coach.core.landmarks import Perceived
from coach.core.source import SourceInfo
from coach.runtime.chain import OFFLINE_DEPTH, Chain
from coach.runtime.stages import Decider, Observer
from coach.vision.perception import Perception
from coach.vision.recording import Recording
from tests.support.recorded import CLIPS


@cache
def frames(clip: str, start_s: float = 0.0, end_s: float = 60.0) -> tuple[Frame, ...]:
    """A stretch of `fixtures/clips`."""
    with Recording(CLIPS / f"{clip}.mp4") as recording:
        return tuple(f for f in recording if isinstance(f, Frame) and start_s <= f.t <= end_s)


def still(image: Image, seconds: float, hz: float = 10.0, start_s: float = 0.0) -> list[Frame]:
    """One picture, shown for a while."""
    return [Frame(start_s + index / hz, image) for index in range(round(seconds * hz))]


def beside(left: Image, right: Image) -> Image:
    """Two pictures of one height as one."""
    return np.ascontiguousarray(np.hstack([left, right]))


def perceive(shown: Sequence[Frame], depth: int = OFFLINE_DEPTH, level: str = "B") -> list[Perceived]:
    """What the models see, with up to `depth` frames under way."""
    perception, seen = Perception(level), list[Perceived]()
    try:
        for frame in shown:
            perception.submit(frame)
            while perception.pending >= depth:
                seen.append(perception.take())
        while perception.pending:
            seen.append(perception.take())
    finally:
        perception.close()
    return seen


def tell(shown: Iterable[Frame], depth: int = OFFLINE_DEPTH, mask: bool | None = None) -> list[Event]:
    """What the whole chain says."""
    chain, events = Chain(Observer(mask), Decider(), depth=depth), list[Event]()
    try:
        for frame in shown:
            events += chain.push(frame)
        events += chain.flush()
    finally:
        chain.close()
    return events


@cache
def nose_touched() -> tuple[Perceived, ...]:
    """What the models see of the clip in which the nose is touched."""
    return tuple(perceive(frames("tocar_nariz", 1.0, 4.6)))


def values(events: Iterable[Event], id: str) -> list[float | None]:
    """One feature over time."""
    return [event.values[id] for event in events if isinstance(event, Features)]


class Shown:
    """Frames as a source, as of a recording."""

    def __init__(self, shown: Sequence[Frame]) -> None:
        self._shown = shown
        self.closed = False

    @property
    def info(self) -> SourceInfo:
        return SourceInfo("cuadros", self._shown[-1].t if self._shown else None, True, False, None, live=False)

    def __iter__(self) -> Self:
        self._rest = iter(self._shown)
        return self

    def __next__(self) -> Frame:
        return next(self._rest)

    def close(self) -> None:
        self.closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
