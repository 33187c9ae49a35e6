"""From sound as a device or a file has it to what the chain hears: mono, finite, at `SAMPLE_RATE`, with its faults."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from coach.core.events import SAMPLE_RATE, ConditionChanged, Samples, Sound
from coach.voz.downmix import Downmix
from coach.voz.health import Health
from coach.voz.resample import Resampler

_GAP_S: Final = 0.001

Block = npt.NDArray[np.float32]
"""(n, channels), full scale 1, at the medium's own rate; may hold what is no number."""


class Intake:
    """One device or file of `rate` Hz. Samples that are no number become 0 and count as lost sound.

    Channels that sound are averaged (`Downmix`; which do is heard anew after a gap), unless `channel` (from 0) chooses
    one; a medium with fewer channels gives its last.
    Samples beyond full scale, which files of floating point may hold and two voices may add up to, are cut to it.
    """

    def __init__(self, rate: int, channel: int | None = None, first_s: float | None = None) -> None:
        """`first_s`: what goes on of the first block after a gap (`capture.FIRST_S`), all of it if none is given.

        Raises `ValueError` for a rate that no sound has.
        """
        self.rate = rate
        self._first = None if first_s is None else round(first_s * rate)
        self._channel = channel
        self._health, self._mix = Health(), Downmix(rate)
        self._resampler = Resampler(rate)
        self._origin: float | None = None
        self._taken = 0
        self._given = 0

    def push(self, t: float, block: Block, lost: bool = False) -> list[Sound | ConditionChanged]:
        """What follows from `block`, whose first sample was at `t`; `lost`: something before it is missing."""
        out: list[Sound | ConditionChanged] = []
        if not len(block):
            return out
        if self._origin is None or t > self._end() + _GAP_S:
            out += self._tail()
            skipped = 0 if self._first is None else max(0, len(block) - self._first)
            t, block = t + skipped / self.rate, block[skipped:]
            self._origin, self._taken, self._given = t, 0, 0
        chosen = block if self._channel is None else block[:, [min(self._channel, block.shape[1] - 1)]]
        if not (chosen.min() >= -1 and chosen.max() <= 1):  # what is no number is neither
            finite = np.isfinite(chosen)
            lost = lost or not bool(finite.all())
            chosen = np.where(finite, chosen, np.float32(0)).clip(-1, 1)
        start = self._end()
        self._taken += len(block)
        out += self._sound(self._resampler.push(self._mix.push(chosen)))
        changes = self._health.block(start, self._end(), chosen, lost)
        # Told at the time that the sound handed over has come to, so that everything is in order.
        out += [ConditionChanged(self._next(), change.id, change.active) for change in changes]
        return out

    def flush(self) -> list[Sound | ConditionChanged]:
        """No sound comes for now: the rest of it, and the end of what was wrong with it. More may be pushed later."""
        out = [*self._tail(), *self._health.end(self._next())]
        self._health = Health()
        self._origin = None
        return out

    def _end(self) -> float:
        """The time at which the next sample of the medium is expected."""
        return (self._origin or 0.0) + self._taken / self.rate

    def _next(self) -> float:
        """The time of the next sample handed over."""
        return (self._origin or 0.0) + self._given / SAMPLE_RATE

    def _tail(self) -> list[Sound | ConditionChanged]:
        if self._origin is None:
            return []
        # A part of a sample would make the sound end after its medium, and what is told then come before it.
        left = self._taken * SAMPLE_RATE // self.rate - self._given
        tail = self._sound(self._resampler.flush()[: max(0, left)])
        self._resampler, self._mix = Resampler(self.rate), Downmix(self.rate)
        return tail

    def _sound(self, samples: Samples) -> list[Sound | ConditionChanged]:
        if not len(samples):
            return []
        t = self._next()
        self._given += len(samples)
        return [Sound(t, samples.clip(-1, 1))]
