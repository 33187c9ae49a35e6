"""Several channels as one, in which a dead side and the empty places of surround sound weaken nobody's voice."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from coach.core.events import Samples
from coach.voz.polarity import Polarity

_SOUNDS: Final = 1e-4
"""Below full scale by 80 dB: what is less is the rounding of a channel that nothing is connected to."""
_SPOKEN: Final = 1e-2
"""Below full scale by 40 dB: louder than the hiss of a side, quieter than the peaks of a voice."""
_TOGETHER_S: Final = 0.5
"""Channels that begin until so long after the first voice are the sides of one sound, and are averaged."""
_LASTS_S: Final = 0.1
"""What is shorter is a click, a plug, a bump."""
_BETWEEN_S: Final = 0.025
"""The peaks of the deepest voice are nearer to each other."""


class Downmix:
    """One stretch of sound, in blocks of finite samples; how it is cut changes nothing, and nothing waits.

    The mean of the channels that have sounded, if only with hiss, until `_TOGETHER_S` after any first spoke. One that
    was silent longer than that holds something else, another person's microphone perhaps: it is added as loud as it
    is, and nobody becomes quieter when somebody else first speaks. So two voices at once may add up to more than 1.
    A channel that holds another one's sound upside down is turned round first (`Polarity`).
    """

    def __init__(self, rate: int) -> None:
        """`rate` in Hz."""
        self._rate = rate
        self._heard: npt.NDArray[np.bool_] | None = None
        self._onset, self._polarity = _Onset(rate), Polarity(rate)
        self._sides = 0
        self._at = 0

    def push(self, block: npt.NDArray[np.float32]) -> Samples:
        """(n,) from (n, channels); with another number of channels another sound begins."""
        if block.shape[1] == 1:
            return block[:, 0]
        if self._heard is None or len(self._heard) != block.shape[1]:
            self._heard, self._onset, self._sides = np.zeros(block.shape[1], np.bool_), _Onset(self._rate), 0
        heard, block = self._heard, self._polarity.push(block)
        begin, parts = 0, list[Samples]()
        for place, channel in self._joining(block, heard):
            if place > begin:
                parts.append(self._mixed(block[begin:place], heard))
            begin = place
            self._join(self._at + place, channel, heard)
        parts.append(self._mixed(block[begin:], heard))
        self._at += len(block)
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def _joining(self, block: npt.NDArray[np.float32], heard: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
        """Which channels sound for the first time, and from which sample on; notes where a voice first does."""
        if heard.all():
            return []
        size = np.abs(block)
        self._onset.push(self._at, size)
        loud = size > _SOUNDS
        return sorted((int(loud[:, at].argmax()), at) for at in np.flatnonzero(loud.any(axis=0) & ~heard).tolist())

    def _join(self, at: int, channel: int, heard: npt.NDArray[np.bool_]) -> None:
        heard[channel] = True
        first = self._onset.place
        if first is None or at <= first + round(_TOGETHER_S * self._rate):
            self._sides += 1

    def _mixed(self, block: npt.NDArray[np.float32], heard: npt.NDArray[np.bool_]) -> Samples:
        if self._sides in (0, len(heard)):
            return np.asarray(block.mean(axis=1, dtype=np.float32))
        whole: Samples = block[:, heard].sum(axis=1, dtype=np.float32)
        return whole / np.float32(self._sides)


class _Onset:
    """Where a voice first sounds in any channel: peaks that follow each other for long enough to be no click."""

    def __init__(self, rate: int) -> None:
        self.place: int | None = None
        self._lasts, self._between = round(_LASTS_S * rate), round(_BETWEEN_S * rate)
        self._begun = self._last = -self._between - 1

    def push(self, at: int, size: npt.NDArray[np.float32]) -> None:
        """The next block, which begins with sample `at`: how far from zero each channel is."""
        if self.place is not None or size.max(initial=0.0) <= _SPOKEN:
            return
        peaks = at + np.flatnonzero((size > _SPOKEN).any(axis=1))
        apart = np.diff(peaks, prepend=self._last) > self._between
        begun = np.maximum.accumulate(np.where(apart, peaks, self._begun))
        lasting = peaks - begun >= self._lasts
        if lasting.any():
            self.place = int(begun[lasting.argmax()])
        self._begun, self._last = int(begun[-1]), int(peaks[-1])
