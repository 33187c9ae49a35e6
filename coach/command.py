"""How Coach was called, so that what is suggested can be typed as it stands."""

from __future__ import annotations

import os
from typing import Final

VARIABLE: Final = "COACH_ORDEN"
"""Set by `run.py`: a fresh clone has no command `coach`, which is in its environment alone."""


def command() -> str:
    """What to type before a verb: `coach`, or how run.py was called."""
    return os.environ.get(VARIABLE) or "coach"
