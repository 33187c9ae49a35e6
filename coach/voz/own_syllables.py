"""Which nuclei are the speaker's own where others talk too: the loud ones."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from typing import Final

from coach.voz.syllables import Nucleus

_WINDOW_S: Final = 30.0
_LOUD: Final = 0.75
"""This quantile of all nuclei is surely the speaker's: others add at most about a third to them."""
_BELOW_DB, _OVER_NOISE_DB = 10.0, 8.0
"""So far below the strong ones nuclei may be others', where these are so near: theirs reach 8 dB above the noise."""


class OwnSyllables:
    """Feed it the nuclei of a stream in their order, whoever spoke them."""

    def __init__(self) -> None:
        """None were heard yet."""
        self._heard: deque[Nucleus] = deque()
        self._levels: list[float] = []  # theirs, in order of size

    def push(self, nucleus: Nucleus, snr_db: float | None) -> bool:
        """Take in `nucleus`; whether it is loud enough to be the speaker's, who is so far above the noise."""
        levels = self._levels
        self._heard.append(nucleus)
        insort(levels, nucleus.level_db)
        while self._heard[0].t < nucleus.t - _WINDOW_S:
            del levels[bisect_left(levels, self._heard.popleft().level_db)]
        below_db = max(_BELOW_DB, (snr_db or 0.0) - _OVER_NOISE_DB)
        return nucleus.level_db >= levels[int(_LOUD * (len(levels) - 1))] - below_db
