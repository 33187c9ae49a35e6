"""Whatever the rate and however small the pieces, a tone comes out as it went in."""

from __future__ import annotations

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, Samples
from coach.voz.resample import Resampler
from tests.support.sounds import tone


def resampled(wave: Samples, rate: int, piece: int) -> Samples:
    resampler = Resampler(rate)
    pieces = [resampler.push(wave[start : start + piece]) for start in range(0, len(wave), piece)]
    return np.concatenate([*pieces, resampler.flush()])


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000])
def test_a_tone_keeps_its_length_its_level_and_its_phase(rate: int) -> None:
    out = resampled(tone(440, 1.0, rate)[:, 0], rate, 441)
    assert len(out) == SAMPLE_RATE
    assert np.abs(out - tone(440, 1.0, SAMPLE_RATE)[:, 0])[1000:-1000].max() < 1e-3


@pytest.mark.parametrize("piece", [1, 7, 480, 4800])
def test_pieces_of_any_size_give_the_same(piece: int) -> None:
    wave = tone(1000, 0.2, 48_000)[:, 0]
    assert np.array_equal(resampled(wave, 48_000, piece), resampled(wave, 48_000, len(wave)))


def test_what_the_new_rate_cannot_hold_does_not_fold_back() -> None:
    assert np.abs(resampled(tone(10_000, 0.5, 48_000)[:, 0], 48_000, 480)[500:-500]).max() < 1e-3


def test_what_comes_waits_a_few_milliseconds_at_most() -> None:
    assert len(Resampler(48_000).push(tone(440, 0.02, 48_000)[:, 0])) >= 0.018 * SAMPLE_RATE


@pytest.mark.parametrize("rate", [0, 100, 1_000_000])
def test_a_rate_that_no_sound_has(rate: int) -> None:
    with pytest.raises(ValueError, match="Hz"):
        Resampler(rate)
