"""How much of its processors a machine really had: in a cloud, a host lends them to others too."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

_STAT: Final = Path("/proc/stat")
_STEAL: Final = 8
"""Which word of the first line counts the ticks in which something wanted to run and the host gave no processor."""


def stolen_s() -> float | None:
    """Processor time that was wanted and not given since the system began, of all cores; None where nobody counts it.

    Source: proc(5), "steal".
    """
    if sys.platform != "linux" or not _STAT.exists():
        return None
    return int(_STAT.read_text(encoding="ascii").split(maxsplit=_STEAL + 1)[_STEAL]) / os.sysconf("SC_CLK_TCK")


def given(stolen: float | None, wall_s: float, cores: int | None) -> float | None:
    """The share of all processor time that the machine had, in [0, 1]; None where it is not known.

    A machine that is moved to another host while it runs may count backwards.

    >>> given(5.0, 10.0, 2), given(None, 10.0, 2), given(-1.0, 10.0, 2)
    (0.75, None, 1.0)
    """
    return None if stolen is None or not cores else min(1.0, max(0.0, 1.0 - stolen / (wall_s * cores)))
