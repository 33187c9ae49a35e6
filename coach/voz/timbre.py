"""The colour of one moment's sound, from its spectrum, and how it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.core.events import SAMPLE_RATE
from coach.voz.spectrum import Power, bins, sums

_BRIGHT: Final = bins(1000, 4000)
_HZ: Final = (np.arange(257, dtype=np.float32) * (SAMPLE_RATE / 512))[_BRIGHT]
_MEL_EDGES: Final = [200, 300, 420, 560, 720, 920, 1160, 1450, 1800, 2200, 2700, 3300, 4000]
_MEL: Final = [bins(low, high - 1) for low, high in zip(_MEL_EDGES, _MEL_EDGES[1:], strict=False)]
_WIDE: Final = [bins(50, 1000), bins(1000, 5000), bins(1000, 3000), bins(50, 8000), _BRIGHT]
_SUMS: Final = sums([*_WIDE, *_MEL])
_TINY: Final = 1e-12
_FLOOR_DB: Final = -120.0


@dataclass(frozen=True, slots=True)
class Timbre:
    """Alpha ratio and share of 1-3 kHz in dB, log2 of the centroid of 1-4 kHz in Hz.

    `flux_db` is how much 12 mel-like bands have changed since the moment before, on average.
    """

    alpha_db: float
    clarity_db: float
    brightness_oct: float
    flux_db: float


class Timbres:
    """Feed it the spectra of a stream in their order, as many at a time as there are."""

    def __init__(self) -> None:
        self._bands: Power = np.full((1, len(_MEL)), _FLOOR_DB, np.float32)

    def push(self, spectra: Power) -> list[Timbre]:
        """The timbre of each moment given the spectra of each, (moments, n, 257)."""
        power = spectra.sum(axis=1) / np.float32(spectra.shape[1]) + _TINY
        levels = np.matmul(power[:, np.newaxis], _SUMS)[:, 0]
        low, high, clear, whole, bright = levels[:, : len(_WIDE)].astype(np.float64).T
        weighted = (power[:, _BRIGHT] * _HZ).sum(axis=1)
        colours = [10.0 * np.log10(high / low), 10.0 * np.log10(clear / whole), np.log2(weighted / bright)]
        return list(map(Timbre, *(colour.tolist() for colour in (*colours, self._flux(levels[:, len(_WIDE) :])))))

    def _flux(self, levels: Power) -> Power:
        bands = np.concatenate([self._bands, 10.0 * np.log10(levels)])
        self._bands = bands[-1:]
        moved: Power = np.abs(bands[1:] - bands[:-1]).sum(axis=1) / np.float32(len(_MEL))
        return moved
