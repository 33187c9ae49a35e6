"""Voices for tests: two recordings made with espeak-ng, and sounds that are no voice."""

from __future__ import annotations

import wave
from functools import cache
from pathlib import Path

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples, Sound, VoiceEvent
from coach.voz.extractor import VoiceExtractor

AUDIO = Path(__file__).parents[2] / "fixtures" / "audio"
TEXTS = {
    "voz_grave": "Buenas tardes, gracias por llamar. Mi trabajo es escuchar con calma y encontrar contigo una "
    "solución. Cuéntame qué pasó con tu pedido y desde cuándo lo esperas.",
    "voz_aguda": "¿Te puedo ayudar en algo más? Hoy mismo mando tu solicitud, y mañana te llamo.",
}


@cache
def voice(name: str) -> Samples:
    """A recording of `fixtures/audio` at the rate of the chain; do not write to it."""
    with wave.open(str(AUDIO / f"{name}.wav")) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (SAMPLE_RATE, 1, 2)
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    return np.asarray(samples / 32768.0, np.float32)


def room(seconds: float, level_db: float = -60.0, seed: int = 3) -> Samples:
    """The hiss of a quiet room."""
    noise = np.random.default_rng(seed).normal(0.0, 10 ** (level_db / 20), round(seconds * SAMPLE_RATE))
    return noise.astype(np.float32)


def music(seconds: float) -> Samples:
    """Chords of a few partials that change every half second, with a drum on each beat."""
    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    beat = (t * 2).astype(int)
    roots = np.array([220.0, 174.6, 261.6, 196.0])[beat // 4 % 4]
    since = t - beat / 2
    chord = sum(np.sin(2 * np.pi * roots * ratio * k * t) / k for ratio in (1.0, 1.26, 1.498) for k in (1, 2, 3, 4))
    drum = np.random.default_rng(5).normal(size=len(t)) * np.exp(-since * 40.0)
    return np.asarray(0.08 * chord * np.exp(-since * 2.0) + 0.2 * drum, np.float32)


def telephone(seconds: float, level: float = 0.1) -> Samples:
    """Somebody's telephone on the desk: it trills for 2 of every 6 s, from the beginning on."""
    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    trill = np.sin(2 * np.pi * np.where(t * 16 % 2 < 1, 1200, 1500) * t)
    return np.asarray(level * trill * (t % 6 < 2), np.float32)


def listen(samples: Samples, chunk: int | None = None, start_s: float = 0.0) -> list[VoiceEvent]:
    """Everything that is told of `samples`, given in chunks of `chunk` samples (whole by default)."""
    extractor = VoiceExtractor()
    events: list[VoiceEvent] = []
    for begin in range(0, len(samples), chunk or max(1, len(samples))):
        end = begin + (chunk or len(samples))
        events += extractor.push(Sound(start_s + begin / SAMPLE_RATE, samples[begin:end]))
    return events + extractor.flush()
