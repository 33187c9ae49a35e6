"""How the person is lit, on pictures whose luma and grain are known."""

from __future__ import annotations

import numpy as np
import pytest

from coach.core.events import Image
from coach.vision.lighting import measure
from tests.support.stills import frames, nose_touched


def plain(level: int, height: int = 360, width: int = 480) -> Image:
    return np.full((height, width, 3), level, np.uint8)


@pytest.mark.parametrize("level", [0, 64, 128, 255])
def test_of_an_even_picture(level: int) -> None:
    light = measure(plain(level), None)
    assert light.subject == light.background == pytest.approx(level / 255, abs=0.01)
    assert light.noise == 0.0
    assert light.chroma is None


def test_the_middle_is_told_from_what_is_around_it() -> None:
    image = plain(250)
    image[90:270, 120:360] = 20
    light = measure(image, None)
    assert light.subject == pytest.approx(20 / 255, abs=0.03)
    assert light.background == pytest.approx(250 / 255, abs=0.03)


def test_more_grain_is_more_noise_and_none_is_in_an_even_slope() -> None:
    source = np.random.default_rng(3)
    slope = np.linspace(40, 200, 480)[None, :, None] + np.zeros((360, 1, 3))
    measured = []
    for grain in (0.0, 3.0, 8.0):
        noisy = slope + source.normal(0, grain, (360, 480, 1))
        measured.append(measure(noisy.clip(0, 255).astype(np.uint8), None).noise)
    assert measured[0] < 0.8
    assert measured == sorted(measured)
    assert measured[1] == pytest.approx(3.0, abs=1.0)
    assert measured[2] == pytest.approx(8.0, abs=1.5)


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (16, 16), (2000, 10)])
def test_any_size_can_be_measured(size: tuple[int, int]) -> None:
    light = measure(plain(128, *size), None)
    assert light.subject == pytest.approx(0.5, abs=0.02)


def test_a_bare_face_is_of_one_colour() -> None:
    frame, look = frames("tocar_nariz", 1.0, 4.6)[8], nose_touched()[8]
    assert look.pose is not None
    light = measure(frame.image, look.pose)
    assert light.chroma is not None
    assert light.chroma < 12.0
    painted = frame.image.copy()
    mouth = look.pose.points[[9, 10]].mean(axis=0).astype(int)
    painted[mouth[1] - 20 : mouth[1] + 20, mouth[0] - 25 : mouth[0] + 25] = (60, 120, 220)
    masked = measure(painted, look.pose).chroma
    assert masked is not None
    assert masked > 25.0
