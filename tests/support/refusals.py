"""What Windows refuses, as its Python raises it, on any system."""

from __future__ import annotations

import errno
import sys


def refused_by_windows(number: int, file: str | None = None) -> OSError:
    """Number `number` of Windows' own, one of those that its C library takes for a missing right."""
    error = OSError(errno.EACCES, "Acceso denegado", file, number)
    if sys.platform != "win32":
        vars(error)["winerror"] = number
    return error
