"""The two halves behind perception: what is observed needs no profile, what is decided from it does."""

from __future__ import annotations

from coach.core.events import ConditionChanged, Event, Features
from coach.core.landmarks import Perceived
from coach.detectors.bank import DetectorBank
from coach.detectors.calibration import GuidedCalibration
from coach.detectors.profile import Profile
from coach.manual.catalog import Catalog
from coach.manual.features import load_features
from coach.runtime.adviser import Advice, make_adviser
from coach.runtime.local_rows import local_catalog
from coach.vision.darkness import DarkSense
from coach.vision.diagnosis import BUSY, FORBIDDEN, GONE, STALLED
from coach.vision.features import FeatureExtractor
from coach.vision.mask import MaskSense
from coach.vision.scene import Scene

BLOCKING = ("nadie", "varias_personas", "oscuro", "contraluz", "muy_cerca", "muy_lejos", "de_lado")
"""Conditions of the scene under which nobody's neutral can be learned."""

AWAY = frozenset({BUSY, FORBIDDEN, GONE, STALLED})
"""Conditions of the camera under which no picture comes."""


class Observer:
    """Landmarks → features and conditions of the scene."""

    def __init__(self, mask: bool | None = None) -> None:
        self._mask, self._darkness = MaskSense(mask), DarkSense()
        self._scene = Scene()
        self._extractor = FeatureExtractor(self._mask, self._darkness)

    def push(self, seen: Perceived) -> list[Event]:
        """Conditions that began or ended, then the features of this look."""
        features = self._extractor.push(seen)
        scene = self._scene.push(seen, masked=self._mask.worn, dark=self._darkness.dark)
        return [*scene, features]

    def set_mask(self, worn: bool | None) -> None:
        """Tell whether a mask is worn; None looks for oneself."""
        self._mask.switch = worn


class Decider:
    """Features and conditions → signals, calibration and advice."""

    def __init__(
        self, profile: Profile | None = None, advice: Advice | None = None, catalog: Catalog | None = None
    ) -> None:
        """Without `advice` (shared with the voice, if there is one) it has its own.

        `catalog`: as this computer has it, if none is given. Raises `KnownError` where that is at fault.
        """
        self._specs = load_features()
        self._advice = advice or make_adviser()
        self._calibration: GuidedCalibration | None = None
        self._conditions: set[str] = set()
        # A profile may know the voice alone; the picture's neutral is then learned as without one.
        known = profile if profile and profile.rests else None
        self._bank = DetectorBank(catalog or local_catalog(), self._specs, known)

    @property
    def profile(self) -> Profile:
        """The neutral from which is measured now."""
        return self._bank.baseline.profile

    def push(self, event: Event) -> list[Event]:
        """The event itself and all that follows from it, in order."""
        events = [event]
        if isinstance(event, Features):
            if self._calibration is not None:
                events.extend(self._calibrate(self._calibration, event))
            events.extend(self._bank.push(event))
        elif isinstance(event, ConditionChanged):
            (self._conditions.add if event.active else self._conditions.discard)(event.id)
            if event.active and event.id in AWAY:
                events.extend(self._bank.lose(event.t))
        return self._advised(events)

    def flush(self) -> list[Event]:
        """The medium has ended: close what is present."""
        return [*self._advised(self._bank.flush()), *self._advice.flush()]

    def calibrate(self, seconds: float) -> None:
        """Begin a guided calibration, or begin it anew."""
        self._calibration = GuidedCalibration(self._specs, seconds)

    def stop_calibrating(self) -> None:
        """The guided calibration is given up: nothing is learned from it."""
        self._calibration = None

    def _calibrate(self, calibration: GuidedCalibration, features: Features) -> list[Event]:
        news = calibration.push(features, next((id for id in BLOCKING if id in self._conditions), None))
        if news is None:
            return []
        if news.done:
            self._bank.baseline.use(calibration.profile())
            self._calibration = None
        return [news]

    def _advised(self, events: list[Event]) -> list[Event]:
        # Each followed by what it calls for, so that a replay of what was told gives the same.
        return [told for event in events for told in (event, *self._advice.push(event))]
