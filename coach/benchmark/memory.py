"""Memory of this process, where the system tells it as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_STATUS: Final = Path("/proc/self/status")


def resident_mb() -> float | None:
    """Resident memory now; None where it cannot be known (outside Linux)."""
    return _read("VmRSS")


def peak_mb() -> float | None:
    """The most there has been since the process began."""
    return _read("VmHWM")


def _read(key: str) -> float | None:
    if not _STATUS.exists():
        return None
    line = next((line for line in _STATUS.read_text().splitlines() if line.startswith(f"{key}:")), None)
    return None if line is None else int(line.split()[1]) / 1024
