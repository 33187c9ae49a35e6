"""Vectors of voices that coincide are halved, or not, as others are."""

from __future__ import annotations

import numpy as np
import pytest

from coach.voz.voice_clusters import Vectors, voices_in


def vectors(angle: float, count: int) -> Vectors:
    one = np.array([np.cos(angle), np.sin(angle), 0.0], np.float32)
    return np.tile(one, (count, 1))


@pytest.mark.parametrize("few_first", [True, False])
@pytest.mark.parametrize("few", [9, 12])
def test_two_voices_are_told_apart_where_more_than_half_of_all_vectors_are_equal(few: int, few_first: bool) -> None:
    parts = [vectors(0.0, few), vectors(0.7, 20)]
    found = voices_in(np.concatenate(parts if few_first else parts[::-1]))
    assert len(found) == 2
    assert found[0] == pytest.approx(parts[1][0]) and found[1] == pytest.approx(parts[0][0])


def test_vectors_that_are_all_equal_are_one_voice() -> None:
    assert len(voices_in(vectors(0.3, 40))) == 1
