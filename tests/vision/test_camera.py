"""A real network camera on loopback, its losses and its returns."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from coach.core.events import Frame
from coach.vision.open_source import open_source
from tests.support.mjpeg_server import MjpegServer, jpegs, moving_bar
from tests.support.record import Record


@pytest.fixture
def server() -> Iterator[MjpegServer]:
    with MjpegServer(jpegs(moving_bar(30, 320, 240))) as camera:
        yield camera


@pytest.fixture
def record(server: MjpegServer) -> Iterator[Record[Frame]]:
    reading = Record[Frame](open_source(server.url))
    yield reading
    reading.close()


def test_frames_keep_pace_and_time_starts_at_zero(record: Record[Frame]) -> None:
    record.wait_frames(60)
    frames = record.frames()
    assert frames[0].t == 0.0
    assert frames[0].image.shape == (240, 320, 3)
    assert 59 / (frames[59].t - frames[0].t) == pytest.approx(30, rel=0.1)
    assert record.conditions() == []
    assert (record.source.info.live, record.source.info.duration_s) == (True, None)


def test_a_stall_is_told_within_two_seconds_and_its_end_at_once(server: MjpegServer, record: Record[Frame]) -> None:
    record.wait_frames(5)
    server.silent.set()
    assert record.wait("camara_detenida", True, time.monotonic(), 4) <= 2.0
    server.silent.clear()
    record.wait("camara_detenida", False, time.monotonic(), 4)
    record.wait_frames(5)


def test_a_camera_that_dies_is_told_and_goes_on_when_it_returns(server: MjpegServer, record: Record[Frame]) -> None:
    record.wait_frames(5)
    server.kill()
    assert record.wait("camara_desconectada", True, time.monotonic(), 4) <= 2.0
    server.start()
    assert record.wait("camara_desconectada", False, time.monotonic(), 4) <= 2.0
    record.wait_frames(5)
    record.close()
    times = [frame.t for frame in record.frames()]
    assert all(later > earlier for earlier, later in zip(times, times[1:], strict=False))
    assert [(change.id, change.active) for change in record.conditions()] == [
        ("camara_desconectada", True),
        ("camara_desconectada", False),
    ]
    in_order = [item.t for _, item in record.items]
    assert in_order == sorted(in_order)


@pytest.mark.parametrize(
    ("status", "condition"),
    [(401, "camara_sin_permiso"), (403, "camara_sin_permiso"), (503, "camara_ocupada"), (404, "camara_desconectada")],
)
def test_a_camera_that_refuses_says_why(status: int, condition: str) -> None:
    with MjpegServer(jpegs(moving_bar(2, 64, 48)), status=status) as server:
        record = Record[Frame](open_source(server.url))
        assert record.wait(condition, True, time.monotonic() - 1, 5) < 4
        server.status = 200
        record.wait(condition, False, time.monotonic(), 5)
        record.close()


def test_a_camera_that_is_not_there_yet_is_waited_for(server: MjpegServer) -> None:
    server.kill()
    record = Record[Frame](open_source(server.url))
    record.wait("camara_desconectada", True, time.monotonic() - 1, 5)
    time.sleep(1.5)
    server.start()
    record.wait_frames(3)
    record.close()
    began, ended = record.conditions()
    assert began.t == 0.0
    assert ended.t == record.frames()[0].t > 1.4, "time goes on while it is waited for"


def test_an_address_that_begins_with_a_capital_is_the_same(server: MjpegServer) -> None:
    """As telephones write the first letter of anything."""
    with open_source(server.url.replace("http", "Http")) as source:
        assert isinstance(next(iter(source)), Frame)


def test_large_pictures_come_scaled_down() -> None:
    with MjpegServer(jpegs(moving_bar(2, 2560, 1920)), fps=10) as server, open_source(server.url) as source:
        frame = next(iter(source))
    assert isinstance(frame, Frame)
    assert frame.image.shape == (960, 1280, 3)


def test_closing_a_stalled_camera_leaves_no_thread(server: MjpegServer) -> None:
    before = set(threading.enumerate())
    record = Record[Frame](open_source(server.url))
    record.wait_frames(3)
    server.silent.set()
    time.sleep(0.3)
    began = time.monotonic()
    record.close()
    assert time.monotonic() - began < 2.0
    server.kill()
    assert set(threading.enumerate()) <= before


def test_a_slow_consumer_gets_the_newest_frames(server: MjpegServer) -> None:
    with open_source(server.url) as source:
        items = iter(source)
        next(items)
        time.sleep(1.0)
        taken = [next(items) for _ in range(4)]
    assert taken[-1].t > 0.9
