"""A live session over a real network camera on loopback."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach.core.events import ConditionChanged, Event, Features, Frame, LevelChanged, SignalSegment
from coach.core.landmarks import Perceived
from coach.core.source import FrameSource
from coach.errors import KnownError
from coach.runtime import offline
from coach.runtime.live import LiveSession
from coach.vision.open_source import open_source
from tests.support.media import write_video
from tests.support.mjpeg_server import MjpegServer, jpegs, moving_bar
from tests.support.plain_chain import PlainChain


class Watched:
    """A session and all that it told."""

    def __init__(self, source: Callable[[], FrameSource], lossless: bool = False, work_s: float = 0.0) -> None:
        self.frames: list[Frame] = []
        self.events: list[tuple[float, Event]] = []
        self.errors: list[Exception] = []
        self.chain = PlainChain(work_s)
        self.session = LiveSession(
            source, lambda: self.chain, self.frames.append, self._take, self.errors.append, lossless, not lossless
        )

    def _take(self, events: list[Event], perceived: Perceived | None) -> None:
        self.events += [(time.monotonic(), event) for event in events]

    def of(self, kind: type) -> list[Event]:
        return [event for _, event in self.events if isinstance(event, kind)]

    def until(self, done: Callable[[], bool], at_most: float = 5.0) -> float:
        began = time.monotonic()
        while not done():
            assert time.monotonic() - began < at_most, f"not within {at_most} s: {self.events[-3:]}"
            time.sleep(0.01)
        return time.monotonic() - began

    def told(self, condition: str, active: bool) -> bool:
        changes = self.of(ConditionChanged)
        return any(isinstance(e, ConditionChanged) and (e.id, e.active) == (condition, active) for e in changes)


@pytest.fixture(scope="module")
def pictures() -> list[bytes]:
    return jpegs(moving_bar(30))


@pytest.fixture
def server(pictures: list[bytes]) -> Iterator[MjpegServer]:
    with MjpegServer(pictures) as camera:
        yield camera


@pytest.fixture
def live(server: MjpegServer) -> Iterator[Watched]:
    watched = Watched(lambda: open_source(server.url))
    watched.session.start()
    yield watched
    watched.session.stop()


def test_thirty_frames_a_second_are_shown_and_judged_promptly(live: Watched) -> None:
    live.until(lambda: len(live.frames) >= 100)
    stats = live.session.stats
    assert stats.shown_fps is not None
    assert stats.shown_fps >= 29
    assert stats.processed_fps is not None
    assert stats.processed_fps >= 27
    assert stats.latency_p95_s is not None
    assert stats.latency_p95_s < 0.05
    assert stats.level == "B"
    live.session.stop()
    assert live.errors == []
    assert live.chain.closed
    assert live.of(SignalSegment)


def test_a_camera_that_dies_and_returns_in_mid_session(server: MjpegServer, live: Watched) -> None:
    live.until(lambda: len(live.frames) >= 5)
    server.kill()
    assert live.until(lambda: live.told("camara_desconectada", True)) <= 2.0
    server.start()
    assert live.until(lambda: live.told("camara_desconectada", False)) <= 2.0
    before = len(live.frames)
    live.until(lambda: len(live.frames) >= before + 10)
    live.session.stop()
    assert live.errors == []
    shown = [frame.t for frame in live.frames]
    assert all(later > earlier for earlier, later in zip(shown, shown[1:], strict=False))
    told = [event.t for _, event in live.events if isinstance(event, Features | ConditionChanged)]
    assert told == sorted(told)


def test_a_stall_is_told_within_two_seconds(server: MjpegServer, live: Watched) -> None:
    live.until(lambda: len(live.frames) >= 5)
    server.silent.set()
    assert live.until(lambda: live.told("camara_detenida", True)) <= 2.0
    server.silent.clear()
    live.until(lambda: live.told("camara_detenida", False))


@pytest.mark.parametrize("stalled", [False, True])
def test_stopping_leaves_nothing_running(server: MjpegServer, stalled: bool) -> None:
    before = set(threading.enumerate())
    watched = Watched(lambda: open_source(server.url))
    watched.session.start()
    watched.until(lambda: len(watched.frames) >= 5)
    if stalled:
        server.silent.set()
        time.sleep(0.3)
    began = time.monotonic()
    watched.session.stop()
    assert time.monotonic() - began < 2.0
    assert not watched.session.running
    watched.session.stop()
    server.kill()
    assert set(threading.enumerate()) <= before


def test_a_slow_chain_drops_frames_but_not_the_picture_and_works_less(server: MjpegServer) -> None:
    watched = Watched(lambda: open_source(server.url), work_s=0.06)
    watched.session.start()
    watched.until(lambda: bool(watched.of(LevelChanged)))
    stats = watched.session.stats
    watched.session.stop()
    change = watched.of(LevelChanged)[0]
    assert isinstance(change, LevelChanged)
    assert (change.level, change.reason) == ("C", "load")
    assert 2.0 <= change.t <= 4.0
    assert stats.drops > 20
    assert stats.shown_fps is not None
    assert stats.shown_fps >= 29
    assert stats.latency_p95_s is not None
    assert stats.latency_p95_s < 0.2


def test_wishes_are_granted_between_frames_by_the_thread_of_the_chain(live: Watched) -> None:
    live.session.set_mask(True)
    live.session.calibrate(8.0)
    live.until(lambda: len(live.chain.wishes) == 2)
    assert live.chain.wishes == [(True, "chain"), (8.0, "chain")]


def test_offline_and_live_tell_the_same_of_the_same_frames(tmp_path: Path) -> None:
    path = str(write_video(tmp_path / "a.mp4", stamps=range(0, 8000, 40)))
    expected: list[Event] = []
    offline.run(open_source(path), PlainChain(), lambda events, _: expected.extend(events))
    watched = Watched(lambda: open_source(path), lossless=True, work_s=0.001)
    watched.session.start()
    assert watched.session.join(20)
    assert [event for _, event in watched.events] == expected
    assert len(watched.frames) == 200
    assert watched.session.stats.drops == 0


def test_a_wrong_name_is_told_and_ends_the_session() -> None:
    watched = Watched(lambda: open_source("no/existe.mp4"))
    watched.session.start()
    assert watched.session.join(5)
    assert [type(error) for error in watched.errors] == [KnownError]
    assert watched.chain.closed
    watched.session.stop()


def test_a_bug_in_a_callback_is_told_once_and_ends_the_session(server: MjpegServer) -> None:
    errors: list[Exception] = []
    chain = PlainChain()

    def fail(frame: Frame) -> None:
        raise ZeroDivisionError

    session = LiveSession(lambda: open_source(server.url), lambda: chain, fail, lambda *_: None, errors.append)
    session.start()
    assert session.join(5)
    assert [type(error) for error in errors] == [ZeroDivisionError]
    assert chain.closed


def test_a_chain_that_cannot_be_made_is_told(server: MjpegServer) -> None:
    def missing() -> PlainChain:
        raise KnownError("Falta un modelo; vuelve a instalar Coach.")

    errors: list[Exception] = []
    before = set(threading.enumerate())
    session = LiveSession(lambda: open_source(server.url), missing, lambda _: None, lambda *_: None, errors.append)
    session.start()
    assert session.join(5)
    server.kill()
    assert [str(error) for error in errors] == ["Falta un modelo; vuelve a instalar Coach."]
    assert set(threading.enumerate()) <= before
