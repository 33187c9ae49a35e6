"""The guided calibration: ten calm seconds of looking into the camera become a profile (pure)."""

from __future__ import annotations

from collections.abc import Mapping

from coach.core.events import CalibrationChanged, Features
from coach.detectors.baseline import RestEstimator
from coach.detectors.profile import Profile
from coach.manual.features import FeatureSpec

TELL_S = 0.2
RESTLESS_DEG = 4.0
"""Swing of the head within a second and a quarter beyond which nobody sits still."""
MOST_GAP_S = 0.5


class GuidedCalibration:
    """Collects `seconds` of calm features. Time in which the person is away or moves does not count."""

    def __init__(self, specs: Mapping[str, FeatureSpec], seconds: float) -> None:
        self._estimator = RestEstimator(specs)
        self._seconds = seconds
        self._calm_s = 0.0
        self._last: float | None = None
        self._told = float("-inf")

    def push(self, features: Features, waits_for: str | None) -> CalibrationChanged | None:
        """Go on with `features`; `waits_for` names a condition that forbids it. Returns news when there are some."""
        step = 0.0 if self._last is None else min(features.t - self._last, MOST_GAP_S)
        self._last = features.t
        waits_for = waits_for or _restless(features)
        if waits_for is None:
            self._calm_s += step
            self._estimator.add(features)
        done = self._calm_s >= self._seconds
        if not done and features.t - self._told < TELL_S:
            return None
        self._told = features.t
        return CalibrationChanged(features.t, min(1.0, self._calm_s / self._seconds), done, waits_for)

    def profile(self) -> Profile:
        """What was learned."""
        return self._estimator.profile(guided=True)


def _restless(features: Features) -> str | None:
    if features.values["head_pitch_deg"] is None:
        return "nadie"
    swing = features.values["nod_swing_deg"]
    return "quieto" if swing is not None and swing > RESTLESS_DEG else None
