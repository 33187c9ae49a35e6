"""Whether sound is cut at full scale so much that its syllables cannot be counted any more."""

from __future__ import annotations

from collections import deque

from coach.core.countable import Clipping, matters
from coach.voz.rate import WINDOW_S


class SaturationMeter:
    """How much of what was said in the last `WINDOW_S` was cut off. Feed it every tick in order."""

    def __init__(self) -> None:
        """Nothing was heard yet."""
        self._times: deque[float] = deque()
        self._shares: deque[float] = deque()

    def push(self, t: float, speech: float, clipped: float | None) -> None:
        """Take in the moment at `t`: probability of speech, share of clipped samples of the second before it."""
        if clipped is not None and matters(speech, clipped):
            self._times.append(t)
            self._shares.append(clipped)
        while self._times and self._times[0] < t - WINDOW_S:
            self._times.popleft()
            self._shares.popleft()

    @property
    def countable(self) -> bool:
        """Whether syllables are still told apart; silence says nothing against it."""
        return Clipping(sum(self._shares), len(self._shares)).countable
