"""The same words in another voice: features moved by steps of the speaker's own, by Praat and by filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples
from coach.detectors.profile import Profile
from coach.detectors.voice_baseline import steps
from coach.evaluation.tone_movement import Move
from coach.manual.voice_reference import load_voice_reference
from tests.voz import praat

LEVEL: Final = 0.08
"""RMS at which every voice begins."""
MOVABLE: Final = ("pitch_st", "pitch_range_st", "rate_syl_s", "speech_level_db", "alpha_db", "pause_share")
_SHELF_HZ: Final = 1000.0
_FRAME: Final = SAMPLE_RATE // 50
_LEAST_PAUSE: Final = 8
"""Frames: 0.16 s."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The moved sound, and when (`after`, s) is said what was said at `before` (s): points of a line."""

    samples: Samples
    before: tuple[float, ...]
    after: tuple[float, ...]

    def said_at(self, t: float) -> float:
        """When is said now what was said at `t`."""
        return float(np.interp(t, self.before, self.after))


def level(samples: Samples) -> Samples:
    """The sound at the level at which every voice begins."""
    return np.asarray(samples * (LEVEL / np.sqrt(np.mean(samples**2))), np.float32)


def moved(samples: Samples, move: Move, voice: Profile) -> Moved:
    """The same words with every feature of `move` away by so many of the voice's steps."""
    by = {id: move.get(id, 0.0) * _step(id, voice) for id in MOVABLE}
    if by["pitch_st"] or by["pitch_range_st"]:
        stretch = 1.0 + by["pitch_range_st"] / max(voice.voice["pitch_range_st"].value, 1.0)
        samples = praat.in_semitones(samples, by["pitch_st"], max(0.1, stretch))
    tempo = float(np.exp(by["rate_syl_s"]))
    last = len(samples) / SAMPLE_RATE
    samples = praat.at_tempo(samples, tempo)
    samples = level(shelved(samples, by["alpha_db"])) * np.float32(10 ** (by["speech_level_db"] / 20))
    samples, places, longer = with_pauses(samples, by["pause_share"])
    before = (0.0, *(place * tempo for place in places), last)
    after = (0.0, *(place + (at + 0.5) * longer for at, place in enumerate(places)))
    return Moved(np.clip(samples, -1.0, 1.0), before, (*after, len(samples) / SAMPLE_RATE))


def _step(id: str, voice: Profile) -> float:
    return steps(load_voice_reference()[id], voice.voice[id])


def shelved(samples: Samples, gain_db: float) -> Samples:
    """Everything above 1 kHz louder by `gain_db`."""
    if gain_db == 0.0:
        return samples
    spectrum = np.fft.rfft(samples)
    octaves = np.log2(np.maximum(np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE), 1.0) / _SHELF_HZ)
    gain = 10 ** (gain_db / 20 / (1.0 + np.exp(-4.0 * octaves)))
    return np.fft.irfft(spectrum * gain, len(samples)).astype(np.float32)


def with_pauses(samples: Samples, share: float) -> tuple[Samples, list[float], float]:
    """Every pause longer, so that all together take `share` more of the time; where (s), and by how much (s) each."""
    places = _pauses(samples)
    if share == 0.0 or not places:
        return samples, [], 0.0
    longer = round(share * len(samples) / (1.0 - share) / len(places))
    silence = np.zeros(longer, np.float32)
    parts = [part for piece in np.split(samples, places) for part in (piece, silence)]
    return np.concatenate(parts[:-1]), [place / SAMPLE_RATE for place in places], longer / SAMPLE_RATE


def _pauses(samples: Samples) -> list[int]:
    """The samples in the middle of every pause."""
    frames = samples[: len(samples) // _FRAME * _FRAME].reshape(-1, _FRAME)
    power = np.mean(frames.astype(np.float64) ** 2, axis=1)
    quiet = np.concatenate([[False], power < np.quantile(power, 0.95) * 1e-3, [False]])
    edges = np.flatnonzero(np.diff(quiet.astype(int)))
    return [int(a + b) // 2 * _FRAME for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= _LEAST_PAUSE]
