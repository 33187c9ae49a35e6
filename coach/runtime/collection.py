"""Python's collector of cycles, kept to one thread: that of the window.

Left to itself it runs on whichever thread happens to allocate, and ends there whatever it finds. A widget that a worker
ends while Qt's loop is at work on it, for which that needs no lock of Python's, is a segmentation fault.
"""

from __future__ import annotations

import gc
from typing import Final

_YOUNG: Final = 700
"""Objects more than at the last look from which on there may be something to collect: Python's own number."""
_MIDDLE: Final = 11
_FULL: Final = 30 * _MIDDLE
"""Collections of which one looks at what was left by several, and one at everything, which takes longest."""


class Collection:
    """From when it is made until it is closed nothing is collected but by `look`, on the thread that calls it."""

    def __init__(self) -> None:
        self._times = 0
        gc.disable()

    def look(self) -> None:
        """Collect what is due, at most once for each call; to be called a few times a second."""
        if gc.get_count()[0] <= _YOUNG:
            return
        self._times += 1
        gc.collect(2 if self._times % _FULL == 0 else 1 if self._times % _MIDDLE == 0 else 0)

    def close(self) -> None:
        """Collect everything, and leave it to Python again."""
        gc.collect()
        gc.enable()
