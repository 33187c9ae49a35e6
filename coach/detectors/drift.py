"""A calibrated neutral of head and gaze follows its person, slowly and not far: a chair or a screen is moved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from coach.core.events import Features
from coach.detectors.profile import Profile, Rest
from coach.manual.features import FeatureSpec

SAMPLE_S: Final = 0.25
FOLLOW_S: Final = 300.0
"""In so long of calm the neutral moves by about half of what people differ by (`spread`) at the most."""
FARTHEST: Final = 0.3
"""Spreads from the calibration beyond which it does not go: no chair is moved farther, and who looks down is told."""


class Drift:
    """Moves the neutral towards the quantile of calm moments that it is (Robbins and Monro, 1951).

    By steps of one size, whatever the distance, so that a stray look weighs no more than any other.
    """

    def __init__(self, specs: Mapping[str, FeatureSpec], calibrated: Profile) -> None:
        self._specs = {id: spec for id, spec in specs.items() if spec.drifts and id in calibrated.rests}
        self._calibrated = calibrated.rests
        self._next = float("-inf")

    def follow(self, profile: Profile, features: Features) -> Profile:
        """`profile` after one more calm moment."""
        if features.t < self._next:
            return profile
        self._next = features.t + SAMPLE_S
        rests = dict(profile.rests)
        for id, spec in self._specs.items():
            value = features.values[id]
            if value is not None:
                rests[id] = self._moved(id, spec, rests[id], value)
        return Profile(rests, profile.guided, profile.voice, profile.rate_factor)

    def _moved(self, id: str, spec: FeatureSpec, now: Rest, value: float) -> Rest:
        assert spec.rest is not None and spec.spread is not None
        begun, reach = self._calibrated[id].value, FARTHEST * spec.spread
        step = (spec.rest if value > now.value else spec.rest - 1.0) * spec.spread * SAMPLE_S / FOLLOW_S
        return Rest(float(np.clip(now.value + step, begun - reach, begun + reach)), now.mad)
