"""Sound joined to longer stretches says what it said."""

from __future__ import annotations

import numpy as np

from coach.core.events import SAMPLE_RATE, ConditionChanged, Sound
from coach.voz.stretches import in_stretches

LOST = ConditionChanged(1.5, "sonido_perdido", True)


def sounds(*spans: tuple[float, float]) -> list[Sound]:
    """From when to when; each sample is its own number."""
    edges = [(round(begin * SAMPLE_RATE), round(end * SAMPLE_RATE)) for begin, end in spans]
    return [Sound(a / SAMPLE_RATE, np.arange(a, b).astype(np.float32)) for a, b in edges]


def lengths(items: list[Sound | ConditionChanged]) -> list[tuple[float, int]]:
    """When each sound begins, and how many samples it has."""
    return [(item.t, len(item.samples)) for item in items if isinstance(item, Sound)]


def test_sound_that_goes_on_is_joined_and_no_longer_than_asked() -> None:
    short = sounds(*((at / 2, (at + 1) / 2) for at in range(9)))
    joined = list(in_stretches(short, 2.0))
    assert lengths(joined) == [(0.0, 2 * SAMPLE_RATE), (2.0, 2 * SAMPLE_RATE), (4.0, SAMPLE_RATE // 2)]
    heard = np.concatenate([item.samples for item in joined if isinstance(item, Sound)])
    assert np.array_equal(heard, np.concatenate([item.samples for item in short]))


def test_a_condition_keeps_its_place_and_a_gap_its_length() -> None:
    before, after, late = sounds((0.0, 1.0), (1.0, 2.0), (2.001, 3.0))
    items: list[Sound | ConditionChanged] = [before, LOST, after, late]
    assert list(in_stretches(items, 5.0)) == items


def test_what_jumps_back_is_not_joined() -> None:
    items = sounds((1.0, 2.0), (0.5, 1.5))
    assert list(in_stretches(items, 5.0)) == items
