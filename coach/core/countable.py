"""Whether a voice's syllables can be counted: noise fills the valleys between them, clipping runs them together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

RATE_NEEDS_SNR_DB: Final = 10.0
"""Below this, valleys between syllables fill with noise, pauses with others' syllables, and a rate would be a guess."""
RATE_NEEDS_UNCLIPPED: Final = 0.22
"""Share of the samples of speech: up to 0.18 every syllable is still counted, from 0.26 on they run together.

Two voices amplified by 6 to 48 dB: at 24 dB 47 of 47 and 65 of 65 nuclei, at 30 dB 43 and 57, at 36 dB 33 and 40.
"""
SPEECH: Final = 0.5
"""Probability from which a moment is speech."""


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
