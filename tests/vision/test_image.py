"""Picture arithmetic, and a cv2 that leaves Qt alone."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from coach.vision import image as pictures

NOISE = np.random.default_rng(1).integers(0, 256, (48, 64, 3), dtype=np.uint8)


def test_a_crop_is_the_rectangle_with_black_around_the_image() -> None:
    crop = pictures.crop(NOISE, -10, -20, 54, 44, (64, 64))
    assert np.array_equal(crop[20:, 10:], NOISE[:44, :54])
    assert not crop[:20].any()
    assert not crop[:, :10].any()


def test_a_crop_of_fractions_of_a_pixel_does_not_round() -> None:
    ramp = np.repeat(np.arange(0, 256, 4, dtype=np.uint8)[None, :, None], 16, axis=0).repeat(3, axis=2)
    crop = pictures.crop(np.ascontiguousarray(ramp), 8.5, 2, 24.5, 14, (16, 12))
    assert crop[5, :, 0].tolist() == [4 * x + 34 for x in range(16)]


def test_resizing_down_averages() -> None:
    checks = np.zeros((40, 40, 3), np.uint8)
    checks[::2, ::2] = checks[1::2, 1::2] = 200
    assert np.all(pictures.resize(checks, 10, 10) == 100)
    assert pictures.resize(checks, 60, 90).shape == (90, 60, 3)


def test_colours_are_red_green_blue() -> None:
    red = np.full((4, 4, 3), (255, 0, 0), np.uint8)
    assert pictures.gray(red)[0, 0] == pytest.approx(76, abs=1)
    assert pictures.lab(red)[0, 0].tolist() == pytest.approx([136, 208, 195], abs=2)
    assert pictures.bgr_to_rgb(red)[0, 0].tolist() == [0, 0, 255]


def test_gain_clips_and_blur_smooths() -> None:
    assert pictures.gain(np.full((2, 2, 3), 200, np.uint8), 1.4).max() == 255
    assert pictures.gain(np.full((2, 2, 3), 100, np.uint8), 1.4).max() == 140
    assert pictures.blur(NOISE, 1.0).std() < NOISE.std() / 2


@pytest.mark.parametrize("before", [None, "/elsewhere"])
def test_importing_it_leaves_the_paths_of_qt_alone(before: str | None) -> None:
    names = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    if before is not None:
        environment |= dict.fromkeys(names, before)
    code = f"import os, coach.vision.image; print([os.environ.get(name) for name in {names!r}])"
    out = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == str([before, before])
