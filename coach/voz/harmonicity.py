"""How much of a voiced sound is harmonic and how much is noise (breath, roughness)."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples

_SEARCH: Final = 2
"""Samples around the pitch period among which the best agreement is taken."""
_MOST_DB: Final = 40.0


def harmonics_to_noise(samples: Samples, hz: float) -> float | None:
    """Harmonics-to-noise ratio in dB of `samples` with pitch `hz`, None where they are shorter than two periods.

    The correlation r of the sound with itself one period later: r / (1 - r) in dB (Boersma 1993), within ±40 dB.
    """
    period = round(SAMPLE_RATE / hz)
    if len(samples) < 2 * period + _SEARCH:
        return None
    first, past = period - _SEARCH, period + _SEARCH + 1
    energy = (samples * samples).astype(np.float64).cumsum()
    until, whole = energy[first - 1 : past - 1].tolist(), float(energy[-1])
    before = energy[-1 - first : -1 - past : -1].tolist()
    best = 0.0
    for lag, skipped, kept in zip(range(first, past), until, before, strict=True):
        norm = kept * (whole - skipped)
        if norm > 0.0:
            best = max(best, float(samples[:-lag].dot(samples[lag:])) / math.sqrt(norm))
    if best <= 0.0:
        return -_MOST_DB
    return min(_MOST_DB, max(-_MOST_DB, 10.0 * math.log10(best / max(1.0 - best, 1e-9))))
