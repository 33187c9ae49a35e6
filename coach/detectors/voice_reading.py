"""The guided reading: a known text read aloud tells how this speaker's syllables are to be counted (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from coach.core.countable import Clipping, clearance_db, crowded
from coach.core.events import ReadingChanged, Syllable, VoiceEvent, VoiceFeatures
from coach.core.speech_rate import TYPICAL, RateCalibration, calibrated, words_per_minute
from coach.detectors.profile import Profile, Rest
from coach.detectors.voice_baseline import VoiceRests
from coach.manual.findings import RATES
from coach.manual.voice_reference import Reference

TELL_S: Final = 0.2
_ENDS: Final = ((0.85, 1.5), (0.7, 4.0))
"""The text is over after so much of it and a pause of so many seconds: who counts few syllables waits a little."""
_LEFT_S: Final = 10.0
"""After such a pause in the middle nobody reads any more."""
_MOST: Final = 1.5
"""So many times the text has not been this text."""
_LONGEST_S: Final = 120.0
_LEAST_SNR_DB: Final = 12.0
"""In more noise than this syllables go unheard."""


class GuidedReading:
    """Counts while a text of so many `syllables` is read; begins with the first syllable heard, ends with a pause."""

    def __init__(self, syllables: float, reference: Mapping[str, Reference]) -> None:
        self._syllables = syllables
        self._rests = VoiceRests(reference)
        self._heard: list[float] = []
        self._clipping = Clipping()
        self._told = float("-inf")
        self._calibration: RateCalibration | None = None

    @property
    def share(self) -> float:
        """How much of the text has been heard, as people in general are counted; may go past 1."""
        return TYPICAL.factor * len(self._heard) / self._syllables

    def push(self, event: VoiceEvent) -> ReadingChanged | None:
        """Go on with an event of the extractor, as it was measured. Returns news when there are some."""
        if isinstance(event, Syllable):
            self._heard.append(event.t)
        self._rests.add(event)
        if not isinstance(event, VoiceFeatures):
            return None
        if self._heard:
            self._clipping.add(event.values["speech"], event.values["clipped"])
        return self._tick(event)

    def profile(self, known: Profile) -> Profile:
        """`known` with what was learned of the voice. Only once it is done, and was this text."""
        assert self._calibration is not None
        factor = self._calibration.factor
        voice = {
            id: Rest(rest.value * factor, rest.mad * factor) if id in RATES else rest
            for id, rest in self._rests.rests().items()
        }
        return replace(known, voice=voice or known.voice, rate_factor=factor)

    def _tick(self, features: VoiceFeatures) -> ReadingChanged | None:
        over = self._over(features)
        if not over and features.t - self._told < TELL_S:
            return None
        self._told = features.t
        return ReadingChanged(features.t, min(1.0, self.share), over, self._pace(features) if over else None)

    def _over(self, features: VoiceFeatures) -> bool:
        pause = features.values["pause_s"] or 0.0
        if not self._heard:
            return False
        ended = any(self.share >= share and pause >= pause_s for share, pause_s in _ENDS)
        lasted = features.t - self._heard[0]
        return ended or pause >= _LEFT_S or self.share >= _MOST or lasted >= _LONGEST_S

    def _pace(self, features: VoiceFeatures) -> float | None:
        """Words a minute; None when it was none of this text, drowned in noise or others' talk, or was saturated."""
        snr = clearance_db(features.values)
        quiet = (snr is None or snr >= _LEAST_SNR_DB) and not crowded(features.values.get("others_share"))
        clear = quiet and self._clipping.countable
        if not clear or not _ENDS[1][0] <= self.share < _MOST:
            return None
        self._calibration = calibrated(self._syllables, len(self._heard), self._rests.speech_s)
        if self._calibration is None:
            return None
        return words_per_minute(self._syllables / (self._heard[-1] - self._heard[0]))
