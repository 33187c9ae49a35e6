"""A recording through the chain."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.core.events import ConditionChanged, Event, Features, Frame, SignalSegment
from coach.core.landmarks import Perceived
from coach.errors import KnownError
from coach.runtime import offline
from coach.vision.recording import Recording
from tests.support.media import write_video
from tests.support.plain_chain import PlainChain


class Log:
    def __init__(self) -> None:
        self.events: list[Event] = []

    def __call__(self, events: list[Event], perceived: Perceived | None) -> None:
        self.events += events


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return write_video(tmp_path / "a.mp4", stamps=range(0, 4000, 40))


def test_every_frame_counts_and_open_segments_are_closed(clip: Path) -> None:
    log, reached = Log(), list[float]()
    offline.run(Recording(clip), PlainChain(), log, reached.append)
    features = [event for event in log.events if isinstance(event, Features)]
    assert [round(event.t, 2) for event in features] == [round(0.04 * index, 2) for index in range(100)]
    assert reached == [event.t for event in features]
    assert isinstance(log.events[-1], SignalSegment)


def test_no_thread_is_left_even_when_the_chain_fails(clip: Path) -> None:
    class Failing(PlainChain):
        def push(self, frame: Frame) -> list[Event]:
            raise ZeroDivisionError

    before = set(threading.enumerate())
    with pytest.raises(ZeroDivisionError):
        offline.run(Recording(clip), Failing(), Log())
    assert set(threading.enumerate()) <= before


def test_what_goes_wrong_while_decoding_surfaces_here(clip: Path) -> None:
    class Breaking(Recording):
        def __iter__(self) -> Iterator[Frame | ConditionChanged]:
            for index, item in enumerate(super().__iter__()):
                if index == 10:
                    raise KnownError("Se desconectó la unidad USB; vuelve a conectarla.")
                yield item

    log = Log()
    with pytest.raises(KnownError, match="USB"):
        offline.run(Breaking(clip), PlainChain(), log)
    assert len([event for event in log.events if isinstance(event, Features)]) == 10
