"""Whether a voice's syllables can be counted: noise fills the valleys between them, clipping runs them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

RATE_NEEDS_SNR_DB: Final = 10.0
"""Below this, valleys between syllables fill with noise, pauses with others' syllables, and a rate would be a guess."""
RATE_NEEDS_UNCLIPPED: Final = 0.22
"""Share of the samples of speech: up to 0.18 every syllable is still counted, from 0.26 on they run together.

Two voices amplified by 6 to 48 dB: at 24 dB 47 of 47 and 65 of 65 nuclei, at 30 dB 43 and 57, at 36 dB 33 and 40.
A reading of which half was amplified by 30 dB therefore passes: 91 of its 94 nuclei are counted, 3% too few.
"""
OTHERS_FILL: Final = 0.42
"""Probability of speech in the quietest fifth of 20 s from which others talk: who talks alone has quiet pauses."""
RATE_NEEDS_OWN: Final = 0.88
"""Share of the syllables heard that must be as loud as the speaker's, where others talk.

In babble at 10 to 20 dB 0.88 left half as many wrong looks (over 15% off) as 0.8, and every fifth right one less.
"""
_OTHERS_DROWN: Final = 0.85
"""The same from which it is others who drown the voice: beside noise at 0 dB it is less in 19 looks of 20."""
SPEECH: Final = 0.5
"""Probability from which a moment is speech."""

Hidden: TypeAlias = Literal["poca_voz", "otras_voces", "ruido", "saturada"]
"""Why there is no rate: too little speech, others talk, noise, clipping."""


def crowded(others_share: float | None) -> bool:
    """Whether so many of the syllables heard may be others' that nobody's can be counted."""
    return others_share is not None and others_share > 1.0 - RATE_NEEDS_OWN


def drowned(snr_db: float | None) -> bool:
    """Whether the voice stands too little above what sounds around it; not where that is unknown."""
    return snr_db is not None and snr_db < RATE_NEEDS_SNR_DB


def saturated(values: Mapping[str, float | None]) -> bool:
    """Whether the voice is cut off too much to say how far it stands above the noise, though both are known."""
    both = values.get("noise_db") is not None and values.get("speech_level_db") is not None
    return both and values.get("snr_db") is None


def clearance_db(values: Mapping[str, float | None]) -> float | None:
    """How far the voice stands above what sounds around it, given the features of a look; of a saturated one too.

    That one has no `snr_db`, since nobody could leave that noise; but what the noise hides is hidden all the same.
    """
    snr, speech, noise = (values.get(id) for id in ("snr_db", "speech_level_db", "noise_db"))
    return snr if snr is not None or speech is None or noise is None else speech - noise


def too_early(values: Mapping[str, float | None]) -> bool:
    """Whether it is not known yet how noisy it is around, or whether others talk, given the features of a look."""
    snr, known = values.get("snr_db"), values.get("others_share") is not None
    return not saturated(values) and (snr is None or (not known and not drowned(snr)))


def by_others(values: Mapping[str, float | None]) -> bool:
    """Whether it is others' talk that hides the syllables, given the features of a look."""
    filled = values.get("pauses_filled") or 0.0  # what was kept before it was measured has none
    return crowded(values.get("others_share")) or (drowned(values.get("snr_db")) and filled >= _OTHERS_DROWN)


def hides_pitch(values: Mapping[str, float | None]) -> bool:
    """Whether the pitch of a look may be that of music, of noise or of others, given its features."""
    return drowned(values.get("snr_db")) or by_others(values)


def is_speech(probability: float | None) -> bool:
    """Whether somebody speaks at a moment of that probability."""
    return probability is not None and probability >= SPEECH


def matters(speech: float | None, clipped: float | None) -> bool:
    """Whether a moment counts: one of speech, or one so distorted that it may have been."""
    return bool(clipped) or is_speech(speech)


@dataclass
class Clipping:
    """How much of all that was said was cut off: `clipped` shares of samples, summed over so many `moments`."""

    clipped: float = 0.0
    moments: int = 0

    def add(self, speech: float | None, clipped: float | None) -> None:
        """Take in a moment: its probability of speech, and its share of clipped samples."""
        if clipped is not None and matters(speech, clipped):
            self.clipped, self.moments = self.clipped + clipped, self.moments + 1

    @property
    def countable(self) -> bool:
        """Whether syllables were still told apart; silence says nothing against it."""
        return self.clipped <= RATE_NEEDS_UNCLIPPED * self.moments
