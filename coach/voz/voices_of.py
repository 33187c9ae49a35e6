"""The voices in one channel of a recording, told apart: hears all of it once, offline only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples, Sound
from coach.core.sound_source import SoundSource
from coach.core.voices import Voices
from coach.voz.activity import Activity
from coach.voz.blocks import BLOCK, BLOCK_S, Blocks
from coach.voz.silero import SpeechModel
from coach.voz.voice_model import WINDOW, VoiceModel
from coach.voz.voice_turns import Spoken, told_apart

_BATCH: Final = 64
_LEAST_S: Final = 0.5
"""Of less speech no voice can be told."""
_LONGEST_S: Final = 30.0
"""Speech without any pause is taken in parts, so that memory is bounded."""
_GAP_S: Final = 0.02
_TAIL: Final = SAMPLE_RATE
"""Samples of silence that end the speech under way."""


def voices_of(source: SoundSource, progress: Callable[[float], None] | None = None) -> Voices:
    """Hear all of `source`, which is closed; `progress` gets the time reached, in seconds of the medium.

    Raises `KnownError` when a model is missing or the source cannot be read.
    """
    speech, voices = SpeechModel(), VoiceModel()
    heard: list[Spoken] = []
    stretch: _Stretch | None = None
    with source:
        for item in source:
            if not isinstance(item, Sound):
                continue
            if stretch is not None and abs(item.t - stretch.end_s) > _GAP_S:
                heard += stretch.end()
                stretch = None
            stretch = stretch or _Stretch(speech, voices, item.t)
            heard += stretch.push(item.samples)
            if progress is not None:
                progress(item.t)
    return told_apart(heard if stretch is None else [*heard, *stretch.end()])


class _Stretch:
    """One unbroken stretch of sound from `start_s` on."""

    def __init__(self, speech: SpeechModel, voices: VoiceModel, start_s: float) -> None:
        speech.reset()
        self._speech, self._voices, self._start_s = speech, voices, start_s
        self._blocks, self._activity = Blocks(), Activity()
        self._done = 0
        self._kept: Samples = np.zeros(0, np.float32)
        self._kept_from = 0
        self._taken = 0

    @property
    def end_s(self) -> float:
        """Until when there is sound."""
        return self._start_s + self._taken / SAMPLE_RATE

    def push(self, samples: Samples) -> list[Spoken]:
        """The stretches of speech that `samples` completes."""
        self._taken += len(samples)
        return self._hear(samples)

    def end(self) -> list[Spoken]:
        """The speech that was under way when the sound ended."""
        return self._hear(np.zeros(_TAIL, np.float32))

    def _hear(self, samples: Samples) -> list[Spoken]:
        blocks = self._blocks.push(samples)
        spoken: list[Spoken] = []
        self._kept = np.concatenate([self._kept, blocks.ravel()])
        for begin in range(0, len(blocks), _BATCH):
            for probability in self._speech.push(blocks[begin : begin + _BATCH]):
                start = self._start_s + self._done * BLOCK_S
                self._done += 1
                ended = self._activity.push(start, start + BLOCK_S, probability).ended
                if ended is None and self._activity.start is not None and start - self._activity.start > _LONGEST_S:
                    ended = self._activity.close()
                if ended is not None:
                    spoken.append(self._spoken(ended.start_s, ended.end_s))
        self._forget()
        return spoken

    def _spoken(self, start_s: float, end_s: float) -> Spoken:
        samples = self._kept[self._place(start_s) - self._kept_from : self._place(end_s) - self._kept_from]
        powers = np.mean(np.square(samples.reshape(-1, BLOCK)), axis=1)
        whole = len(samples) >= WINDOW
        windows, middles = _windows(samples)
        return Spoken(
            start_s,
            end_s,
            tuple(start_s + middle for middle in middles),
            self._voices.vectors(windows),
            whole,
            tuple(powers.tolist()),
        )

    def _place(self, t: float) -> int:
        """The sample at `t`, counted from the beginning of the stretch."""
        return round((t - self._start_s) / BLOCK_S) * BLOCK

    def _forget(self) -> None:
        """What no speech under way needs."""
        since = self._done * BLOCK if self._activity.start is None else self._place(self._activity.start)
        self._kept, self._kept_from = self._kept[since - self._kept_from :], since


def _windows(samples: Samples) -> tuple[Samples, list[float]]:
    """Windows of `samples` that overlap by half, and their middles in seconds from its beginning.

    Speech that is shorter than a window is repeated until it fills one.
    """
    seconds = len(samples) / SAMPLE_RATE
    if seconds < _LEAST_S:
        return np.zeros((0, WINDOW), np.float32), []
    if len(samples) < WINDOW:
        return np.resize(samples, (1, WINDOW)).astype(np.float32), [seconds / 2]
    count = 1 + round((len(samples) - WINDOW) / (WINDOW // 2))
    begins = np.linspace(0, len(samples) - WINDOW, count).round().astype(int)
    middles = [(begin + WINDOW / 2) / SAMPLE_RATE for begin in begins.tolist()]
    return np.stack([samples[begin : begin + WINDOW] for begin in begins]), middles
