"""The newest rows of numbers, as one array without copying."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Rows: TypeAlias = npt.NDArray[np.float64]


def median(values: Rows) -> float | None:
    """The median of (n,) numbers, None where there are none; for so few, half the price of NumPy's.

    >>> median(np.array([3.0, 1.0, 2.0, 4.0]))
    2.5
    """
    if not len(values):
        return None
    ordered = np.sort(values)
    half = len(ordered) // 2
    return float(ordered[half] + ordered[-half - 1]) / 2.0


class Ring:
    """At most `length` rows of `columns` numbers; older ones leave.

    >>> ring = Ring(2, 1)
    >>> for number in (1.0, 2.0, 3.0): ring.add(number)
    >>> ring.rows[:, 0]
    array([2., 3.])
    """

    def __init__(self, length: int, columns: int) -> None:
        self._length = length
        self._store = np.zeros((4 * length, columns))
        self._begin = self._end = 0

    def add(self, *row: float) -> None:
        """Append a row."""
        if self._end == len(self._store):
            kept = self._store[self._begin : self._end].copy()
            self._store[: len(kept)] = kept
            self._begin, self._end = 0, len(kept)
        self._store[self._end] = row
        self._end += 1
        self._begin = max(self._begin, self._end - self._length)

    @property
    def rows(self) -> Rows:
        """(n, columns), oldest first; a view, good until the next `add`."""
        return self._store[self._begin : self._end]
