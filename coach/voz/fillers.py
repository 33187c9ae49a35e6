"""Filled pauses, "eh" and "mmm": a voice that holds still, in pitch and in colour (after Goto et al. 1999)."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.core.events import Filler
from coach.voz.blocks import BLOCK_S
from coach.voz.moment import Moment
from coach.voz.pitch import semitones

_LEAST_S, _MOST_S = 0.28, 2.5
"""Shorter is a vowel, longer is a tone."""
_SLOPE_ST_S: Final = 12.0
_FLUX_DB: Final = 3.0
"""Mean change of 12 bands from block to block (32 ms)."""
_STEP_ST: Final = 1.5
_LEVEL_DB: Final = 12.0
"""How far a filler may fall below its loudest block before it has ended."""


class Fillers:
    """Feed it the moments of a stream in their order."""

    def __init__(self) -> None:
        self._run: list[Moment] = []

    def push(self, moment: Moment, speaking: bool) -> Filler | None:
        """Take in `moment`; the filler that ended before it, if one did."""
        if speaking and moment.hz is not None and self._holds_still(moment):
            self._run.append(moment)
            return None
        ended = self.close()
        if speaking and moment.hz is not None:
            self._run = [moment]
        return ended

    def close(self) -> Filler | None:
        """The filler under way, which ends now."""
        run, self._run = self._run, []
        if not run or not _LEAST_S <= run[-1].end_s - run[0].start_s <= _MOST_S:
            return None
        pitches = np.array([semitones(m.hz) for m in run if m.hz is not None])
        slope = float(np.polyfit(np.arange(len(pitches)) * BLOCK_S, pitches, 1)[0])
        return Filler(run[0].start_s, run[-1].end_s) if abs(slope) < _SLOPE_ST_S else None

    def _holds_still(self, moment: Moment) -> bool:
        if not self._run:
            return True
        before = self._run[-1]
        if before.hz is None or moment.hz is None or abs(semitones(moment.hz) - semitones(before.hz)) > _STEP_ST:
            return False
        if moment.power < max(m.power for m in self._run[-80:]) * 10 ** (-_LEVEL_DB / 10):
            return False
        return moment.timbre.flux_db < _FLUX_DB
