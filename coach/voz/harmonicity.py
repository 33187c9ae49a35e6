"""How much of a voiced sound is harmonic and how much is noise (breath, roughness)."""

from __future__ import annotations

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
    best = max(_correlation(samples, lag) for lag in range(period - _SEARCH, period + _SEARCH + 1))
    if best <= 0.0:
        return -_MOST_DB
    return float(np.clip(10.0 * np.log10(best / max(1.0 - best, 1e-9)), -_MOST_DB, _MOST_DB))


def _correlation(samples: Samples, lag: int) -> float:
    early, late = samples[:-lag], samples[lag:]
    norm = float(np.dot(early, early)) * float(np.dot(late, late))
    return float(np.dot(early, late)) / norm**0.5 if norm > 0.0 else 0.0
