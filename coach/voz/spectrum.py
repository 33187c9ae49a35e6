"""Power spectra of the sound, 125 a second."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from coach.core.events import SAMPLE_RATE, Samples
from coach.voz.blocks import BLOCK, Batch, hann, powers

HOP: Final = 128
"""Samples from one spectrum to the next."""
HOP_S: Final = HOP / SAMPLE_RATE
"""Seconds from one spectrum to the next."""
ROWS: Final = BLOCK // HOP
"""Spectra in a block."""
_SIZE: Final = 512
DELAY_S: Final = (_SIZE / 2 - HOP) / SAMPLE_RATE
"""How far the middle of a spectrum lies before the beginning of the hop that completes it."""
_HANN: Final = hann(_SIZE)
_SCALE: Final = 2.0 * _SIZE / float(np.sum(_HANN**2))

Power: TypeAlias = npt.NDArray[np.float32]


def bins(low_hz: float, high_hz: float) -> slice:
    """The bins of a spectrum whose frequencies lie from `low_hz` to `high_hz`.

    >>> bins(300, 900)
    slice(10, 29, None)
    """
    step = SAMPLE_RATE / _SIZE
    return slice(int(np.ceil(low_hz / step)), int(high_hz / step) + 1)


def sums(bands: Sequence[slice]) -> Power:
    """(257, n): spectra times this are the power in each of n `bands`, all at once."""
    matrix = np.zeros((_SIZE // 2 + 1, len(bands)), np.float32)
    for column, band in enumerate(bands):
        matrix[band, column] = 1.0
    return matrix


class Spectra:
    """Feed it the blocks of a stream in their order, as many at a time as there are."""

    def __init__(self) -> None:
        self._past: Samples = np.zeros(_SIZE - HOP, np.float32)

    def push(self, blocks: Batch) -> Power:
        """(n, ROWS, 257) power in each bin, oldest first; the bins of one spectrum add up to its mean square."""
        joined = np.concatenate([self._past, blocks.ravel()])
        self._past = joined[blocks.size :]
        power = powers(joined, _HANN, HOP)
        power *= np.float32(_SCALE)
        return power.reshape(-1, ROWS, _SIZE // 2 + 1)
