"""How loud the sound is right now, and whether it was clipped."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.core.events import Samples
from coach.voz.blocks import BLOCK_S, Batch

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
    return max(FLOOR_DB, 10.0 * math.log10(power)) if power > 0.0 else FLOOR_DB


@dataclass(frozen=True, slots=True)
class Loudness:
    """Level and peak in dBFS over the last 0.3 s, share of clipped samples over the last second."""

    level_db: float
    peak_db: float
    clipped: float


@dataclass(frozen=True, slots=True)
class Strength:
    """Mean square, greatest size and share of clipped samples of one block."""

    power: float
    peak: float
    clipped: float


def strengths(blocks: Batch) -> list[Strength]:
    """That of each block."""
    size = np.abs(blocks)
    powers = np.matmul(blocks[:, np.newaxis], blocks[:, :, np.newaxis]).ravel() / blocks.shape[1]
    rows = zip(powers.tolist(), size.max(axis=1).tolist(), size, strict=True)
    return [Strength(power, peak, _clipped_share(row, peak)) for power, peak, row in rows]


class LevelMeter:
    """Feed it the blocks of a stream in their order."""

    def __init__(self) -> None:
        self._near: deque[Strength] = deque(maxlen=round(_NEAR_S / BLOCK_S))
        self._clipped: deque[float] = deque(maxlen=round(_CLIP_S / BLOCK_S))

    def push(self, block: Strength) -> None:
        """Take in one more block."""
        self._near.append(block)
        self._clipped.append(block.clipped)

    def read(self) -> Loudness:
        """What the meter shows now, after at least one block."""
        mean = sum(block.power for block in self._near) / len(self._near)
        peak = max(block.peak for block in self._near)
        clipped = sum(self._clipped) / len(self._clipped)
        return Loudness(decibels(mean), decibels(peak**2), clipped)


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
