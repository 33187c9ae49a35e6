"""Statistics of the voice over the last seconds: pitch, loudness, timbre, movement."""

from __future__ import annotations

import math
from functools import cache
from typing import Final

import numpy as np

from coach.voz.blocks import BLOCK_S
from coach.voz.level import decibels
from coach.voz.moment import Moment
from coach.voz.pitch import JUMP_ST, semitones
from coach.voz.ring import Numbers, Ring, median

_WINDOW_S: Final = 12.0
_LEAST_VOICED_S: Final = 1.0
_LEAST_SPEECH_S: Final = 1.0
_LEAST_MOVEMENT_S: Final = 4.0
_NEWEST_S: Final = 0.5
_POWER, _AMPLITUDE, _SPOKEN = range(1, 4)
"""What is remembered of every moment beside its time."""
_ST, _LEVEL, _ALPHA, _BRIGHT, _CLARITY, _HNR = range(1, 7)
"""What is remembered of the voiced ones."""
_TIMBRE: Final = slice(_ALPHA, _HNR)
_OF_VOICED: Final = (
    "pitch_st",
    "pitch_sd_st",
    "pitch_range_st",
    "level_sd_db",
    "alpha_db",
    "brightness_oct",
    "clarity_db",
    "hnr_db",
)


class VoiceWindow:
    """Feed it the moments of a stream in their order."""

    def __init__(self) -> None:
        self._all = Ring(round(_WINDOW_S / BLOCK_S), 4)
        self._voiced = Ring(round(_WINDOW_S / BLOCK_S), 7)
        self._newest: tuple[float, float] | None = None

    def push(self, moment: Moment, speaking: bool) -> None:
        """Take in `moment`."""
        power, colour = moment.power, moment.timbre
        self._all.add(moment.end_s, power, math.sqrt(power), float(speaking))
        if moment.hz is None or not speaking:
            return
        self._newest = moment.end_s, moment.hz
        self._voiced.add(
            moment.end_s,
            semitones(moment.hz),
            10.0 * math.log10(power + 1e-12),
            colour.alpha_db,
            colour.brightness_oct,
            colour.clarity_db,
            math.nan if moment.hnr_db is None else moment.hnr_db,
        )

    def pitch_hz(self, t: float) -> float | None:
        """The newest pitch, None when it is older than half a second."""
        return self._newest[1] if self._newest is not None and self._newest[0] > t - _NEWEST_S else None

    def read(self, t: float) -> dict[str, float | None]:
        """The features of pitch, loudness and timbre at `t`."""
        moments, voiced = _since(t - _WINDOW_S, self._all), _since(t - _WINDOW_S, self._voiced)
        spoken = int(np.count_nonzero(moments[_SPOKEN]))
        speech_s, voiced_s = spoken * BLOCK_S, voiced.shape[1] * BLOCK_S
        values: dict[str, float | None] = {
            "voiced_s": voiced_s,
            "modulation": _modulation(moments[_AMPLITUDE]) if speech_s >= _LEAST_MOVEMENT_S else None,
            "speech_level_db": None,
        }
        if speech_s >= _LEAST_SPEECH_S:
            values["speech_level_db"] = decibels(float(moments[_POWER].dot(moments[_SPOKEN])) / spoken)
        if voiced_s < _LEAST_VOICED_S:
            return values | dict.fromkeys(_OF_VOICED)
        return values | dict(zip(_OF_VOICED, _statistics(voiced), strict=True))


def _since(begin: float, ring: Ring) -> Numbers:
    """What came after `begin`, the times first."""
    return ring.numbers[:, int(ring.numbers[0].searchsorted(begin, side="right")) :]


def _statistics(voiced: Numbers) -> list[float | None]:
    """The values of `_OF_VOICED`."""
    st = np.sort(voiced[_ST])
    middle = float(st[len(st) // 2])
    begin, end = st.searchsorted((middle - JUMP_ST, middle + JUMP_ST)).tolist()
    st = st[begin:end]
    low, high = (float(st[round(share * (len(st) - 1))]) for share in (0.1, 0.9))
    timbre = (voiced[_TIMBRE].sum(axis=1) / voiced.shape[1]).tolist()
    return [middle, _spread(st), high - low, _spread(voiced[_LEVEL]), *timbre, median(voiced[_HNR])]


def _spread(values: Numbers) -> float:
    """Their standard deviation; for so few, a third of the price of NumPy's."""
    away = values - values.sum() / len(values)
    return math.sqrt(float(away.dot(away)) / len(values))


def _modulation(envelope: Numbers) -> float | None:
    """Share of the envelope's movement up to 16 Hz that is at 2-8 Hz; None where nothing moves."""
    window, all_moves, syllables = _movements(len(envelope))
    moves = np.fft.rfft((envelope - envelope.sum() / len(envelope)) * window)
    total, heard = (float(np.vdot(part, part).real) for part in (moves[all_moves], moves[syllables]))
    return heard / total if total > 0.0 else None


@cache
def _movements(length: int) -> tuple[Numbers, slice, slice]:
    """The window over an envelope of `length` moments, where its movements begin, and those at 2-8 Hz."""
    hz = np.fft.rfftfreq(length, BLOCK_S)
    begin, low, high = np.searchsorted(hz, (0.5, 2.0, np.nextafter(8.0, 9.0))).tolist()
    return np.hanning(length), slice(begin, None), slice(low, high)
