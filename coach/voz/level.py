"""How loud the sound is right now, and whether it was clipped."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.core.events import Samples
from coach.voz.blocks import BLOCK_S

FLOOR_DB: Final = -120.0
"""What digital silence counts as."""
_NEAR_S, _CLIP_S = 0.3, 1.0
_LIMIT: Final = 0.985
"""Converters and drivers clip a little below full scale."""


def decibels(power: float) -> float:
    """`power` (a mean square) in dBFS, not below the floor.

    >>> decibels(1.0), decibels(0.0)
    (0.0, -120.0)
    """
    return max(FLOOR_DB, 10.0 * float(np.log10(power))) if power > 0.0 else FLOOR_DB


@dataclass(frozen=True, slots=True)
class Loudness:
    """Level and peak in dBFS over the last 0.3 s, share of clipped samples over the last second."""

    level_db: float
    peak_db: float
    clipped: float


class LevelMeter:
    """Feed it the blocks of a stream in their order."""

    def __init__(self) -> None:
        self._power: deque[float] = deque(maxlen=round(_NEAR_S / BLOCK_S))
        self._peak: deque[float] = deque(maxlen=round(_NEAR_S / BLOCK_S))
        self._clipped: deque[float] = deque(maxlen=round(_CLIP_S / BLOCK_S))

    def push(self, block: Samples) -> float:
        """Take in `block`; its mean square."""
        size = np.abs(block)
        peak = float(np.max(size))
        power = float(np.dot(block, block)) / len(block)
        self._power.append(power)
        self._peak.append(peak)
        self._clipped.append(_clipped_share(size, peak))
        return power

    def read(self) -> Loudness:
        """What the meter shows now, after at least one block."""
        mean = sum(self._power) / len(self._power)
        clipped = sum(self._clipped) / len(self._clipped)
        return Loudness(decibels(mean), decibels(max(self._peak) ** 2), clipped)


def _clipped_share(size: Samples, peak: float) -> float:
    """Share of samples that stand at the limit in runs of two or more: one alone may just have touched it."""
    if peak < _LIMIT:
        return 0.0
    at_limit = size >= _LIMIT
    beside = np.zeros_like(at_limit)
    pair = at_limit[1:] & at_limit[:-1]
    beside[1:] |= pair
    beside[:-1] |= pair
    return float(np.mean(beside))
