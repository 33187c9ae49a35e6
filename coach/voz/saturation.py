"""Whether sound is cut at full scale so much that its syllables cannot be counted any more."""

from __future__ import annotations

from collections import deque
from typing import Final

from coach.voz.rate import WINDOW_S

RATE_NEEDS_UNCLIPPED: Final = 0.22
"""Share of the samples of speech: up to 0.18 every syllable is still counted, from 0.26 on they run together.

Two voices amplified by 6 to 48 dB: at 24 dB 47 of 47 and 65 of 65 nuclei, at 30 dB 43 and 57, at 36 dB 33 and 40.
"""
_SPEECH: Final = 0.5


def matters(speech: float | None, clipped: float | None) -> bool:
    """Whether a moment counts: one of speech, or one so distorted that it may have been."""
    return bool(clipped) or (speech is not None and speech >= _SPEECH)


class SaturationMeter:
    """How much of what was said in the last `WINDOW_S` was cut off. Feed it every tick in order."""

    def __init__(self) -> None:
        """Nothing was heard yet."""
        self._shares: deque[tuple[float, float]] = deque()

    def push(self, t: float, speech: float, clipped: float | None) -> None:
        """Take in the moment at `t`: probability of speech, share of clipped samples of the second before it."""
        if clipped is not None and matters(speech, clipped):
            self._shares.append((t, clipped))
        while self._shares and self._shares[0][0] < t - WINDOW_S:
            self._shares.popleft()

    @property
    def countable(self) -> bool:
        """Whether syllables are still told apart; silence says nothing against it."""
        whole = sum(share for _, share in self._shares)
        return whole <= RATE_NEEDS_UNCLIPPED * len(self._shares)
