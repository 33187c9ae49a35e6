"""Where voice and face agree or do not: states of both in, changes and segments out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach.core.events import (
    CongruenceChanged,
    CongruenceSegment,
    ContextChanged,
    Event,
    Features,
    SignalChanged,
    SignalSegment,
    State,
    ToneScored,
    VoiceFeatures,
)
from coach.core.silence import Silence
from coach.core.states import AWAY_S, States
from coach.detectors.signal_detector import SignalDetector
from coach.manual.congruences import SILENCE, Congruence

_EVERY_S: Final = 0.1
_LONGEST_S: Final = 60.0


class CongruenceBank:
    """Follows every congruence through time. One that either side cannot tell is not observable.

    All of them rest on something that is seen (a test holds the table to it), so that nothing is looked for in
    a medium of sound alone.
    """

    def __init__(self, rows: Mapping[str, Congruence]) -> None:
        self._detectors = {id: SignalDetector(row) for id, row in rows.items()}
        self._measured = sorted({part for row in rows.values() for part in row.parts})
        self._states, self._silence = States(), Silence()
        self._scored: ToneScored | None = None
        self._moment: str | None = None
        self._seen = False
        self._t = 0.0
        self._next = float("-inf")

    def push(self, event: Event) -> list[Event]:
        """Take the next event; the features of either side are the ticks."""
        self._states.push(event)
        match event:
            case ToneScored():
                self._scored = event
            case ContextChanged():
                self._moment = event.moment
            case SignalChanged():
                self._seen = True
            case VoiceFeatures():
                self._silence.push(event)
                return self._look(event.t) if self._seen else []
            case Features():
                self._seen = True
                return self._look(event.t)
        return []

    def flush(self) -> list[Event]:
        """The medium has ended: close what holds."""
        events: list[Event] = []
        for detector in self._detectors.values():
            before = detector.state
            events += self._tell(detector, before, detector.flush(self._t))
        return events

    def _look(self, t: float) -> list[Event]:
        if t < self._next:
            return []
        self._t, self._next = t, t + _EVERY_S - 1e-6
        values = {id: self._value(id, t) for id in self._measured}
        silence_s = self._silence.seconds(t)
        values[SILENCE] = None if silence_s is None else min(silence_s, _LONGEST_S)
        nothing: dict[str, float | None] = dict.fromkeys(values)
        events: list[Event] = []
        for detector in self._detectors.values():
            moments, before = detector.signal.moments, detector.state
            asked = not moments or self._moment in moments
            ended = detector.push(Features(t, values if asked else nothing), blocked=False, held=False)
            events += self._tell(detector, before, ended)
        return events

    def _value(self, id: str, t: float) -> float | None:
        if self._scored is not None and self._scored.scores is not None and id in self._scored.scores:
            return self._scored.scores[id] if t - self._scored.end_s <= AWAY_S else None
        now = self._states.at(id, t)
        if now is None or now.state is State.NOT_OBSERVABLE:
            return None
        return 1.0 if now.state is State.PRESENT else 0.0

    def _tell(self, detector: SignalDetector[Congruence], before: State, ended: SignalSegment | None) -> list[Event]:
        events: list[Event] = []
        if ended is not None:
            events.append(CongruenceSegment(ended.id, ended.start_s, ended.end_s, ended.confidence))
        if detector.state is not before:
            events.append(CongruenceChanged(self._t, detector.signal.id, detector.state, detector.reading.margin))
        return events
