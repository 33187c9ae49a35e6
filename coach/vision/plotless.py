"""Imports without matplotlib."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Final

_NAMES: Final = ("matplotlib", "matplotlib.pyplot")


@contextmanager
def plotless() -> Iterator[None]:
    """What is imported within takes empty modules for matplotlib, unless the real ones are there already.

    MediaPipe imports it for a function that plots landmarks, which nobody calls here; it costs four fifths of the
    time of `import mediapipe` (3 s of a processor) and most of its memory.
    """
    added = [name for name in _NAMES if name not in sys.modules]
    sys.modules.update({name: ModuleType(name) for name in added})
    try:
        yield
    finally:
        for name in added:
            del sys.modules[name]
