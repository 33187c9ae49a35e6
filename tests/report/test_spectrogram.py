"""The strip that shows how a recording sounded: right places, small, one hue, whole within the page."""

from __future__ import annotations

import io

import av
import numpy as np
import numpy.typing as npt
import pytest

from coach.report.spectrogram import BANDS, COLUMNS_PER_S, Spectrogram, level_bytes


def opacity(png: bytes) -> npt.NDArray[np.uint8]:
    """(height, width), as any program that shows pictures reads them."""
    with av.open(io.BytesIO(png), mode="r", format="png_pipe") as container:
        frame = next(container.decode(video=0))
    colours = frame.to_ndarray(format="rgba").astype(np.uint8)
    assert len(np.unique(colours[..., :3][colours[..., 3] > 0], axis=0)) == 1
    alpha: npt.NDArray[np.uint8] = colours[..., 3]
    return alpha


def test_loud_is_opaque_high_is_on_top_and_later_is_to_the_right() -> None:
    power = np.full((7, BANDS), 1e-10, np.float32)
    power[5, 2] = 0.1
    power[1, 38] = 0.1 * 10**-2.75  # half of what is shown, in decibels
    found = opacity(Spectrogram(level_bytes(power)).png())
    assert found.shape == (BANDS, 7)
    assert found[BANDS - 1 - 2, 5] == 255
    assert int(found[BANDS - 1 - 38, 1]) == pytest.approx(127, abs=12)
    assert np.count_nonzero(found) == 2


def test_hours_are_small_and_keep_their_places() -> None:
    seconds = 3 * 3600
    power = np.random.default_rng(1).uniform(1e-7, 1e-3, (seconds * COLUMNS_PER_S, BANDS)).astype(np.float32)
    power[: len(power) // 2] = 1e-10
    spectrogram = Spectrogram(level_bytes(power))
    assert spectrogram.duration_s == seconds
    png = spectrogram.png()
    assert len(png) * 4 / 3 < 60_000
    found = opacity(png)
    assert found.shape == (BANDS, 1200)
    assert found[:, :600].max() == 0 and found[:, 601:].min() > 200
