"""What Windows refuses, as its Python raises it, on any system."""

from __future__ import annotations

import errno
import sys


def refused_by_windows(number: int, file: str | None = None, code: int = errno.EACCES) -> OSError:
    """Number `number` of Windows' own; its C library takes it for `code`, a missing right unless told otherwise."""
    error = OSError(code, "Acceso denegado", file, number)
    if sys.platform != "win32":
        vars(error)["winerror"] = number
    return error
