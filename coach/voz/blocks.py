"""Sound cut into blocks of one size, so that nothing that follows can depend on how it arrived."""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples

BLOCK: Final = 512
"""Samples in a block."""
BLOCK_S: Final = BLOCK / SAMPLE_RATE
"""Seconds in a block."""

Batch: TypeAlias = Samples
"""(n, BLOCK) blocks that follow each other, n > 0."""


def sanitized(samples: Samples) -> Samples:
    """`samples` as numbers in [-1, 1]: what is no number is silence, what is beyond full scale stands at it.

    >>> sanitized(np.array([np.nan, 2.0, -np.inf, 0.5], np.float32))
    array([ 0. ,  1. , -1. ,  0.5], dtype=float32)
    """
    return np.clip(np.nan_to_num(samples.astype(np.float32), nan=0.0, posinf=1.0, neginf=-1.0), -1.0, 1.0)


class Blocks:
    """A queue of samples that gives whole blocks only; what is left over waits for more."""

    def __init__(self) -> None:
        self._rest: Samples = np.zeros(0, np.float32)

    def push(self, samples: Samples) -> Samples:
        """(n, BLOCK), n >= 0: every block that `samples` completes."""
        joined = np.concatenate([self._rest, sanitized(samples)])
        whole = len(joined) // BLOCK * BLOCK
        self._rest = joined[whole:]
        return joined[:whole].reshape(-1, BLOCK)

    @property
    def waiting(self) -> int:
        """Samples that wait for their block to be filled."""
        return len(self._rest)
