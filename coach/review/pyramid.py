"""A long curve at every zoom: its least and greatest value over ever wider stretches, computed once."""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Values: TypeAlias = npt.NDArray[np.float32]
"""(n,) values; NaN where there is none."""

_FACTOR: Final = 4


class Pyramid:
    """`low` and `high` (n,) hold the extremes of n stretches of `step_s` each, from time 0 on.

    >>> curve = Pyramid(np.float32([1, 2, 3, 4, 5, 6, 7, 8]), np.float32([1, 2, 3, 4, 5, 6, 7, 8]), 1.0)
    >>> [column.tolist() for column in curve.columns(0.0, 8.0, 2)]
    [[1.0, 5.0], [4.0, 8.0]]
    """

    def __init__(self, low: Values, high: Values, step_s: float) -> None:
        self.step_s = step_s
        self._levels = [(low, high)]
        while len(self._levels[-1][0]) > _FACTOR:
            below = self._levels[-1]
            self._levels.append((_reduced(below[0], np.fmin), _reduced(below[1], np.fmax)))

    @property
    def low(self) -> Values:
        """As it was given."""
        return self._levels[0][0]

    @property
    def high(self) -> Values:
        """As it was given."""
        return self._levels[0][1]

    @property
    def extent(self) -> tuple[float, float] | None:
        """The least and the greatest of all, None where there is no value."""
        low, high = (level[~np.isnan(level)] for level in self._levels[-1])
        return (float(low.min()), float(high.max())) if low.size else None

    def columns(self, start_s: float, end_s: float, count: int) -> tuple[Values, Values]:
        """The least and the greatest value in each of `count` columns from `start_s` to `end_s`; NaN for none."""
        per_column = (end_s - start_s) / self.step_s / count
        level = 0
        while level + 1 < len(self._levels) and per_column >= 2.0 * _FACTOR ** (level + 1):
            level += 1
        low, high = self._levels[level]
        step = self.step_s * _FACTOR**level
        edges = (start_s + (end_s - start_s) * np.arange(count + 1) / count) / step
        first = np.floor(edges[:-1] + 1e-9).astype(np.int64)
        last = np.maximum(np.ceil(edges[1:] - 1e-9).astype(np.int64), first + 1)
        wanted = first[:, None] + np.arange(int((last - first).max()))[None, :]
        there = (wanted < last[:, None]) & (wanted >= 0) & (wanted < len(low))
        place = np.clip(wanted, 0, max(len(low) - 1, 0))
        nothing = np.float32(np.nan)
        if not len(low):
            return np.full(count, nothing), np.full(count, nothing)
        lows = np.fmin.reduce(np.where(there, low[place], nothing), axis=1)
        return lows, np.fmax.reduce(np.where(there, high[place], nothing), axis=1)


def _reduced(values: Values, extreme: np.ufunc) -> Values:
    """Each stretch of `_FACTOR` values as one."""
    missing = -len(values) % _FACTOR
    padded = np.concatenate([values, np.full(missing, np.nan, np.float32)])
    reduced: Values = extreme.reduce(padded.reshape(-1, _FACTOR), axis=1)
    return reduced
