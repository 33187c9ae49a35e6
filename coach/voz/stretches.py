"""Sound in longer stretches, for whoever need not answer at once: hearing costs least by many blocks at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from coach.core.events import ConditionChanged, Sound

_EXACT_S = 1e-6
"""Times are computed from counts of samples: those of one unbroken sound differ by no more than their rounding."""


def in_stretches(items: Iterable[Sound | ConditionChanged], least_s: float) -> Iterator[Sound | ConditionChanged]:
    """The same sound and conditions in the same order, sound that goes on joined to `least_s` seconds or more.

    What is shorter comes before a gap, a condition or the end.
    """
    held: list[Sound] = []
    for item in items:
        if held and not _goes_on(held, item, least_s):
            yield _joined(held)
            held = []
        if isinstance(item, Sound):
            held.append(item)
        else:
            yield item
    if held:
        yield _joined(held)


def _goes_on(held: list[Sound], item: Sound | ConditionChanged, least_s: float) -> bool:
    end_s = held[-1].end_s
    return isinstance(item, Sound) and abs(item.t - end_s) < _EXACT_S and end_s - held[0].t < least_s - _EXACT_S


def _joined(held: list[Sound]) -> Sound:
    return held[0] if len(held) == 1 else Sound(held[0].t, np.concatenate([sound.samples for sound in held]))
