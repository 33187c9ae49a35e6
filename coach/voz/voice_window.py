"""Statistics of the voice over the last seconds: pitch, loudness, timbre, movement."""

from __future__ import annotations

import math
from functools import cache
from typing import Final

import numpy as np

from coach.voz.blocks import BLOCK_S
from coach.voz.level import decibels
from coach.voz.moment import Moment
from coach.voz.pitch import semitones
from coach.voz.ring import Ring, Rows, median

_WINDOW_S: Final = 12.0
_LEAST_VOICED_S: Final = 1.0
_LEAST_SPEECH_S: Final = 1.0
_LEAST_MOVEMENT_S: Final = 4.0
_NEWEST_S: Final = 0.5
_JUMP_ST: Final = 12.0
"""An octave or more from the median is a mistake of the pitch, not an inflection."""
_T, _POWER, _SPEECH, _ST, _ALPHA, _BRIGHT, _CLARITY, _HNR = range(8)
_TIMBRE: Final = slice(_ALPHA, _HNR)


class VoiceWindow:
    """Feed it the moments of a stream in their order."""

    def __init__(self) -> None:
        self._ring = Ring(round(_WINDOW_S / BLOCK_S), 8)

    def push(self, moment: Moment, speaking: bool) -> None:
        """Take in `moment`."""
        voiced = speaking and moment.hz is not None
        colour = moment.timbre
        self._ring.add(
            moment.end_s,
            moment.power,
            float(speaking),
            semitones(moment.hz) if voiced and moment.hz else math.nan,
            colour.alpha_db,
            colour.brightness_oct,
            colour.clarity_db,
            math.nan if moment.hnr_db is None else moment.hnr_db,
        )

    def pitch_hz(self, t: float) -> float | None:
        """The newest pitch, None when it is older than half a second."""
        for moment in self._ring.rows[: -round(_NEWEST_S / BLOCK_S) - 1 : -1].tolist():
            if moment[_T] <= t - _NEWEST_S:
                break
            if not math.isnan(moment[_ST]):
                return float(100.0 * 2.0 ** (moment[_ST] / 12.0))
        return None

    def read(self, t: float) -> dict[str, float | None]:
        """The features of pitch, loudness and timbre at `t`."""
        rows = self._rows(t)
        voiced = rows[~np.isnan(rows[:, _ST])]
        values: dict[str, float | None] = {"voiced_s": len(voiced) * BLOCK_S, "modulation": _modulation(rows)}
        power = _speech_power(rows)
        values["speech_level_db"] = None if power is None else decibels(power)
        names = ("pitch_st", "pitch_sd_st", "pitch_range_st", "level_sd_db", "alpha_db", "brightness_oct", "clarity_db")
        if len(voiced) * BLOCK_S < _LEAST_VOICED_S:
            return {**values, **dict.fromkeys((*names, "hnr_db"))}
        values |= dict(zip(names, _statistics(voiced), strict=True))
        values["hnr_db"] = median(voiced[~np.isnan(voiced[:, _HNR]), _HNR])
        return values

    def _rows(self, t: float) -> Rows:
        rows = self._ring.rows
        return rows[int(rows[:, _T].searchsorted(t - _WINDOW_S, side="right")) :]


def _speech_power(rows: Rows) -> float | None:
    speech = rows[rows[:, _SPEECH] > 0.0, _POWER]
    return float(np.mean(speech)) if len(speech) * BLOCK_S >= _LEAST_SPEECH_S else None


def _statistics(voiced: Rows) -> list[float]:
    st = np.sort(voiced[:, _ST])
    middle = float(st[len(st) // 2])
    st = st[np.abs(st - middle) < _JUMP_ST]
    level = 10.0 * np.log10(voiced[:, _POWER] + 1e-12)
    low, high = (float(st[round(share * (len(st) - 1))]) for share in (0.1, 0.9))
    timbre = voiced[:, _TIMBRE].mean(axis=0).tolist()
    return [middle, float(np.std(st)), high - low, float(np.std(level)), *timbre]


def _modulation(rows: Rows) -> float | None:
    """Share of the envelope's movement up to 16 Hz that is at 2-8 Hz; None before there is enough speech."""
    if np.sum(rows[:, _SPEECH]) * BLOCK_S < _LEAST_MOVEMENT_S:
        return None
    envelope = np.sqrt(rows[:, _POWER])
    window, all_moves, syllables = _movements(len(envelope))
    moves = np.abs(np.fft.rfft((envelope - np.mean(envelope)) * window)) ** 2
    total = float(np.sum(moves[all_moves]))
    return float(np.sum(moves[syllables])) / total if total > 0.0 else None


@cache
def _movements(length: int) -> tuple[Rows, slice, slice]:
    """The window over an envelope of `length` moments, where its movements begin, and those at 2-8 Hz."""
    hz = np.fft.rfftfreq(length, BLOCK_S)
    begin, low, high = np.searchsorted(hz, (0.5, 2.0, np.nextafter(8.0, 9.0))).tolist()
    return np.hanning(length), slice(begin, None), slice(low, high)
