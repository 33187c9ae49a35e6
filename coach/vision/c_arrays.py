"""Arrays of C structures, read all at once instead of element by element and field by field (pure)."""

from __future__ import annotations

import ctypes
import functools
from typing import Any

import numpy as np

from coach.core.landmarks import Array


def fields(first: Any, count: int, *names: str) -> Array:
    """The named float fields of `count` structures from the pointer `first` on, as a (count, fields) copy.

    >>> class Point(ctypes.Structure):
    ...     _fields_ = [("x", ctypes.c_float), ("sure", ctypes.c_bool), ("y", ctypes.c_float)]
    >>> points = (Point * 2)((1.0, True, 2.0), (3.0, True, 4.0))
    >>> fields(ctypes.cast(points, ctypes.POINTER(Point)), 2, "x", "y").tolist()
    [[1.0, 2.0], [3.0, 4.0]]
    """
    layout = _layout(first._type_, names)
    rows = np.frombuffer(ctypes.string_at(first, count * layout.itemsize), layout)
    return np.stack([rows[name] for name in names], axis=1)


@functools.cache
def _layout(kind: type[ctypes.Structure], names: tuple[str, ...]) -> np.dtype[np.void]:
    """Where the library that declares `kind` says that the fields are."""
    return np.dtype(
        {
            "names": list(names),
            "formats": [np.float32] * len(names),
            "offsets": [getattr(kind, name).offset for name in names],
            "itemsize": ctypes.sizeof(kind),
        }
    )
