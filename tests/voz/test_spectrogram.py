"""The spectrogram's own program, on real files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.report.spectrogram import BANDS
from coach.voz.spectrogram import SpectrogramProgram
from tests.support.sounds import tone, write_wave

RATE = 16_000


def test_a_tone_lies_in_its_band_at_its_time_with_its_level(tmp_path: Path) -> None:
    wave = np.concatenate([tone(300.0, 1.5, RATE), 0 * tone(1.0, 0.25, RATE), tone(3000.0, 1.0, RATE, level=0.05)])
    with SpectrogramProgram(write_wave(tmp_path / "ñ a.wav", wave, RATE)) as program:
        spectrogram = program.result()
    levels = np.frombuffer(spectrogram.levels, np.uint8).reshape(-1, BANDS) / 2.0 - 120.0
    assert spectrogram.duration_s == pytest.approx(2.75, abs=0.051)
    low, silent, high = levels[2:14].mean(axis=0), levels[16], levels[19:27].mean(axis=0)
    assert (int(low.argmax()), int(high.argmax())) == (3, 27)  # by the formula of the scale
    assert 10.0 * np.log10(np.sum(10.0 ** (low / 10.0))) == pytest.approx(-9.0, abs=1.5)
    assert 10.0 * np.log10(np.sum(10.0 ** (high / 10.0))) == pytest.approx(-29.0, abs=1.5)
    assert silent.max() < -80.0


def test_a_failure_is_loud(tmp_path: Path) -> None:
    with SpectrogramProgram(tmp_path / "nada.wav") as program, pytest.raises(RuntimeError, match="nada.wav"):
        program.result()
