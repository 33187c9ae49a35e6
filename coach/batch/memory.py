"""How much memory this computer has."""

from __future__ import annotations

import ctypes
import os
import sys


def installed_bytes() -> int | None:
    """All of it, whoever uses it now; None where the system does not tell."""
    if sys.platform == "win32":
        told = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
        return told.installed if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(told)) else None
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX of Microsoft's sysinfoapi.h."""

    _fields_ = (
        ("length", ctypes.c_ulong),
        ("load", ctypes.c_ulong),
        ("installed", ctypes.c_ulonglong),
        ("others", ctypes.c_ulonglong * 6),
    )
    installed: int
