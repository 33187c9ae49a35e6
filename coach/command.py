"""How Coach was called, so that what is suggested can be typed as it stands."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import Final

VARIABLE: Final = "COACH_ORDEN"
"""Set by `run.py`: a fresh clone has no command `coach`, which is in its environment alone."""


def command() -> str:
    """What to type before a verb: `coach`, or how run.py was called."""
    return os.environ.get(VARIABLE) or "coach"


def argument(text: str, windows: bool = sys.platform == "win32") -> str:
    """`text` as one word after a verb, as this system's shell takes it.

    >>> argument("turno de mañana", windows=False), argument("turno de mañana", windows=True)
    ("'turno de mañana'", '"turno de mañana"')
    """
    return subprocess.list2cmdline([text]) if windows else shlex.quote(text)
