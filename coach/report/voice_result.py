"""What was heard in one recording, as every report starts from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from coach.core.countable import Hidden
from coach.core.events import FindingSegment, ToneScored
from coach.core.speech_rate import words_per_minute
from coach.core.voices import HeardVoice
from coach.report.spectrogram import Spectrogram

_LEAST_SPEECH_S: Final = 3.0
"""Speech below which a voice has no numbers."""


@dataclass(frozen=True, slots=True)
class Point:
    """The voice at `t`, over the window before it: rate in syllables a second, pitch in semitones above 100 Hz."""

    t: float
    rate_syl_s: float | None
    pitch_st: float | None


@dataclass(frozen=True, slots=True)
class VoiceResult:
    """Sums and medians of a recording's voice; None where nothing could be measured.

    `pause_s`: pauses inside turns. `countable`: enough speech, clear enough of noise and not clipped too much, for a
    rate. `rate_calibrated`: syllables were multiplied by the speaker's own factor; without it they may be off by 20%.
    `reference`: the speaker's voice was known well enough to compare with. `wanted`: the tones that the moment of the
    service asks for, empty when none was told. `evidence`: by finding, what spoke for it. `spectrogram`: only where a
    page was asked for. `voices`: those told apart in it, empty where nobody looked; `chosen`: which of them (from 0)
    was measured, None for all together. `hidden`: why it is not `countable`; None also where an older record is silent.
    """

    speech_s: float
    pause_s: float
    syllables: float
    countable: bool
    rate_calibrated: bool
    reference: bool
    pitch_median_hz: float | None
    pitch_range_st: float | None
    level_db: float | None
    noise_db: float | None
    tones: tuple[ToneScored, ...] = ()
    findings: tuple[FindingSegment, ...] = ()
    evidence: Mapping[str, tuple[str, ...]] | None = None
    curve: tuple[Point, ...] = ()
    wanted: tuple[str, ...] = ()
    spectrogram: Spectrogram | None = None
    voices: tuple[HeardVoice, ...] = ()
    chosen: int | None = None
    hidden: Hidden | None = None

    @property
    def enough(self) -> bool:
        """Whether there was speech enough for numbers."""
        return self.speech_s >= _LEAST_SPEECH_S

    @property
    def clearance_db(self) -> float | None:
        """How far the voice stands out of the noise."""
        return None if self.level_db is None or self.noise_db is None else self.level_db - self.noise_db

    @property
    def speech_rate_syl_s(self) -> float | None:
        """Syllables a second of speech and of the pauses inside turns."""
        turn_s = self.speech_s + self.pause_s
        return self.syllables / turn_s if self.countable else None

    @property
    def articulation_rate_syl_s(self) -> float | None:
        """Syllables a second of speech alone."""
        return self.syllables / self.speech_s if self.countable else None

    @property
    def words_per_min(self) -> float | None:
        """About so many words a minute, pauses inside turns included."""
        rate = self.speech_rate_syl_s
        return None if rate is None else words_per_minute(rate)

    @property
    def scored(self) -> tuple[ToneScored, ...]:
        """The windows of which something can be said."""
        return tuple(tone for tone in self.tones if tone.scores is not None)

    def mean_scores(self) -> dict[str, float]:
        """The mean score of every tone over the windows; empty when nothing can be said."""
        windows = [tone.scores for tone in self.tones if tone.scores is not None]
        return {id: sum(scores[id] for scores in windows) / len(windows) for id in windows[0]} if windows else {}

    def led(self) -> Mapping[str, int]:
        """How many windows each tone stood out in."""
        return Counter(tone.id for tone in self.tones if tone.id is not None)

    def abstained(self) -> Mapping[str, int]:
        """How many windows each reason kept silent, most frequent first."""
        return dict(Counter(tone.reason for tone in self.tones if tone.reason is not None).most_common())

    def seconds(self, id: str) -> float:
        """How long a finding held."""
        return sum(one.end_s - one.start_s for one in self.findings if one.id == id)
