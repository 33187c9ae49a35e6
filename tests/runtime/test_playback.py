"""A recording plays from any moment on, at its pace, and what is wished for last counts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from coach.core.events import Frame
from coach.errors import KnownError
from coach.review.pyramid import Pyramid
from coach.runtime.playback import Pictures, Voice, Wish, read_outline

ROOT = Path(__file__).resolve().parents[2]
MUTE = ROOT / "fixtures" / "clips" / "sonrisa.mp4"
DEMO = ROOT / "fixtures" / "demo.mp4"
VOICE = ROOT / "fixtures" / "audio" / "voz_grave.wav"


@pytest.fixture
def frames() -> list[tuple[float, Frame]]:
    return []


@pytest.fixture
def pictures(frames: list[tuple[float, Frame]]) -> Iterator[Pictures]:
    made = Pictures(DEMO, lambda frame: frames.append((time.monotonic(), frame)))
    yield made
    made.close()


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + 20.0
    while not until():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_picture_of_any_moment(pictures: Pictures, frames: list[tuple[float, Frame]]) -> None:
    for count, t in enumerate((10.0, 10.05, 3.0, 25.0, 0.0), 1):
        pictures.wish(Wish(t, 0.0))
        wait(lambda count=count: len(frames) == count)  # type: ignore[misc]
        assert 0.0 <= t - frames[-1][1].t < 0.2


def test_it_plays_at_its_pace(pictures: Pictures, frames: list[tuple[float, Frame]]) -> None:
    begun = time.monotonic()
    pictures.wish(Wish(5.0, 1.0))
    wait(lambda: bool(frames) and frames[-1][1].t > 6.5)
    reached, last = frames[-1]
    assert last.t - 5.0 == pytest.approx(reached - begun, abs=0.3)
    times = [frame.t for _, frame in frames]
    assert times == sorted(times)


def test_it_stops_when_something_else_is_wished_for(pictures: Pictures, frames: list[tuple[float, Frame]]) -> None:
    pictures.wish(Wish(5.0, 2.0))
    wait(lambda: len(frames) > 3)
    pictures.wish(Wish(20.0, 0.0))
    wait(lambda: frames[-1][1].t > 19.0)
    count = len(frames)
    time.sleep(0.3)
    assert len(frames) == count


def test_closing_joins_in_the_middle_of_it(pictures: Pictures) -> None:
    pictures.wish(Wish(0.0, 1.0))
    pictures.close()
    pictures.close()
    assert "pictures" not in {thread.name for thread in threading.enumerate()}


def test_sound_plays_or_says_that_it_cannot() -> None:
    with pytest.raises(KnownError, match="no tiene sonido"):
        Voice(MUTE)
    voice = Voice(VOICE)
    voice.wish(Wish(1.0, 1.0))
    voice.wish(Wish(2.0, 2.0))
    voice.wish(Wish(0.0, 0.0))
    begun = time.monotonic()
    voice.close()
    assert time.monotonic() - begun < 10.0
    assert voice.silent


def test_the_outline_of_the_sound_is_that_of_its_samples() -> None:
    told: list[Pyramid] = []
    read_outline(VOICE, 60.0, told.append, threading.Event())
    low, high = told[-1].columns(0.0, 60.0, 600)
    assert np.isnan(high[-1]), "the recording is shorter"
    assert 0.1 < float(np.nanmax(high)) <= 1.0
    assert float(np.nanmin(low)) < -0.05
    over = threading.Event()
    over.set()
    read_outline(VOICE, 60.0, told.append, over)
    assert len(told) == 1
