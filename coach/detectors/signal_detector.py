"""One signal's state machine: enter and exit thresholds, a minimum duration, patience for flicker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from coach.core.events import Features, SignalSegment, State
from coach.manual.margins import Detected, margins

BLIND_S = 0.5
"""How long a signal keeps its state after what it needs went out of view."""
GAP_S = 2.0
"""Time without any look (the camera was away) after which nothing is taken to have gone on."""
MARGIN_MOST = 3.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One look: `margin` of the best way (1 is the enter threshold, 0 the exit), None when it cannot be judged.

    `way` is that one.
    """

    margin: float | None
    way: int = 1

    @property
    def enters(self) -> bool:
        """Past every enter threshold."""
        return self.margin is not None and self.margin >= 1.0

    @property
    def stays(self) -> bool:
        """Not back beyond any exit threshold."""
        return self.margin is not None and self.margin >= 0.0


_UNKNOWN: Final = Reading(None)


Row = TypeVar("Row", bound=Detected)


def read(row: Detected, values: Mapping[str, float | None]) -> Reading:
    """The best way of all; where several must hold at once, the weakest of the best so many."""
    known = [(margin, way) for way, margin in margins(row, values).items() if margin is not None]
    least = row.detector.least
    if len(known) < least:
        return _UNKNOWN
    margin, way = max(known) if least == 1 else sorted(known, reverse=True)[least - 1]
    return Reading(margin, way)


class SignalDetector(Generic[Row]):
    """Follows one row of the manual through time; `blocked` by those that it yields to."""

    def __init__(self, signal: Row) -> None:
        self.signal = signal
        self.state = State.NOT_OBSERVABLE
        self.since: float | None = None
        self.reading = _UNKNOWN
        self._began: float | None = None
        self._last_good: float | None = None
        self._last_seen: float | None = None
        self._last_look: float | None = None
        self._back = 0.0
        self._late = signal.detector.lags()
        self._lags = (0.0, 0.0)
        self._way = _UNKNOWN.way
        self._margins: list[float] = []

    @property
    def way(self) -> int:
        """The way in which it showed last."""
        return self._way

    @property
    def pending(self) -> bool:
        """Whether it has begun to show and may be confirmed soon."""
        return self._began is not None and self.state is not State.PRESENT

    def push(self, features: Features, *, blocked: bool, held: bool) -> SignalSegment | None:
        """Move on to `features`. `blocked`: one that takes precedence is present; `held`: one is about to be.

        Returns the segment that has just ended, if one has.
        """
        t = features.t
        before, self._last_look = self._last_look, t
        away = before is not None and t - before > GAP_S
        self.reading = read(self.signal, features.values)
        if self.reading.margin is not None:
            self._last_seen = t
        if blocked or away:
            ended = self._end(t, cut=away and self._last_good == before)
            if away:
                self._back = t
            if not blocked:
                self._grow(t)
            return ended
        self._grow(t)
        detector = self.signal.detector
        if self.state is State.PRESENT:
            assert self._last_good is not None
            return self._end(t) if t - self._last_good > detector.release_s else None
        if self._began is not None and self._last_good is not None:
            if t - self._last_good > min(detector.release_s, 0.4):
                self._drop()
            elif not held and self._last_good - self._began >= detector.min_s - 1e-6:
                self.state, self.since = State.PRESENT, self._began
                return None
        self._rest(t)
        return None

    def lose(self, t: float) -> SignalSegment | None:
        """No look comes any more: what was present ends with the last, and nobody knows what is so now.

        What features that look back show once looks come again is told only of what came after `t`.
        """
        self._last_seen, self.reading = None, _UNKNOWN
        ended = self.flush(t)
        self._back = t
        return ended

    def flush(self, t: float) -> SignalSegment | None:
        """The end of the medium: what is present ends with it."""
        return self._end(t, cut=self._last_good == self._last_look)

    def _grow(self, t: float) -> None:
        if self.reading.enters and self._began is None:
            self._began, self._margins, self._lags = t, [], (self._late[self.reading.way],) * 2
        if self._began is not None and self.reading.stays:
            assert self.reading.margin is not None
            self._last_good, self._way = t, self.reading.way
            self._lags = (self._lags[0], self._late[self._way])
            self._margins.append(min(self.reading.margin, MARGIN_MOST))
            if len(self._margins) > 1000:
                del self._margins[::2]

    def _rest(self, t: float) -> None:
        blind = self._last_seen is None or t - self._last_seen > BLIND_S
        state = State.NOT_OBSERVABLE if blind else State.ABSENT
        if state is not self.state:
            self.state, self.since = state, t

    def _drop(self) -> None:
        self._began = self._last_good = None
        self._margins = []

    def _end(self, t: float, *, cut: bool = False) -> SignalSegment | None:
        """`cut`: it was cut off while it lasted, so that its end is not late by what its features take to notice.

        What looks back over a time without looks is told only of what came after it; if that is nothing, not at all.
        """
        segment = None
        if self.state is State.PRESENT and self._began is not None and self._last_good is not None:
            mean = sum(self._margins) / len(self._margins)
            share = min(1.0, 0.4 + 0.3 * max(mean, 0.0))
            confidence = self.signal.detector.confidence * share
            began, ended = self._lags
            start, end = max(self._back, self._began - began), max(0.0, self._last_good - (0.0 if cut else ended))
            if start <= end:
                segment = SignalSegment(self.signal.id, start, end, confidence)
            self.state = State.ABSENT
            self.since = t
        self._drop()
        self._rest(t)
        return segment
