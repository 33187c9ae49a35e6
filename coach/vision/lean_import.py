"""Imports without what MediaPipe brings along and nobody calls here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Final

_NAMES: Final = ("matplotlib", "matplotlib.pyplot", "sounddevice")


@contextmanager
def lean() -> Iterator[None]:
    """What is imported within takes empty modules for matplotlib and sounddevice, where they are not there already.

    MediaPipe imports matplotlib for a function that plots landmarks; it costs four fifths of the time of `import
    mediapipe` (3 s of a processor) and most of its memory. It imports sounddevice for its own microphone, and could
    not be imported where PortAudio cannot start (built with PulseAudio, as in Ubuntu 26.04, with no server there).
    """
    added = [name for name in _NAMES if name not in sys.modules]
    sys.modules.update({name: ModuleType(name) for name in added})
    try:
        yield
    finally:
        for name in added:
            del sys.modules[name]
