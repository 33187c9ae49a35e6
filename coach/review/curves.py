"""What was measured of a voice, as curves for the timeline: pitch, rate, and the outline of the sound itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples
from coach.core.speech_rate import words_per_minute
from coach.report.voice_result import Point, VoiceResult
from coach.review.pyramid import Pyramid, Values

CURVE_STEP_S: Final = 1.0
"""A record keeps a point a second."""
OUTLINE_STEP_S: Final = 0.01


def pitch_curve(voice: VoiceResult) -> Pyramid:
    """Semitones above 100 Hz."""
    return _curve(voice.curve, lambda point: point.pitch_st)


def rate_curve(voice: VoiceResult) -> Pyramid:
    """Words a minute, about."""
    return _curve(voice.curve, lambda point: None if point.rate_syl_s is None else words_per_minute(point.rate_syl_s))


def _curve(points: Sequence[Point], value: Callable[[Point], float | None]) -> Pyramid:
    places = np.array([round(point.t / CURVE_STEP_S) for point in points], np.int64)
    values = np.full(int(places.max(initial=-1)) + 1, np.nan, np.float32)
    known = [np.nan if (one := value(point)) is None else one for point in points]
    values[places] = np.array(known, np.float32)
    return Pyramid(values, values, CURVE_STEP_S)


class Outline:
    """The outline of a sound that is read piece by piece: its extremes over each hundredth of a second."""

    def __init__(self, duration_s: float) -> None:
        count = max(1, int(np.ceil(duration_s / OUTLINE_STEP_S)))
        self._low, self._high = (np.full(count, np.nan, np.float32) for _ in range(2))

    def push(self, t: float, samples: Samples) -> None:
        """A piece that begins at `t`; what lies beyond the duration is left out."""
        size = round(OUTLINE_STEP_S * SAMPLE_RATE)
        first = max(0, round(t / OUTLINE_STEP_S))
        count = min(-(-len(samples) // size), len(self._low) - first)
        if count <= 0:
            return
        padded: Values = np.full(count * size, np.nan, np.float32)
        padded[: min(len(samples), len(padded))] = samples[: len(padded)]
        pieces = padded.reshape(count, size)
        mine = slice(first, first + count)
        self._low[mine] = np.fmin(self._low[mine], np.fmin.reduce(pieces, axis=1))
        self._high[mine] = np.fmax(self._high[mine], np.fmax.reduce(pieces, axis=1))

    def pyramid(self) -> Pyramid:
        """As far as it was read."""
        return Pyramid(self._low.copy(), self._high.copy(), OUTLINE_STEP_S)
