"""The last half minute of the voice's pitch and rate, thinned out for a small plot. Pure: no Qt, no clock."""

from __future__ import annotations

from collections import deque
from math import log2
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from coach.core.events import VoiceFeatures
from coach.core.speech_rate import words_per_minute

SPAN_S: Final = 30.0
STEP_S: Final = 0.2
"""Time between two points: five a second show every movement that an eye can follow on so small a plot."""
_SEMITONE_ZERO_HZ: Final = 100.0
"""Semitones are counted from here, as `rasgos_voz.toml` does."""

Curve: TypeAlias = npt.NDArray[np.float64]
"""(n,) values; NaN where there is none, which leaves a gap in the line."""


class VoiceTrace:
    """Takes measurements as they come; `curves` gives seconds before now, pitch (st) and rate (words a minute)."""

    def __init__(self) -> None:
        self._points: deque[tuple[float, float, float]] = deque(maxlen=round(SPAN_S / STEP_S) + 2)

    def apply(self, event: VoiceFeatures) -> None:
        """Keep a measurement if a step has passed since the last."""
        if self._points and event.t - self._points[-1][0] < STEP_S - 1e-6:
            return
        if self._points and event.t - self._points[-1][0] > 2 * STEP_S:  # sound was lost: no line across the hole
            self._points.append((event.t - STEP_S, np.nan, np.nan))
        pitch, rate = event.values.get("pitch_hz"), event.values.get("rate_syl_s")
        self._points.append(
            (
                event.t,
                np.nan if not pitch else 12.0 * log2(pitch / _SEMITONE_ZERO_HZ),
                np.nan if rate is None else words_per_minute(rate),
            )
        )

    def clear(self) -> None:
        """Forget everything."""
        self._points.clear()

    def curves(self, now: float) -> tuple[Curve, Curve, Curve]:
        """Seconds before `now` (≤ 0), pitch and rate, of the last `SPAN_S`."""
        points = np.array(self._points, dtype=np.float64).reshape(-1, 3)
        points = points[points[:, 0] >= now - SPAN_S]
        return points[:, 0] - now, points[:, 1], points[:, 2]
