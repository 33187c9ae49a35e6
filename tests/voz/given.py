"""Sound that is there already, as a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

import numpy as np

from coach.core.events import SAMPLE_RATE, ConditionChanged, Samples, Sound
from coach.core.source import SourceInfo


class Given:
    """In chunks of any size; from `late_from_s` on it comes `late_s` later."""

    info = SourceInfo("x", None, False, True, None, live=False)

    def __init__(
        self, samples: Samples, chunk_s: float = 1.0, late_from_s: float = np.inf, late_s: float = 0.0
    ) -> None:
        self._samples, self._chunk = samples, round(chunk_s * SAMPLE_RATE)
        self._late_from_s, self._late_s = late_from_s, late_s

    def __iter__(self) -> Iterator[Sound | ConditionChanged]:
        for begin in range(0, len(self._samples), self._chunk):
            t = begin / SAMPLE_RATE
            late = self._late_s if t >= self._late_from_s else 0.0
            yield Sound(t + late, self._samples[begin : begin + self._chunk])

    def close(self) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        pass
