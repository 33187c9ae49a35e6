"""From blocks of sound to moments of which everything is known, a fixed lag behind."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples
from coach.voz.activity import Perhaps
from coach.voz.blocks import BLOCK, BLOCK_S, Batch
from coach.voz.harmonicity import harmonics_to_noise
from coach.voz.level import Strength, strengths
from coach.voz.moment import Moment
from coach.voz.pitch import Pitch
from coach.voz.silero import SpeechModel
from coach.voz.spectrum import Spectra
from coach.voz.swift_f0 import LAG_BLOCKS, PitchModel
from coach.voz.syllables import Nucleus, SyllablePeaks
from coach.voz.timbre import Timbre, Timbres

_BEHIND: Final = LAG_BLOCKS + 1
"""Blocks to be kept: a moment is completed that much later, and is looked at with what was around it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one block brings: its own end, strength and probability of speech, the nuclei found meanwhile.

    `moment` is the one that is complete now, `LAG_BLOCKS` before; None while there is none.
    """

    end_s: float
    strength: Strength
    probability: float
    nuclei: list[Nucleus]
    moment: Moment | None


class Analysis:
    """The models and filters of one unbroken stretch of sound that begins at `start_s`."""

    def __init__(self, speech: SpeechModel, pitch: PitchModel, start_s: float) -> None:
        self._speech, self._pitch = speech, pitch
        speech.reset()
        pitch.reset()
        self._spectra = Spectra()
        self._timbres = Timbres()
        self._peaks = SyllablePeaks(start_s)
        self._perhaps = Perhaps()
        self._start_s = start_s
        self._blocks = 0
        self._pending: deque[tuple[float, float, Timbre]] = deque()
        self._samples: Samples = np.zeros(0, np.float32)

    @property
    def end_s(self) -> float:
        """Time of the end of the newest block."""
        return self._start_s + self._blocks * BLOCK_S

    def push(self, blocks: Batch) -> Iterator[Step]:
        """A step for each of `blocks`, to be taken to the last. How many come at a time changes only what it costs."""
        joined = np.concatenate([self._samples, blocks.ravel()])
        spectra = self._spectra.push(blocks)
        probabilities = self._speech.push(blocks)
        known = zip(
            range(len(self._samples) + BLOCK // 2, len(joined), BLOCK),
            strengths(blocks),
            probabilities,
            self._timbres.push(spectra),
            self._peaks.push(spectra),
            self._pitch.push(blocks, [self._perhaps.push(probability) for probability in probabilities]),
            strict=True,
        )
        self._samples = joined[-_BEHIND * BLOCK :]
        for middle, strength, probability, timbre, nuclei, pitches in known:
            self._blocks += 1
            self._pending.append((strength.power, probability, timbre))
            moment = self._complete(pitches, joined, middle - LAG_BLOCKS * BLOCK)
            yield Step(self.end_s, strength, probability, nuclei, moment)

    def _complete(self, pitches: tuple[Pitch, Pitch], samples: Samples, middle: int) -> Moment | None:
        """The oldest moment that waited for its pitch; `samples[middle]` is its middle."""
        if len(self._pending) <= LAG_BLOCKS:
            return None
        begin = self._start_s + (self._blocks - 1 - LAG_BLOCKS) * BLOCK_S
        hz = pitches[1].hz or pitches[0].hz
        hnr = None if hz is None else harmonics_to_noise(_around(samples, middle, hz), hz)
        return Moment(begin, begin + BLOCK_S, *self._pending.popleft(), pitches, hz, hnr)


def _around(samples: Samples, middle: int, hz: float) -> Samples:
    """Three periods and a little more around `middle`."""
    half = int(1.6 * SAMPLE_RATE / hz)
    return samples[max(0, middle - half) : middle + half]
