"""Learns a person's neutral and measures every feature from it.

Neutral is a quantile of calm moments, drawn to what is known of people in general while little has been seen, and
never farther from it than people differ: somebody who frowns through a whole recording must not make frowning neutral.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from coach.core.events import Features
from coach.detectors.drift import SAMPLE_S, Drift
from coach.detectors.profile import Profile, Rest
from coach.manual.features import FeatureSpec

PRIOR_SAMPLES = 4
"""Samples that the prior weighs: one second's worth."""
REACH = 2.5
"""Spreads from the prior beyond which no neutral is believed."""
MOST_SAMPLES = 480
LEAST_SAMPLES = 4
"""Samples (1 s) of a feature before live anything is measured from its neutral: a first bad look would be it."""
NEW_SAMPLES = 40
"""Samples of somebody (10 s) up to which a neutral is new."""
SETTLE_S = 3.0
SMOOTH_S = 0.3


class RestEstimator:
    """Collects samples of every feature with a neutral; bounded, every `SAMPLE_S`, oldest thinned out first."""

    def __init__(self, specs: Mapping[str, FeatureSpec]) -> None:
        self._specs = {id: spec for id, spec in specs.items() if spec.rest is not None}
        self._samples: dict[str, list[float]] = {id: [] for id in self._specs}
        self._next = float("-inf")
        self.taken = 0

    def add(self, features: Features) -> bool:
        """Take a sample when one is due; says whether it did."""
        if features.t < self._next:
            return False
        self._next = features.t + SAMPLE_S
        self.taken += any(features.values[id] is not None for id in self._samples)
        for id, samples in self._samples.items():
            value = features.values[id]
            if value is None:
                continue
            samples.append(value)
            if len(samples) > MOST_SAMPLES:
                del samples[::2]
        return True

    def known(self, id: str) -> bool:
        """Whether enough has been seen of a feature with a neutral to measure from it."""
        return self.count(id) >= LEAST_SAMPLES

    def count(self, id: str) -> int:
        """Samples that are remembered of a feature with a neutral."""
        return len(self._samples[id])

    def profile(self, *, guided: bool) -> Profile:
        """What has been learned so far."""
        rests = {
            id: rest(spec, self._samples[id])
            for id, spec in self._specs.items()
            if self._samples[id] and (guided or not spec.guided)
        }
        return Profile(rests, guided)


def rest(spec: FeatureSpec, samples: Iterable[float]) -> Rest:
    """The neutral of one feature from samples in its unit."""
    assert spec.rest is not None and spec.prior is not None and spec.spread is not None
    values = np.fromiter(samples, float)
    quantile = float(np.quantile(values, spec.rest))
    weight = len(values) / (len(values) + PRIOR_SAMPLES)
    blended = weight * quantile + (1 - weight) * spec.prior
    low, high = spec.prior - REACH * spec.spread, spec.prior + REACH * spec.spread
    mad = float(np.median(np.abs(values - quantile)))
    return Rest(float(np.clip(blended, low, high)), mad)


@dataclass(frozen=True, slots=True)
class _Course:
    """What a feature has been from `first` to `last`: smoothed, and how low and high that was."""

    first: float
    last: float
    smooth: float
    low: float
    high: float


class Baseline:
    """Adds to the features their deviations from the neutral (`of` in rasgos.toml).

    Without a profile the neutral is learned on the way; that of a guided calibration follows slowly; that of a whole
    recording is fixed. Whoever feeds it says what is calm; nothing is learned from anything else.
    """

    def __init__(self, specs: Mapping[str, FeatureSpec], profile: Profile | None = None) -> None:
        self._specs = specs
        self._derived = [spec for spec in specs.values() if spec.of is not None]
        self._learning = RestEstimator(specs) if profile is None else None
        self._drift: Drift | None = None
        self.profile = Profile()
        self._seen: dict[str, _Course] = {}
        if profile is not None:
            self.use(profile)

    @property
    def calibrated(self) -> bool:
        """Whether the neutral was learned while the person was asked to sit still, not guessed from calm moments."""
        return self.profile.guided

    @property
    def new(self) -> bool:
        """Whether little has been learned yet."""
        return self._learning is not None and self._learning.taken < NEW_SAMPLES

    @property
    def taken(self) -> int:
        """Calm moments that have been learned from here."""
        return 0 if self._learning is None else self._learning.taken

    def samples(self, id: str) -> int:
        """From how many calm moments a feature's neutral has been learned here."""
        return 0 if self._learning is None else self._learning.count(id)

    def use(self, profile: Profile) -> None:
        """From now on, measure from this profile."""
        self.profile, self._learning = profile, None
        self._drift = Drift(self._specs, profile) if profile.guided else None

    def push(self, features: Features, *, calm: bool) -> Features:
        """`features` with their deviations; learns from them when `calm`."""
        if self._learning is not None and calm and self._learning.add(features):
            self.profile = self._learning.profile(guided=False)
        elif self._drift is not None and calm:
            self.profile = self._drift.follow(self.profile, features)
        values = dict(features.values)
        for spec in self._derived:
            values[spec.id] = self._deviation(features, spec)
        return Features(features.t, values)

    def _deviation(self, features: Features, spec: FeatureSpec) -> float | None:
        assert spec.of is not None
        value, source = features.values[spec.of], self._specs[spec.of]
        if value is None or (spec.settle is not None and not self._settled(features.t, value, spec)):
            return None
        if self._learning is not None and not source.guided and not self._learning.known(spec.of):
            return None
        known = self.profile.rests.get(spec.of)
        neutral = known.value if known else source.prior
        assert neutral is not None
        return abs(value - neutral) if spec.absolute else value - neutral

    def _settled(self, t: float, value: float, spec: FeatureSpec) -> bool:
        """Whether a reference can be told: a guided profile, enough time, or a clear change of the feature."""
        assert spec.of is not None and spec.settle is not None
        if self.profile.guided:
            return True
        past = self._seen.get(spec.of) or _Course(t, t, value, value, value)
        # Smoothed: one wild look is no change.
        smooth = past.smooth + (value - past.smooth) * min(1.0, (t - past.last) / SMOOTH_S)
        now = _Course(past.first, t, smooth, min(past.low, smooth), max(past.high, smooth))
        self._seen[spec.of] = now
        return now.high - now.low > spec.settle or t - now.first >= SETTLE_S
