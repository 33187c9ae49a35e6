"""What one signal's detector looked at through a session, kept small, to be looked at again with other thresholds."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping

from coach.core.events import Features, SignalSegment
from coach.detectors.signal_detector import SignalDetector
from coach.manual.catalog import Signal

_NONE = float("nan")


class Course:
    """Looks in order of time; some 20 to 60 bytes each. `end_s`: the time of the last."""

    def __init__(self, signal: Signal) -> None:
        """For `signal`, whatever its thresholds."""
        self._names = tuple(dict.fromkeys(one.feature for one in signal.detector.conditions))
        self._columns = tuple(array("d") for _ in self._names)
        self._times, self._rivals = array("d"), bytearray()

    @property
    def end_s(self) -> float:
        """The time of the last look."""
        return self._times[-1] if self._times else 0.0

    def add(self, t: float, values: Mapping[str, float | None], *, blocked: bool, held: bool) -> None:
        """One more look; `blocked` and `held` as `SignalDetector.push` takes them."""
        self._times.append(t)
        self._rivals.append(blocked + 2 * held)
        for name, column in zip(self._names, self._columns, strict=True):
            value = values[name]
            column.append(_NONE if value is None else value)

    def reports(self, signal: Signal) -> list[SignalSegment]:
        """What `signal`, the same row with other thresholds, would report."""
        detector = SignalDetector(signal)
        found: list[SignalSegment | None] = []
        for features, rivals in zip(self._looks(), self._rivals, strict=True):
            found.append(detector.push(features, blocked=bool(rivals & 1), held=bool(rivals & 2)))
        found.append(detector.flush(self.end_s))
        return [one for one in found if one is not None]

    def _looks(self) -> Iterator[Features]:
        for t, *row in zip(self._times, *self._columns, strict=True):
            known = (None if value != value else value for value in row)
            yield Features(t, dict(zip(self._names, known, strict=True)))
