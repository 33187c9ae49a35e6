"""Standard streams that whoever started Coach had closed lead nowhere, before a file of ours gets their descriptors."""

from __future__ import annotations

import os
import sys
from typing import Final

_STANDARD: Final = (0, 1, 2)


def open_standard_streams() -> None:
    """Call once, before anything else is opened: native libraries write to 1 and 2 whatever file is there."""
    for descriptor in _STANDARD:
        if not _is_open(descriptor):
            null = os.open(os.devnull, os.O_RDWR)
            os.dup2(null, descriptor)  # the same one, usually: then it only becomes the children's too
            os.set_inheritable(descriptor, True)
            if null != descriptor:
                os.close(null)
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115, PTH123 - a descriptor has no path
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115, PTH123 - as above


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True
