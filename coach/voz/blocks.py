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
    numbers = samples.astype(np.float32).clip(-1.0, 1.0)
    numbers[np.isnan(numbers)] = 0.0
    return numbers


def frames(samples: Samples, size: int, hop: int) -> Samples:
    """(n, size): every stretch of `size` contiguous `samples` at multiples of `hop`, not copied; do not write to it.

    For the few frames of a live block, NumPy's sliding_window_view would cost more than what is done with them.

    >>> frames(np.arange(6, dtype=np.float32), 3, 2)
    array([[0., 1., 2.],
           [2., 3., 4.]], dtype=float32)
    """
    step = samples.itemsize
    shape = (len(samples) - size) // hop + 1, size
    return np.ndarray(shape, samples.dtype, buffer=samples.data, strides=(hop * step, step))


def hann(size: int) -> Samples:
    """(size,): a periodic Hann window for `powers`, that is, times `size`."""
    return (size * np.hanning(size + 1)[:-1]).astype(np.float32)


def powers(samples: Samples, window: Samples, hop: int) -> Samples:
    """(n, size // 2 + 1): squared magnitudes of the spectra of `frames` as long as `window`, which is from `hann`.

    NumPy divides them by their size and `hann` makes up for it: asked for no division it would compute in double
    precision, at twice the price.
    """
    spectra = np.fft.rfft(frames(samples, len(window), hop) * window, norm="forward")
    parts: Samples = spectra.view(np.float32)
    parts *= parts
    return parts[:, ::2] + parts[:, 1::2]


class Blocks:
    """A queue of samples that gives whole blocks only; what is left over waits."""

    def __init__(self) -> None:
        self._rest: Samples = np.zeros(0, np.float32)

    def push(self, samples: Samples, least: int = 1) -> Samples:
        """(n, BLOCK): every block that `samples` completes, or none (n = 0) before there are `least`."""
        joined = np.concatenate([self._rest, samples])
        count = len(joined) // BLOCK
        whole = count * BLOCK if count >= least else 0
        self._rest = joined[whole:]
        return sanitized(joined[:whole]).reshape(-1, BLOCK)

    @property
    def waiting(self) -> int:
        """Samples that wait for more."""
        return len(self._rest)
