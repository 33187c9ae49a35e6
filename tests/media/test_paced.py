"""A recording in the place of a camera."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from coach.media.paced import Paced
from coach.vision.recording import Recording
from tests.support.media import write_video


def test_it_plays_in_real_time(tmp_path: Path) -> None:
    playing = Paced(Recording(write_video(tmp_path / "a.mp4", stamps=range(0, 600, 100))))
    began = time.monotonic()
    late = [time.monotonic() - began - item.t for item in playing]
    assert len(late) == 6
    assert all(later == pytest.approx(late[0], abs=0.09) for later in late)
    assert playing.info.live


def test_closing_it_does_not_wait_for_the_next_frame(tmp_path: Path) -> None:
    playing = Paced(Recording(write_video(tmp_path / "a.mp4", stamps=(0, 60_000))))
    items = iter(playing)
    next(items)
    playing.close()
    assert list(items) == []
