"""Fewer of the pools from which the C library hands out memory: a live session's threads need not have one each."""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_M_ARENA_MAX: Final = -8
_ARENAS: Final = 2


def share_arenas() -> bool:
    """Have all threads to come share two pools; whether this system can (glibc alone).

    Every thread of ours and of the models' would otherwise keep what it once had: 502 MB of a live session become 425.
    Call it before threads begin.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    return mallopt is not None and mallopt(_M_ARENA_MAX, _ARENAS) == 1
