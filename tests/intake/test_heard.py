"""The voices of a recording, to be listened to before it is analysed."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE
from coach.intake.heard import voice_clips
from tests.support.calls import one_line
from tests.support.sounds import write_wave


@pytest.fixture
def line(tmp_path: Path) -> Path:
    return write_wave(tmp_path / "x.wav", one_line(32.0)[:, None], SAMPLE_RATE)


def test_each_of_two_voices_has_a_stretch_of_it(line: Path) -> None:
    clips = voice_clips(line, lambda: None)
    assert len(clips) == 2
    assert sum(one.share for one in clips) == pytest.approx(1.0)
    assert all(len(one.clip) >= SAMPLE_RATE and float(np.std(one.clip)) > 1e-3 for one in clips)


@pytest.mark.skipif(sys.platform == "win32", reason="nobody can delete there what Coach reads")
def test_a_file_that_is_gone_before_its_voices_are_cut_out_has_none(line: Path) -> None:
    assert voice_clips(line, lambda: line.unlink(missing_ok=True)) == ()
