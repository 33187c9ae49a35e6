"""Pitches, and the scale on which they are compared."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from coach.core.events import SAMPLE_RATE

HOP_S: Final = 256 / SAMPLE_RATE
"""Seconds between two pitches."""
JUMP_ST: Final = 12.0
"""An octave or more from the median of a voice is a mistake of the pitch, or not that voice's, and no inflection."""


@dataclass(frozen=True, slots=True)
class Pitch:
    """A pitch in Hz, None where the sound is not voiced, with the confidence in [0, 1] that it is."""

    hz: float | None
    confidence: float


def semitones(hz: float) -> float:
    """`hz` in semitones above 100 Hz.

    >>> semitones(200.0)
    12.0
    """
    return 12.0 * math.log2(hz / 100.0)
