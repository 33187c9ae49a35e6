"""What a voice is like: the same voice stays near itself, whatever it says, however loud, on whatever line."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, Samples
from coach.voz.voice_model import WINDOW, VoiceModel
from tests.support.calls import VOICES, voice

MODEL: Final = VoiceModel()


def windows(name: str) -> Samples:
    """The first six seconds of a voice."""
    sound = voice(name, 6.0)
    return np.stack([sound[begin : begin + WINDOW] for begin in range(0, len(sound) - WINDOW, WINDOW // 2)])


def on_the_telephone(sounds: Samples) -> Samples:
    """Without what a line does not carry."""
    spectrum, hz = np.fft.rfft(sounds), np.fft.rfftfreq(WINDOW, 1 / SAMPLE_RATE)
    heard = np.fft.irfft(np.where((hz > 200) & (hz < 3400), spectrum, 0), WINDOW)
    return np.asarray(heard + np.random.default_rng(1).normal(0.0, 5e-4, heard.shape), np.float32)


def alike(one: Samples, other: Samples) -> float:
    """Mean likeness of what is said in one to what is said in the other."""
    return float(np.mean(MODEL.vectors(one) @ MODEL.vectors(other).T))


@pytest.mark.parametrize("line", [np.asarray, on_the_telephone], ids=["wide", "telephone"])
def test_a_voice_is_like_itself_and_unlike_another(line: type[Samples]) -> None:
    low, high = (line(windows(name)) for name in VOICES)
    assert min(alike(low, low), alike(high, high)) > 0.6
    assert alike(low, high) < 0.35


@pytest.mark.parametrize("gain", [1e-3, 0.1, 3.0])
def test_how_loud_it_is_does_not_matter(gain: float) -> None:
    sounds = windows(VOICES[0])
    assert MODEL.vectors(sounds * np.float32(gain)) == pytest.approx(MODEL.vectors(sounds), abs=2e-3)


def test_each_window_is_heard_by_itself() -> None:
    sounds = np.concatenate([windows(name) for name in VOICES] * 2)
    vectors = MODEL.vectors(sounds)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(sounds)), abs=1e-4)
    assert vectors[-1] == pytest.approx(MODEL.vectors(sounds[-1:])[0], abs=1e-4)
    assert MODEL.vectors(sounds[:0]).shape == (0, vectors.shape[1])
