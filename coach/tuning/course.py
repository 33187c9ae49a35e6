"""What one signal's detector looked at through a session, kept small, to be looked at again with other thresholds."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from math import inf
from typing import Final

from coach.core.events import Features, SignalSegment
from coach.detectors.signal_detector import GAP_S, SignalDetector
from coach.manual.adjustments import MOST_BANDS
from coach.manual.catalog import Signal
from coach.manual.margins import margins

_NONE: Final = float("nan")
_ROOM_S: Final = 0.5


class Course:
    """Looks in order of time; some 20 to 60 bytes each. `end_s`: the time of the last."""

    def __init__(self, signal: Signal) -> None:
        """For the packaged row `signal`, with any thresholds that `coach ajustar` may give it."""
        self._signal = signal
        self._names = tuple(dict.fromkeys(one.feature for one in signal.detector.conditions))
        self._columns = tuple(array("d") for _ in self._names)
        self._times, self._rivals = array("d"), bytearray()
        self._worth: list[int] | None = None

    @property
    def end_s(self) -> float:
        """The time of the last look."""
        return self._times[-1] if self._times else 0.0

    def add(self, t: float, values: Mapping[str, float | None], *, blocked: bool, held: bool) -> None:
        """One more look, before the first of `reports`; `blocked` and `held` as `SignalDetector.push` takes them."""
        self._times.append(t)
        self._rivals.append(blocked + 2 * held)
        for name, column in zip(self._names, self._columns, strict=True):
            value = values[name]
            column.append(_NONE if value is None else value)

    def reports(self, signal: Signal) -> list[SignalSegment]:
        """What `signal`, the same row with other thresholds, would report."""
        detector = SignalDetector(signal)
        found: list[SignalSegment | None] = []
        if self._worth is None:
            self._worth = self._worth_looking()
        for place in self._worth:
            rivals = self._rivals[place]
            found.append(detector.push(self._look(place), blocked=bool(rivals & 1), held=bool(rivals & 2)))
        found.append(detector.flush(self.end_s))
        return [one for one in found if one is not None]

    def _look(self, place: int) -> Features:
        known = (None if (value := column[place]) != value else value for column in self._columns)
        return Features(self._times[place], dict(zip(self._names, known, strict=True)))

    def _worth_looking(self) -> list[int]:
        """The looks within reach of the loosest thresholds, and those around them; in the others nothing can be told.

        What had begun has ended before they are left out, and a detector that is away for longer begins anew anyway.
        """
        around_s = max(GAP_S, self._signal.detector.release_s) + _ROOM_S
        worth: list[int] = []
        last_s = -inf
        for place, t in enumerate(self._times):
            weakest = margins(self._signal, self._look(place).values).values()
            if any(margin is not None and margin >= -MOST_BANDS for margin in weakest):
                first = place
                while first > 0 and t - self._times[first - 1] <= _ROOM_S and first - 1 > (worth[-1] if worth else -1):
                    first -= 1
                worth += range(first, place + 1)
                last_s = t
            elif t - last_s <= around_s:
                worth.append(place)
        return worth
