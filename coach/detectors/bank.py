"""All signals at once, in order of precedence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from coach.core.events import Event, Features, SignalChanged, SignalSegment, State
from coach.detectors.baseline import Baseline
from coach.detectors.profile import Profile
from coach.detectors.signal_detector import SignalDetector
from coach.manual.catalog import Catalog, Signal
from coach.manual.features import FeatureSpec

UNCALIBRATED = 0.85
"""Share of the confidence left to a signal measured from a neutral that nobody has calibrated."""


class DetectorBank:
    """Features → SignalChanged and SignalSegment, in order of time and precedence."""

    def __init__(self, catalog: Catalog, specs: Mapping[str, FeatureSpec], profile: Profile | None = None) -> None:
        self.baseline = Baseline(specs, profile)
        self._detectors = {id: SignalDetector(catalog[id]) for id in catalog.precedence}
        self._relative = {
            id
            for id, signal in catalog.items()
            if any(specs[condition.feature].of is not None for condition in signal.detector.conditions)
        }
        self._t = 0.0

    @property
    def states(self) -> Mapping[str, State]:
        """Every signal's state now."""
        return {id: detector.state for id, detector in self._detectors.items()}

    def observable(self) -> frozenset[str]:
        """The signals that the newest features allow to judge."""
        return frozenset(id for id, d in self._detectors.items() if d.reading.margin is not None)

    def yielding(self, id: str) -> tuple[bool, bool]:
        """Whether one that takes precedence over `id` is present, and whether one is about to be."""
        rivals = [self._detectors[rival] for rival in self._detectors[id].signal.yields_to]
        return any(rival.state is State.PRESENT for rival in rivals), any(rival.pending for rival in rivals)

    def push(self, features: Features) -> list[Event]:
        """Move every signal on to `features`."""
        self._t = features.t
        measured = self.baseline.push(features, calm=self._calm())
        events: list[Event] = []
        for id, detector in self._detectors.items():
            before = detector.state
            blocked, held = self.yielding(id)
            segment = detector.push(measured, blocked=blocked, held=held)
            events.extend(self._tell(features.t, id, detector, before, segment))
        return events

    def _calm(self) -> bool:
        """Whether nothing shows, or is about to, that people at rest do not do.

        While the neutral is new, only signals that are measured from it count: whoever has crossed arms from the start
        must not be without one for good.
        """
        restless = self._relative if self.baseline.new else self._detectors.keys()
        showing = (self._detectors[id] for id in restless)
        return not any((one.pending or one.state is State.PRESENT) and not one.signal.restful for one in showing)

    def flush(self) -> list[Event]:
        """The medium has ended: close what is present."""
        return self._ended(self._t, lambda detector: detector.flush(self._t))

    def lose(self, t: float) -> list[Event]:
        """No picture comes any more: nothing can be judged until one does."""
        return self._ended(t, lambda detector: detector.lose(t))

    def _ended(self, t: float, end: Callable[[SignalDetector[Signal]], SignalSegment | None]) -> list[Event]:
        events: list[Event] = []
        for id, detector in self._detectors.items():
            before = detector.state
            events.extend(self._tell(t, id, detector, before, end(detector)))
        return events

    def _tell(
        self, t: float, id: str, detector: SignalDetector[Signal], before: State, segment: SignalSegment | None
    ) -> list[Event]:
        events: list[Event] = []
        if segment is not None:
            unsure = id in self._relative and not self.baseline.calibrated
            events.append(replace(segment, confidence=segment.confidence * (UNCALIBRATED if unsure else 1.0)))
        if detector.state is not before:
            events.append(SignalChanged(t, id, detector.state, detector.reading.margin))
        return events
