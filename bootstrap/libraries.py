"""Whether the system has a shared library."""

from __future__ import annotations

import ctypes


def loads(library: str) -> bool:
    """Whether a program can load it by this name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
