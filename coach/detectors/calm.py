"""The neutral of a person in a whole recording, from its calm stretches."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from coach.core.events import Features
from coach.detectors.bank import DetectorBank
from coach.detectors.baseline import RestEstimator
from coach.detectors.profile import Profile
from coach.manual.catalog import Catalog
from coach.manual.features import FeatureSpec

APART: Final = 0.8
"""Share of the deviation that tells a signal by which calm moments must differ from all, to be told from them."""
LEAST_SAMPLES: Final = 10
"""Samples (2.5 s) of calm that a neutral needs beside all the others."""
LEAST_SHARE: Final = 0.05
"""Share of all samples that must be calm: a chair that is moved in the first seconds of a call is no act of an hour."""


class CalmRests:
    """Feed it all looks of a recording in their order, then ask for the profile.

    Calm is when no signal shows, judged as it would be live: who looks down for most of a call does not rest. Where all
    moments tell the same they are believed, for they are more, and what is near a threshold is missing in none. So it
    is where too little was calm: a camera that stands unusually makes everything look like a signal.
    """

    def __init__(self, catalog: Catalog, specs: Mapping[str, FeatureSpec]) -> None:
        self._bank = DetectorBank(catalog, specs)
        self._all = RestEstimator(specs)
        self._apart = {id: APART * least for id, least in _least_deviations(catalog, specs).items()}

    def add(self, features: Features) -> None:
        """The next look."""
        self._bank.push(features)
        self._all.add(features)

    def profile(self) -> Profile:
        """What the recording teaches."""
        calm, rests = self._bank.baseline, dict(self._all.profile(guided=False).rests)
        enough = calm.taken >= LEAST_SHARE * self._all.taken
        for id, rest in calm.profile.rests.items() if enough else ():
            away = abs(rest.value - rests[id].value) if id in rests else 0.0
            if calm.samples(id) >= LEAST_SAMPLES and away >= self._apart.get(id, math.inf):
                rests[id] = rest
        return Profile(rests)


def _least_deviations(catalog: Catalog, specs: Mapping[str, FeatureSpec]) -> dict[str, float]:
    """The least deviation from each feature's neutral from which any signal is told."""
    least: dict[str, float] = {}
    for condition in (one for signal in catalog.values() for one in signal.detector.conditions):
        source = specs[condition.feature].of
        if source is not None and abs(condition.enter) > abs(condition.exit):  # not where it must be small
            least[source] = min(abs(condition.enter), least.get(source, math.inf))
    return least
