"""Others who talk around the speaker: their voices fill the pauses, and lie well below the speaker's own level."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.core.countable import OTHERS_FILL, SPEECH
from coach.voz.blocks import BLOCK_S
from coach.voz.level import decibels
from coach.voz.moment import Moment
from coach.voz.ring import Ring

_WINDOW_S: Final = 20.0
_LOUD: Final = 0.7
"""This quantile of the moments of speech stands for the speaker's own level: what fills the pauses lies below it."""
_BELOW_DB: Final = 8.0
_OVER_NOISE_DB: Final = 8.0
"""Others' voices reach so far above the noise that they make."""
_RUN: Final = 7
"""So many quieter moments of speech on end may be somebody else's; the speaker's own dips are shorter."""
_HEARD: Final = 0.03
"""Share of speech in such runs from which others are heard; beside steady noise it is less."""
_QUIETEST: Final = 0.2
"""This share of all moments are pauses, if anything is."""
_LEAST: Final = 30
"""Moments of speech that a level needs."""
_AGAIN: Final = 8
"""Moments after which levels are looked at anew."""


class OthersTalk:
    """Feed it the moments of a stream in their order."""

    def __init__(self) -> None:
        """Nobody was heard yet."""
        self._moments = Ring(round(_WINDOW_S / BLOCK_S), 3)
        self._count = self._run = 0
        self._own_db: float | None = None
        self._filled: float | None = None

    def push(self, moment: Moment) -> None:
        """Take in `moment`."""
        level = decibels(moment.power)
        self._run = self._run + 1 if moment.probability >= SPEECH and self._below(level) else 0
        others = 0 if self._run < _RUN else _RUN if self._run == _RUN else 1
        self._moments.add(level, moment.probability, float(others))
        if self._count % _AGAIN == 0:
            self._look()
        self._count += 1

    @property
    def filled(self) -> float | None:
        """Mean probability of speech in the quietest moments of the last 20 s; None before there is enough speech."""
        return self._filled

    @property
    def heard(self) -> bool:
        """Whether others talk in the speaker's pauses."""
        if self._filled is None or self._filled < OTHERS_FILL:
            return False
        _, probability, others = self._moments.numbers
        return float(others.sum()) >= _HEARD * max(int(np.count_nonzero(probability >= SPEECH)), _LEAST)

    def is_below(self, moment: Moment, snr_db: float) -> bool:
        """Whether `moment` is so much quieter than the speaker, that far above the noise, that it may be others'."""
        return self._below(decibels(moment.power), snr_db - _OVER_NOISE_DB)

    def _below(self, level_db: float, by_db: float = 0.0) -> bool:
        return self._own_db is not None and level_db < self._own_db - max(by_db, _BELOW_DB)

    def _look(self) -> None:
        """The speaker's level and what fills the pauses, from all moments that are remembered."""
        levels, probability, _ = self._moments.numbers
        spoken = np.sort(levels[probability >= SPEECH])
        if len(spoken) < _LEAST:
            self._own_db = self._filled = None
            return
        self._own_db = float(spoken[int(_LOUD * (len(spoken) - 1))])
        quietest = probability[np.argsort(levels)[: int(_QUIETEST * len(levels)) + 1]]
        self._filled = float(quietest.sum()) / len(quietest)
