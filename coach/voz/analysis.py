"""From blocks of sound to moments of which everything is known, a fixed lag behind."""

from __future__ import annotations

from collections import deque

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples
from coach.voz.blocks import BLOCK, BLOCK_S
from coach.voz.harmonicity import harmonics_to_noise
from coach.voz.moment import Moment
from coach.voz.silero import SpeechModel
from coach.voz.spectrum import DELAY_S, HOP_S, ROWS, Spectra
from coach.voz.swift_f0 import LAG_BLOCKS, PitchModel
from coach.voz.syllables import SyllablePeaks
from coach.voz.timbre import Timbre, timbre


class Analysis:
    """The models and filters of one unbroken stretch of sound that begins at `start_s`."""

    def __init__(self, speech: SpeechModel, pitch: PitchModel, start_s: float) -> None:
        self._speech, self._pitch = speech, pitch
        speech.reset()
        pitch.reset()
        self._spectra = Spectra()
        self._peaks = SyllablePeaks()
        self._start_s = start_s
        self._blocks = 0
        self._pending: deque[tuple[float, float, Timbre]] = deque()
        self._samples: deque[Samples] = deque(maxlen=LAG_BLOCKS + 2)
        self.probability = 0.0
        """Probability that somebody speaks in the newest block."""

    @property
    def end_s(self) -> float:
        """Time of the end of the newest block."""
        return self._start_s + self._blocks * BLOCK_S

    def push(self, block: Samples, power: float) -> tuple[Moment | None, list[float]]:
        """The moment that is complete now (`LAG_BLOCKS` before `block`), and the nuclei found meanwhile."""
        start_s = self.end_s
        self._blocks += 1
        self.probability = self._speech.push(block)
        rows = self._spectra.push(block)
        nuclei = self._peaks.push(rows, (start_s + i * HOP_S - DELAY_S for i in range(ROWS)))
        self._samples.append(block)
        self._pending.append((power, self.probability, timbre(rows)))
        pitches = self._pitch.push(block)
        if len(self._pending) <= LAG_BLOCKS:
            return None, nuclei
        begin = self._start_s + (self._blocks - 1 - LAG_BLOCKS) * BLOCK_S
        hz = pitches[1].hz or pitches[0].hz
        hnr = None if hz is None else harmonics_to_noise(self._around(hz), hz)
        moment = Moment(begin, begin + BLOCK_S, *self._pending[0], pitches, hnr)
        self._pending.popleft()
        return moment, nuclei

    def _around(self, hz: float) -> Samples:
        """Three periods and a little more around the middle of the block that is completed now."""
        half = int(1.6 * SAMPLE_RATE / hz)
        joined = np.concatenate(list(self._samples)[:3])
        middle = (BLOCK if len(self._samples) == LAG_BLOCKS + 2 else 0) + BLOCK // 2
        return joined[max(0, middle - half) : middle + half]
