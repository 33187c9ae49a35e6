"""What a voice amounts to over a whole recording: counts, sums and medians, in bounded memory."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from coach.core.countable import (
    OTHERS_FILL,
    Clipping,
    Hidden,
    by_others,
    drowned,
    hides_pitch,
    is_speech,
    saturated,
    too_early,
)
from coach.core.events import SpeechSpan, Syllable, VoiceEvent, VoiceFeatures
from coach.voz.rate import TURN_GAP_S, parts

LEAST_SPEECH_S = 3.0
"""Speech below which a recording has no rate."""
_LOST_S = 0.3
"""Looks come every 0.1 s: where none came for so long sound was lost, or passed over, and nobody paused."""


class Histogram:
    """Quantiles of many values in bounded memory, exact to half a `step`.

    >>> histogram = Histogram(0.1)
    >>> for value in (1.0, 2.0, 9.0): histogram.add(value)
    >>> histogram.quantile(0.5)
    2.0
    """

    def __init__(self, step: float) -> None:
        """Empty."""
        self._step = step
        self._counts: dict[int, int] = {}

    def add(self, value: float) -> None:
        """Count one value."""
        bin = round(value / self._step)
        self._counts[bin] = self._counts.get(bin, 0) + 1

    def quantile(self, share: float, within: float | None = None) -> float | None:
        """The value below which `share` of all lie, of those `within` so much of the median; None if there are none."""
        if not self._counts:
            return None
        bins = sorted(self._counts)
        if within is not None and (middle := self.quantile(0.5)) is not None:
            bins = [bin for bin in bins if abs(bin * self._step - middle) <= within]
        below = np.cumsum([self._counts[bin] for bin in bins])
        place = int(np.searchsorted(below, share * below[-1]))
        return round(bins[min(place, len(bins) - 1)] * self._step, 6)


@dataclass
class VoiceTotals:
    """Sums of everything that was heard. Seconds, semitones above 100 Hz, dBFS; syllables as counted.

    Where others fill the pauses only the speech around the speaker's own syllables counts.
    """

    speech_s: float = 0.0
    pause_s: float = 0.0
    syllables: int = 0
    end_s: float = 0.0
    pitch_st: Histogram = field(default_factory=lambda: Histogram(0.1))
    level_db: Histogram = field(default_factory=lambda: Histogram(0.1))
    noise_db: Histogram = field(default_factory=lambda: Histogram(0.1))
    snr_db: Histogram = field(default_factory=lambda: Histogram(0.5))
    clipping: Clipping = field(default_factory=Clipping)
    spoken_looks: int = 0
    looks_by_others: int = 0
    looks_cut: int = 0
    rated_looks: int = 0
    early_looks: int = 0
    _spoken_until: float | None = None
    _nuclei: list[float] = field(default_factory=list)
    _filled: float = 0.0

    def add(self, event: VoiceEvent) -> None:
        """Take the next event of the extractor."""
        if isinstance(event, Syllable):
            self.syllables += 1
            self._nuclei.append(event.t)
        elif isinstance(event, SpeechSpan):
            for part in parts(event, event.start_s, self._nuclei) if self._filled >= OTHERS_FILL else (event,):
                self._speech(part)
            self._nuclei, self._filled = [], 0.0
        elif isinstance(event, VoiceFeatures):
            self._measure(event)

    @property
    def hidden(self) -> Hidden | None:
        """Why its syllables cannot be counted, None where they can: as it was for most of the time."""
        if self.speech_s < LEAST_SPEECH_S:
            return "poca_voz"
        if 2 * self.looks_by_others > self.spoken_looks:
            return "otras_voces"
        cut = not self.clipping.countable
        if cut and 2 * self.looks_cut > self.spoken_looks:  # what noise there was is known of the other looks alone
            return "saturada"
        if drowned(self.snr_db.quantile(0.5)):
            return "ruido"
        if cut:
            return "saturada"
        # Too short a recording to tell noise, or others' voices, from this one: few looks had a rate, the whole none.
        if self.early_looks > self.rated_looks:
            return "otras_voces" if self.looks_by_others > self.rated_looks else "poca_voz"
        return None

    def _speech(self, span: SpeechSpan) -> None:
        self.speech_s += span.end_s - span.start_s
        if self._spoken_until is not None and span.start_s - self._spoken_until <= TURN_GAP_S:
            self.pause_s += max(0.0, span.start_s - self._spoken_until)
        self._spoken_until = span.end_s

    def _measure(self, features: VoiceFeatures) -> None:
        if features.t - self.end_s > _LOST_S:
            self._spoken_until = None
        self.end_s = features.t
        values = features.values
        speech, pitch_hz = values["speech"], values["pitch_hz"]
        speaking = is_speech(speech)
        self.clipping.add(speech, values["clipped"])
        self._filled = max(self._filled, values.get("pauses_filled") or 0.0)
        if speaking:
            self.spoken_looks += 1
            self.looks_by_others += by_others(values)
            self.looks_cut += saturated(values)
        if (values.get("speech_s") or 0.0) >= LEAST_SPEECH_S:
            rated = values.get("articulation_syl_s") is not None
            early = not rated and too_early(values)
            self.rated_looks, self.early_looks = self.rated_looks + rated, self.early_looks + early
        if speaking and pitch_hz is not None and not hides_pitch(values):
            self.pitch_st.add(12.0 * float(np.log2(pitch_hz / 100.0)))
        if speaking and (level := values["speech_level_db"]) is not None:
            self.level_db.add(level)
        if speaking and (snr := values["snr_db"]) is not None:
            self.snr_db.add(snr)
        if (noise := values["noise_db"]) is not None and not saturated(values):  # it may be the voice's own, amplified
            self.noise_db.add(noise)
