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
    stretches = np.repeat([0, 1], [few, 20] if few_first else [20, few])
    found = voices_in(np.concatenate(parts if few_first else parts[::-1]), stretches)
    assert len(found) == 2
    assert found[0] == pytest.approx(parts[1][0]) and found[1] == pytest.approx(parts[0][0])


def test_vectors_that_are_all_equal_are_one_voice() -> None:
    assert len(voices_in(vectors(0.3, 40), np.zeros(40, int))) == 1


@pytest.mark.parametrize(("turn", "count"), [(5, 2), (1, 1)], ids=["turns", "every window"])
@pytest.mark.parametrize("windows", [60, 2400])
def test_who_speaks_goes_on_but_what_alternates_is_one_voice(turn: int, count: int, windows: int) -> None:
    angles = np.repeat(np.resize([0.0, 0.72], windows // turn), turn)
    away = np.resize([0.16, -0.05, 0.11, 0.0, -0.11, 0.05, -0.16], windows)
    said = np.stack([np.cos(angles + away), np.sin(angles + away), 0.0 * away], axis=1).astype(np.float32)
    assert len(voices_in(said, np.arange(windows) // 10)) == count
