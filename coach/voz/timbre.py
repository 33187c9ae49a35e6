"""The colour of one moment's sound, from its spectrum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.core.events import SAMPLE_RATE
from coach.voz.spectrum import Power, bins, sums

_BRIGHT: Final = bins(1000, 4000)
_HZ: Final = np.arange(257, dtype=np.float32) * (SAMPLE_RATE / 512)
_MEL_EDGES: Final = [200, 300, 420, 560, 720, 920, 1160, 1450, 1800, 2200, 2700, 3300, 4000]
_MEL: Final = [bins(low, high - 1) for low, high in zip(_MEL_EDGES, _MEL_EDGES[1:], strict=False)]
_WIDE: Final = [bins(50, 1000), bins(1000, 5000), bins(1000, 3000), bins(50, 8000), _BRIGHT]
_SUMS: Final = sums([*_WIDE, *_MEL])
_TINY: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Timbre:
    """Alpha ratio and share of 1-3 kHz in dB, log2 of the centroid of 1-4 kHz in Hz, levels of 12 mel-like bands."""

    alpha_db: float
    clarity_db: float
    brightness_oct: float
    bands_db: Power


def timbres(spectra: Power) -> list[Timbre]:
    """The timbre of each moment given the spectra of each, (moments, n, 257)."""
    power = spectra.sum(axis=1) / np.float32(spectra.shape[1]) + _TINY
    levels = np.matmul(power[:, np.newaxis], _SUMS)[:, 0]
    low, high, clear, whole, bright = levels[:, : len(_WIDE)].astype(np.float64).T
    weighted = (power[:, _BRIGHT] * _HZ[_BRIGHT]).sum(axis=1)
    colours = [10.0 * np.log10(high / low), 10.0 * np.log10(clear / whole), np.log2(weighted / bright)]
    bands = 10.0 * np.log10(levels[:, len(_WIDE) :])
    rows = zip(*(colour.tolist() for colour in colours), bands, strict=True)
    return [Timbre(alpha, clarity, brightness, row) for alpha, clarity, brightness, row in rows]
