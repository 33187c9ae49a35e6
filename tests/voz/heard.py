"""How well speech and pitch were heard in sound whose truth is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from coach.core.events import Samples, VoiceEvent, VoiceFeatures
from coach.voz.blocks import BLOCK, Blocks
from coach.voz.pitch import HOP_S, Pitch
from coach.voz.silero import SpeechModel
from coach.voz.swift_f0 import LAG_BLOCKS, PitchModel

Listen = Callable[[Samples], list[VoiceEvent]]
LEAD = 16  # blocks of noise before, so that the model knows it


def pink(length: int, seed: int) -> Samples:
    """Pink noise, mean square 1."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).normal(size=length))
    noise = np.fft.irfft(spectrum / np.sqrt(np.arange(len(spectrum)) + 1.0), length)
    return (noise / np.std(noise)).astype(np.float32)


def babble(voices: Sequence[Samples], length: int, talkers: int, seed: int) -> Samples:
    """So many people who talk at once, each saying `voices` in another order and from another point on; power 1."""
    random, mixed = np.random.default_rng(seed), np.zeros(length)
    for _ in range(talkers):
        said = np.concatenate([voices[place] for place in random.permutation(len(voices))])
        mixed += np.resize(np.roll(said, random.integers(len(said))), length) / np.std(said)
    return (mixed / np.std(mixed)).astype(np.float32)


def rates_in(noise: Samples, samples: Samples, snr_db: float, listen: Listen) -> tuple[list[float | None], float]:
    """What the rate shows, relative to what it shows of `samples` alone, and the median of the SNR that is told."""
    power = float(np.mean(samples[np.abs(samples) > 0.0] ** 2))
    mixed = np.clip(samples + noise * np.sqrt(power / 10 ** (snr_db / 10)), -1, 1).astype(np.float32)
    alone, heard = ([e.values for e in listen(s) if isinstance(e, VoiceFeatures)] for s in (samples, mixed))
    shown: list[float | None] = []
    for true, told in zip(alone, heard, strict=True):
        rate, truth = told["rate_syl_s"], true["rate_syl_s"]
        if truth is not None:
            shown.append(None if rate is None else rate / truth)
    return shown, float(np.median([told["snr_db"] for told in heard if told["snr_db"] is not None]))


def active_blocks(samples: Samples) -> npt.NDArray[np.intp]:
    """The blocks of clean speech within 30 dB of its loudest."""
    power = np.array([float(np.mean(block**2)) for block in Blocks().push(samples)])
    return np.flatnonzero(power > power.max() * 1e-3)


def in_noise(samples: Samples, noise: Samples, snr_db: float) -> Samples:
    """`samples` with `noise` so far below their active blocks, after `LEAD` blocks of noise alone."""
    power = np.mean(np.concatenate([samples[i * BLOCK : (i + 1) * BLOCK] for i in active_blocks(samples)]) ** 2)
    noise = noise * np.sqrt(power / 10 ** (snr_db / 10))
    return np.concatenate([np.resize(noise, LEAD * BLOCK), samples + noise]).astype(np.float32)


def recall(model: SpeechModel, samples: Samples, noise: Samples, snr_db: float) -> float:
    """Share of the active blocks of `samples` in which speech is heard through `noise`, as spans are made of it."""
    model.reset()
    mixed = in_noise(samples, noise, snr_db)
    heard = [probability >= 0.35 for probability in model.push(Blocks().push(mixed))][LEAD:]
    spans = [any(heard[i : i + 8]) and any(heard[max(0, i - 7) : i + 1]) for i in range(len(heard))]
    return float(np.mean([spans[i] for i in active_blocks(samples)]))


def pitches(samples: Samples) -> list[Pitch]:
    """The pitch every `HOP_S`, from the beginning."""
    model = PitchModel()
    padded = np.pad(samples, (0, (LAG_BLOCKS + 1) * BLOCK))
    blocks = Blocks().push(padded)
    return [pitch for block in model.push(blocks, [True] * len(blocks)) for pitch in block][2 * LAG_BLOCKS :]


def pitch_errors(samples: Samples, curve: npt.NDArray[np.float64]) -> list[float]:
    """Relative errors where a pitch was found and `curve`, (n, 2) times and Hz, has points on both sides of it."""
    errors = []
    for place, pitch in enumerate(pitches(samples)):
        after = int(np.searchsorted(curve[:, 0], place * HOP_S))
        known = 0 < after < len(curve) and curve[after, 0] - curve[after - 1, 0] < 0.015
        if pitch.hz is not None and known:
            errors.append(abs(pitch.hz / float(np.interp(place * HOP_S, curve[:, 0], curve[:, 1])) - 1.0))
    return errors
