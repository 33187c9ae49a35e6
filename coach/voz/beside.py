"""What sounds beside the voice for a moment and is loud: a telephone, a bell, heard while nobody speaks."""

from __future__ import annotations

from collections import deque
from typing import Final

from coach.voz.blocks import BLOCK_S
from coach.voz.level import decibels
from coach.voz.moment import Moment

WINDOW_S: Final = 3.0
_QUIET: Final = 0.3
"""Probability of speech below which nobody speaks: rings and bells are below it."""
_UNDER_DB: Final = 15.0
"""Down to so far under the voice it is loud: what lasts so loud is noise (`ruido`) too."""
_HOLE: Final = 4
"""Moments that a trill or a bell may be silent between its strokes."""
_DENSE: Final = 0.45
"""Share of its moments that are loud: half of an alarm's, fewer of the keys that somebody types on."""
_SHORTEST: Final = round(0.5 / BLOCK_S)
"""Moments: a cough, a chair, a breath are shorter."""


class SoundBeside:
    """Feed it the moments of a stream in their order, each with the level of speech, dBFS, as far as it is known.

    Clean recordings of seven voices have nothing of the kind.
    """

    def __init__(self) -> None:
        """Nothing was heard yet."""
        self._runs: deque[tuple[float, int]] = deque()
        """(end in s, moments) of what lasted long enough."""
        self._run = self._hole = self._loud = 0
        self._long = False
        """Whether the run is one of them already."""

    def push(self, moment: Moment, speech_level_db: float | None) -> None:
        """Take in `moment`."""
        silent = moment.probability < _QUIET
        loud = silent and speech_level_db is not None and decibels(moment.power) >= speech_level_db - _UNDER_DB
        if loud:
            self._run, self._hole, self._loud = self._run + self._hole + 1, 0, self._loud + 1
            self._follow(moment.end_s)
        elif silent and self._run and self._hole < _HOLE:
            self._hole += 1
        else:
            self.break_off()

    def break_off(self) -> None:
        """Whatever sounded is not known to go on."""
        self._run, self._hole, self._loud, self._long = 0, 0, 0, False

    def seconds(self, t: float) -> float | None:
        """How much of the last `WINDOW_S` before `t` it sounded, s; None where nothing did."""
        while self._runs and self._runs[0][0] <= t - WINDOW_S:
            self._runs.popleft()
        if not self._runs:
            return None
        return sum(min(count * BLOCK_S, end_s - (t - WINDOW_S)) for end_s, count in self._runs)

    def _follow(self, end_s: float) -> None:
        if self._run < _SHORTEST or self._loud < _DENSE * self._run:
            return
        if self._long and self._runs:
            self._runs.pop()
        self._runs.append((end_s, self._run))
        self._long = True
