"""Frames from any moment on: the very ones that reading from the beginning gives."""

from __future__ import annotations

import gc
from pathlib import Path

import numpy as np
import pytest

from coach.core.events import Frame
from coach.vision.recording import Recording

ROOT = Path(__file__).resolve().parents[2]
CLIPS = [ROOT / "fixtures" / "clips" / "sonrisa.mp4", ROOT / "fixtures" / "demo.mp4"]


@pytest.fixture(scope="module", params=CLIPS, ids=lambda file: str(file.stem))
def clip(request: pytest.FixtureRequest) -> tuple[Path, list[Frame]]:
    file = request.param
    return file, [frame for frame in Recording(file) if isinstance(frame, Frame)][:160]


@pytest.mark.parametrize("share", [0.0, 0.02, 0.4, 0.9])
def test_the_frame_that_is_shown_at_a_moment_and_those_after_it(clip: tuple[Path, list[Frame]], share: float) -> None:
    file, frames = clip
    place = int(share * len(frames))
    within = (frames[place].t + frames[place + 1].t) / 2
    for moment in (frames[place].t, within):
        found = Recording(file).since(moment)
        for expected in frames[place : place + 3]:
            frame = next(found)
            assert frame.t == pytest.approx(expected.t, abs=0.001)
            assert np.array_equal(frame.image, expected.image)


def test_past_the_end_the_last_frame_stays(clip: tuple[Path, list[Frame]]) -> None:
    found = list(Recording(clip[0]).since(10_000.0))
    assert len(found) == 1
    assert found[0].t > 3.0


def test_hours_of_looking_leave_nothing_for_the_collector() -> None:
    """In the window it comes by so seldom that hundreds of decoded pictures waited for it."""
    gc.collect()  # nothing else does within a test
    assert sum(1 for _ in Recording(CLIPS[1]).since(0.0)) > 300
    assert gc.collect() < 50, "decoded frames are held in cycles"


def test_without_picture_there_is_none() -> None:
    assert list(Recording(ROOT / "fixtures" / "audio" / "voz_grave.wav").since(1.0)) == []
