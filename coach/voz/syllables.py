"""Syllable nuclei: peaks of an envelope in which the bands of the voice agree.

Where the bands between 250 and 2500 Hz rise together there is a vowel; a fricative, a click or a hum fills one of them
alone. So the envelope is the sum of the products of every two bands' amplitudes (after Wang & Narayanan 2007), in dB,
smoothed over 88 ms. Its peaks that stand out by 2 dB on both sides are nuclei. On Mexican prompts with known counts it
follows the rate of a single prompt far better (r 0.80) than the envelope of 300-900 Hz alone (r 0.5).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
import numpy.typing as npt

from coach.voz.spectrum import DELAY_S, HOP_S, Power, bins, sums

_BANDS: Final = sums([bins(low, high) for low, high in ((250, 500), (500, 900), (900, 1500), (1500, 2500))])
_ONE, _OTHER = np.array(list(combinations(range(4), 2))).T
_SMOOTH: Final = np.hanning(13)[1:-1] / float(np.sum(np.hanning(13)[1:-1]))
_AHEAD: Final = len(_SMOOTH) // 2
_PROMINENCE_DB: Final = 2.0
_APART_S: Final = 0.06
"""Nuclei are at least so far apart; of two nearer ones the louder counts."""
_BELOW_LOUDEST_DB: Final = 25.0
_FORGET_DB_S: Final = 2.0
"""How fast the memory of the loudest moment fades."""
_FLOOR: Final = 1e-9


@dataclass(frozen=True, slots=True, order=True)
class Nucleus:
    """A syllable's peak: how strongly the bands sound together, in dB, and when."""

    level_db: float
    t: float


class SyllablePeaks:
    """Feed it the spectra of a stream; it tells a nucleus once the envelope has fallen behind it.

    Whether somebody was speaking there is not its question: a dog's bark has a nucleus too.
    """

    def __init__(self, start_s: float) -> None:
        self._first_s = start_s - DELAY_S - _AHEAD * HOP_S
        self._rows = 0
        self._raw = np.full(len(_SMOOTH) - 1, np.nan)
        self._loudest = -np.inf
        self._valley = np.inf
        self._peak: Nucleus | None = None
        self._waiting: Nucleus | None = None

    def push(self, spectra: Power) -> list[list[Nucleus]]:
        """The nuclei that are known at the end of each block, given its spectra, (blocks, n, 257)."""
        envelope = _envelope(spectra)
        raw = np.concatenate([self._raw, envelope.ravel()])
        self._raw = raw[envelope.size :]
        smooth = np.correlate(raw, _SMOOTH).reshape(envelope.shape)
        return [self._heard(block) for block in smooth.tolist()]

    def _heard(self, levels: list[float]) -> list[Nucleus]:
        """The nuclei that are known at the end of a block of so many `levels`."""
        told: list[Nucleus] = []
        for level in levels:
            t = self._first_s + self._rows * HOP_S
            self._rows += 1
            if not math.isnan(level):  # the first few have too little before them
                self._follow(level, t, told)
        return told

    def _follow(self, level: float, t: float, told: list[Nucleus]) -> None:
        """Climb to peaks and down to valleys that are `_PROMINENCE_DB` apart; adds the nuclei that are known."""
        self._loudest = max(level, self._loudest - _FORGET_DB_S * HOP_S)
        if self._waiting is not None:
            told += self._release(self._waiting, t)
        if self._peak is None:
            self._valley = min(self._valley, level)
            if level >= self._valley + _PROMINENCE_DB:
                self._peak = Nucleus(level, t)
        elif level > self._peak.level_db:
            self._peak = Nucleus(level, t)
        elif level <= self._peak.level_db - _PROMINENCE_DB:
            told += self._stand(self._peak)
            self._peak, self._valley = None, level

    def _stand(self, peak: Nucleus) -> list[Nucleus]:
        """A peak has proven itself; the one before it, if too near, gives way or stays."""
        if peak.level_db < self._loudest - _BELOW_LOUDEST_DB:
            return []
        before, self._waiting = self._waiting, peak
        if before is None:
            return []
        if peak.t - before.t < _APART_S:
            self._waiting = max(before, peak)
            return []
        return [before]

    def _release(self, waiting: Nucleus, t: float) -> list[Nucleus]:
        """The waiting nucleus, once no later one can be too near."""
        near = self._peak is not None and self._peak.t - waiting.t < _APART_S
        if near or t - waiting.t < 2 * _APART_S:
            return []
        self._waiting = None
        return [waiting]


def _envelope(spectra: Power) -> npt.NDArray[np.float64]:
    """How strongly the bands sound together, in dB, for each spectrum."""
    bands = np.sqrt(spectra @ _BANDS)
    together = (bands[..., _ONE] * bands[..., _OTHER]).sum(axis=-1)
    return np.asarray(10.0 * np.log10(together + _FLOOR), np.float64)
