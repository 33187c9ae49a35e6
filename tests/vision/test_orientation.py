"""Pictures upright and of a bounded size."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from coach.vision.orientation import fitted, upright

PICTURE = np.array([[[1], [2]], [[3], [4]], [[5], [6]]], np.uint8)


@pytest.mark.parametrize(
    ("matrix", "expected"),
    [
        ((1, 0, 0, 1), [[1, 2], [3, 4], [5, 6]]),
        ((-1, 0, 0, -1), [[6, 5], [4, 3], [2, 1]]),
        ((-1, 0, 0, 1), [[2, 1], [4, 3], [6, 5]]),
        ((0, -1, 1, 0), [[2, 4, 6], [1, 3, 5]]),
        ((0, 1, -1, 0), [[5, 3, 1], [6, 4, 2]]),
        ((0, 1, 1, 0), [[1, 3, 5], [2, 4, 6]]),
        ((5, 5, -5, 5), [[1, 2], [3, 4], [5, 6]]),
    ],
)
def test_display_matrices(matrix: tuple[int, int, int, int], expected: list[list[int]]) -> None:
    turned = upright(PICTURE, matrix)
    assert turned[:, :, 0].tolist() == expected
    assert turned.flags.c_contiguous


def test_damaged_pixel_aspects_are_ignored() -> None:
    assert fitted(640, 480, Fraction(4000, 3), 1280) == (640, 480)
    assert fitted(640, 480, Fraction(0), 1280) == (640, 480)


def test_upright_phone_video_fits_by_its_height() -> None:
    assert fitted(2160, 3840, None, 1280) == (720, 1280)
