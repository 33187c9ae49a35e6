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
"""Share of speech in such runs from which others are heard who fill the pauses; beside steady noise it is less."""
_OFTEN: Final = 0.07
"""The same where pauses are not filled: one other voice leaves gaps too. Beside noise it is 0.1 in one look of 100."""
_MUCH: Final = 0.2
"""The same however quiet it is between: nobody alone had more than 0.185."""
_QUIETEST: Final = 0.2
"""This share of all moments are pauses, if anything is."""
_LEAST: Final = 30
"""Moments of speech that a level needs."""
_KNOWN_S: Final = 8.0
"""So long a sound lasts before it is known whether others talk in it; two thirds of too high rates came earlier."""
_QUIET_DB: Final = 30.0
"""With the voice so far above all that sounds around it nobody else talks, and who speaks low now and then is heard."""
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
        self._share = 0.0

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
    def known(self) -> bool:
        """Whether so much was heard that others, if they talk, were made out."""
        return self._count * BLOCK_S >= _KNOWN_S

    @property
    def share(self) -> float:
        """Of all speech in the last 20 s, the share in stretches that may be others'."""
        return self._share

    def heard(self, snr_db: float) -> bool:
        """Whether others talk in the pauses of a speaker who is so far above what sounds between."""
        if snr_db >= _QUIET_DB or self._filled is None:
            return self.much
        return self.share >= (_HEARD if self._filled >= OTHERS_FILL else _OFTEN)

    @property
    def much(self) -> bool:
        """Whether others talk so much that it is not the speaker who lowers the voice."""
        return self.share >= _MUCH

    def is_below(self, moment: Moment, snr_db: float) -> bool:
        """Whether `moment` is so much quieter than the speaker, that far above the noise, that it may be others'."""
        return self._below(decibels(moment.power), 0.0 if self.much else snr_db - _OVER_NOISE_DB)

    def _below(self, level_db: float, by_db: float = 0.0) -> bool:
        return self._own_db is not None and level_db < self._own_db - max(by_db, _BELOW_DB)

    def _look(self) -> None:
        """The speaker's level and what fills the pauses, from all moments that are remembered."""
        levels, probability, others = self._moments.numbers
        spoken = np.sort(levels[probability >= SPEECH])
        self._share = float(others.sum()) / max(len(spoken), _LEAST)
        if len(spoken) < _LEAST:
            self._own_db = self._filled = None
            return
        self._own_db = float(spoken[int(_LOUD * (len(spoken) - 1))])
        quietest = probability[np.argsort(levels)[: int(_QUIETEST * len(levels)) + 1]]
        self._filled = float(quietest.sum()) / len(quietest)
