"""Speaking rate for people: words a minute, and one's own calibration from a paragraph read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SYLLABLES_A_WORD: Final = 2.0
"""Of running Spanish: 1.84 to 2.10, depending on the text."""
_LEAST_S: Final = 10.0
_FACTORS: Final = (0.5, 2.0)
"""A factor outside of this is a misunderstanding (another text was read), not a way of speaking."""


@dataclass(frozen=True, slots=True)
class RateCalibration:
    """From what was measured to what is true: a rate, or a count of syllables, times `factor`.

    `of_speaker` tells whether it was learned from the one who speaks; without, values are good to 20%, with it to 8%.
    """

    factor: float
    of_speaker: bool = False

    def apply(self, measured: float) -> float:
        """Syllables, or syllables a second, given the measured ones.

        >>> RateCalibration(1.1).apply(5.0)
        5.5
        """
        return self.factor * measured


TYPICAL: Final = RateCalibration(0.96)
"""Of people in general: fitted on Mexican telephone prompts with known counts (docs/precision.md)."""


def calibrated(syllables: float, heard: int, seconds: float) -> RateCalibration | None:
    """The calibration of somebody who read a text of `syllables` in `seconds` of speech, in which `heard` were heard.

    None when that is no reading of that text: too short, or too far from what was heard.

    >>> calibrated(150, 160, 28.0)
    RateCalibration(factor=0.9375, of_speaker=True)
    >>> calibrated(150, 20, 28.0) is None
    True
    """
    if seconds < _LEAST_S or heard <= 0 or not _FACTORS[0] <= syllables / heard <= _FACTORS[1]:
        return None
    return RateCalibration(syllables / heard, of_speaker=True)


def words_per_minute(syllables_s: float) -> float:
    """About how many words of Spanish a minute that is.

    >>> words_per_minute(5.0)
    150.0
    """
    return 60.0 * syllables_s / SYLLABLES_A_WORD
