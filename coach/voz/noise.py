"""What is heard besides the voice: its level, and how far speech stands above it."""

from __future__ import annotations

from collections import deque
from typing import Final

import numpy as np

from coach.voz.blocks import BLOCK_S
from coach.voz.level import FLOOR_DB, decibels
from coach.voz.moment import Moment
from coach.voz.ring import Ring, median

_WINDOW_S: Final = 30.0
_ALL_S: Final = 12.0
_COLLAR: Final = 4
"""Moments beside speech that are not taken for noise: the voice swells and fades there."""
_LEAST: Final = 10
"""Moments of noise that a level needs."""
_QUIET: Final = 0.2
"""Probability of speech below which a moment may be noise."""
_LOWEST: Final = 0.1
"""Where nobody ever pauses (or others babble on), this quantile of all moments stands for the noise."""
_DEEPEST: Final = 0.02
_GULF: Final = 100.0
"""Where the deepest valleys have so much less power (20 dB) than that quantile, there is quiet between the words.

Of 16 clean hurried voices of espeak-ng with 0.1 to 0.3 s between sentences 14 had 20 to 36 dB less; among one, two,
four or eight others who talk it was 2 to 19.
"""
_PAUSED_S: Final = 10.0
"""Until then who speaks may just not have paused, and that quantile be the voice's own.

Of 54 clean voices that began at once 11 were called noisy in their first 13 s; 4 with 8 s here, 1 with 10.
"""


class NoiseMeter:
    """Feed it the moments of a stream in their order."""

    def __init__(self) -> None:
        self._noise = Ring(round(_WINDOW_S / BLOCK_S), 1)
        self._all = Ring(round(_ALL_S / BLOCK_S), 1)
        self._median: float | None = None
        self._near: deque[float] = deque(maxlen=_COLLAR + 1)
        self._quiet = 0

    def push(self, moment: Moment) -> None:
        """Take in `moment`; it counts as noise once the moments on both sides of it turned out to be no speech."""
        self._all.add(moment.power)
        self._near.append(moment.power)
        self._quiet = self._quiet + 1 if moment.probability < _QUIET else 0
        if self._quiet > 2 * _COLLAR:
            self._noise.add(self._near[0])
            self._median = None

    def pass_over(self) -> None:
        """A moment that tells nothing of the noise came between; what is beside it may still swell or fade."""
        self._near.clear()
        self._quiet = 0

    @property
    def sure(self) -> bool:
        """Whether `power` may be called noise: it was heard in pauses, or nobody paused for as long as anybody can."""
        return len(self._noise.numbers[0]) >= _LEAST or len(self._all.numbers[0]) >= round(_PAUSED_S / BLOCK_S)

    def power(self) -> float | None:
        """Mean square of the noise, of the quietest that was heard while nobody paused; None in the first moments."""
        paused = self._paused()
        if paused is not None:
            return paused
        return self._valley(_LOWEST) if len(self._all.numbers[0]) >= _LEAST else None

    def told(self) -> float | None:
        """The same as far as it may be called noise (`sure`): a voice's own valleys are none."""
        power = self.power() if self.sure else None
        if power is None or self._paused() is not None:
            return power
        deepest = self._valley(_DEEPEST)
        return deepest if power >= _GULF * deepest else power

    def _paused(self) -> float | None:
        noise = self._noise.numbers[0]
        if len(noise) < _LEAST:
            return None
        if self._median is None:
            self._median = median(noise)
        return self._median

    def _valley(self, share: float) -> float:
        """That quantile of all moments."""
        heard = self._all.numbers[0]
        place = share * (len(heard) - 1)
        low, high = np.sort(heard)[[int(place), int(place) + 1]].tolist()
        return float(low + (high - low) * (place - int(place)))


def snr_db(speech_power: float, noise_power: float) -> float:
    """Level of speech in dB above the noise, given the mean square of moments that hold both."""
    floor = 10 ** (FLOOR_DB / 10)
    return decibels(max(speech_power - noise_power, floor)) - decibels(max(noise_power, floor))
