"""Channels that hold the same sound upside down are turned round, so that their mix does not cancel it."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Block = npt.NDArray[np.float32]
"""(n, channels), full scale 1, finite."""

_LOOK_S: Final = 0.5
"""For so long the channels are compared: two microphones of one room may be opposed for a vowel, no longer."""
_AUDIBLE: Final = 1e-5
"""Mean square, 50 dB below full scale: what is quieter tells nothing."""
_BELOW: Final = 0.01
"""Nor what is 20 dB below the loudest so far: the hum of a cable is opposed while the voice above it is not."""
_OPPOSED: Final = -0.8
"""Correlation of one voice in both, once upside down, with hiss of their own 6 dB below it."""
_APART: Final = -0.4
"""Above this they are not opposed any more."""


class Polarity:
    """One stretch of sound, in blocks; how it is cut changes nothing. What was found holds from the next look on.

    So it is with a balanced microphone in a stereo socket: left is the voice, right is the same voice inverted.
    """

    def __init__(self, rate: int) -> None:
        """`rate` in Hz."""
        self._size = max(1, round(_LOOK_S * rate))
        self._held: list[Block] = []
        self._waiting = 0
        self._signs = np.ones(0, np.float32)
        self._loudest = 0.0

    def push(self, block: Block) -> Block:
        """`block` with its opposed channels turned round; with another number of channels another sound begins."""
        if len(self._signs) != block.shape[1]:
            self._held, self._waiting, self._loudest = [], 0, 0.0
            self._signs = np.ones(block.shape[1], np.float32)
        parts: list[Block] = []
        at = 0
        while at < len(block):
            part = block[at : at + self._size - self._waiting]
            parts.append(part if (self._signs > 0).all() else part * self._signs)
            self._hold(part)
            at += len(part)
        return parts[0] if len(parts) == 1 else np.concatenate([block[:0], *parts])

    def _hold(self, part: Block) -> None:
        self._held.append(part)
        self._waiting += len(part)
        if self._waiting == self._size:
            self._look(np.concatenate(self._held))
            self._held, self._waiting = [], 0

    def _look(self, window: Block) -> None:
        """Compare every channel with the first that can be heard."""
        power = np.square(window).mean(axis=0)
        self._loudest = max(self._loudest, float(power.max()))
        heard = np.flatnonzero(power > max(_AUDIBLE, _BELOW * self._loudest))
        if len(heard) < 2:
            return
        first, others = heard[0], heard[1:]
        together = (window[:, [first]] * window[:, others]).mean(axis=0)
        alike = together / np.sqrt(power[first] * power[others])
        self._signs[others[alike < _OPPOSED]] = -self._signs[first]
        self._signs[others[alike > _APART]] = self._signs[first]
