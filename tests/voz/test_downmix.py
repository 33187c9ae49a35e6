"""Silent channels weaken nobody's voice, and how sound is cut changes nothing of its mix."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, Samples, Sound
from coach.voz.downmix import Downmix
from coach.voz.intake import Intake
from coach.voz.sound_file import SoundFile
from tests.support.sounds import Wave, tone, write_wave
from tests.support.voices import voice

MONO = voice("voz_grave")[: 6 * SAMPLE_RATE]


def surround(channels: int, *sounding: int) -> Wave:
    """The voice in some channels of many."""
    wave = np.zeros((len(MONO), channels), np.float32)
    wave[:, list(sounding)] = MONO[:, None]
    return wave


def mixed(path: Path) -> Samples:
    return np.concatenate([item.samples for item in SoundFile(path) if isinstance(item, Sound)])


@pytest.mark.parametrize(
    ("name", "codec", "channels", "sounding"),
    [
        ("centro.wav", "pcm_s16le", 6, (2,)),
        ("centro.mka", "flac", 6, (2,)),
        ("izquierda.wav", "pcm_s16le", 2, (0,)),
        ("derecha.wav", "pcm_s16le", 2, (1,)),
        ("ambos.wav", "pcm_s16le", 2, (0, 1)),
        ("todos.wav", "pcm_s16le", 8, tuple(range(8))),
    ],
)
def test_a_voice_is_as_loud_as_its_own_channel(
    tmp_path: Path, name: str, codec: str, channels: int, sounding: tuple[int, ...]
) -> None:
    file = write_wave(tmp_path / name, surround(channels, *sounding), SAMPLE_RATE, codec)
    assert np.abs(mixed(file) - MONO).max() < 2e-4


def test_sides_that_sound_together_are_averaged_from_their_first_sample_on() -> None:
    both = np.concatenate([tone(300, 1.0, SAMPLE_RATE), 0.5 * tone(300, 1.0, SAMPLE_RATE)], axis=1)
    found = Downmix(SAMPLE_RATE).push(both)
    assert found[1:] == pytest.approx(both.mean(axis=1)[1:], abs=1e-4)


def test_nobody_becomes_quieter_when_somebody_else_first_speaks() -> None:
    late = MONO.copy()
    late[: 3 * SAMPLE_RATE] = 0.0
    found = Downmix(SAMPLE_RATE).push(np.stack([MONO, late], axis=1))
    assert np.allclose(found[: 3 * SAMPLE_RATE], MONO[: 3 * SAMPLE_RATE], atol=2e-4)
    assert np.allclose(found[3 * SAMPLE_RATE :], 2 * MONO[3 * SAMPLE_RATE :], atol=2e-4)


@pytest.mark.parametrize("size", [1, 160, 4801])
def test_the_size_of_the_blocks_changes_nothing(size: int) -> None:
    wave = np.stack([np.roll(MONO, 7_000 * at) * (np.arange(len(MONO)) > 5_000 * at) for at in range(4)], axis=1)
    wave = wave.astype(np.float32)[: 40 * 4801]
    wave[:, 3] = -wave[:, 0]
    whole, mix = Downmix(SAMPLE_RATE).push(wave), Downmix(SAMPLE_RATE)
    parts = [mix.push(wave[begin : begin + size]) for begin in range(0, len(wave), size)]
    assert np.array_equal(np.concatenate(parts), whole)


def test_a_dead_side_that_is_nearly_nothing_is_left_out() -> None:
    dither = np.random.default_rng(1).uniform(-3e-5, 3e-5, len(MONO)).astype(np.float32)
    assert np.abs(Downmix(SAMPLE_RATE).push(np.stack([MONO, dither], axis=1)) - MONO).max() < 2e-4


def test_the_hiss_of_a_side_does_not_begin_the_sound() -> None:
    random = np.random.default_rng(1)
    wave = np.stack([random.uniform(-level, level, len(MONO)) for level in (1.6e-4, 0.9e-4)], axis=1)
    loud = 0.8 * MONO / np.abs(MONO).max()
    wave[2 * SAMPLE_RATE :] += loud[2 * SAMPLE_RATE :, None]
    found = Downmix(SAMPLE_RATE).push(wave.astype(np.float32))
    assert np.abs(found[2 * SAMPLE_RATE :] - loud[2 * SAMPLE_RATE :]).max() < 4e-4


@pytest.mark.parametrize("size", [160, 7680, 8 * SAMPLE_RATE])
def test_clicks_of_a_side_do_not_begin_the_sound(size: int) -> None:
    wave = np.zeros((8 * SAMPLE_RATE, 2), np.float32)
    for begin in (2_000, 4_000, 9_000):
        wave[begin : begin + 160, 0] = 0.3
    loud = 0.8 * MONO[: 5 * SAMPLE_RATE] / np.abs(MONO).max()
    wave[3 * SAMPLE_RATE :] = loud[:, None]
    mix = Downmix(SAMPLE_RATE)
    found = np.concatenate([mix.push(wave[begin : begin + size]) for begin in range(0, len(wave), size)])
    assert np.abs(found[3 * SAMPLE_RATE :] - loud).max() < 2e-4


def test_a_voice_that_comes_after_clicks_is_not_made_quieter_by_another() -> None:
    wave = np.zeros((12 * SAMPLE_RATE, 2), np.float32)
    wave[2_000:2_160, 0] = 0.3
    wave[SAMPLE_RATE : SAMPLE_RATE + len(MONO), 0] = MONO
    wave[-4 * SAMPLE_RATE :, 1] = MONO[: 4 * SAMPLE_RATE]
    found = Downmix(SAMPLE_RATE).push(wave)
    assert np.abs(found - wave.sum(axis=1)).max() < 2e-4


@pytest.mark.parametrize("hiss", [0.0, 0.01])
def test_a_side_that_is_the_other_upside_down_does_not_cancel_the_voice(tmp_path: Path, hiss: float) -> None:
    """As a balanced microphone in a stereo socket gives it."""
    wave = np.stack([MONO, -MONO], axis=1)
    wave += hiss * np.random.default_rng(1).standard_normal(wave.shape).astype(np.float32)
    found = mixed(write_wave(tmp_path / "opuestos.wav", wave.clip(-1, 1), SAMPLE_RATE))
    said = slice(2 * SAMPLE_RATE, 6 * SAMPLE_RATE)
    assert np.corrcoef(found[said], MONO[said])[0, 1] > 0.98
    assert np.std(found[said]) == pytest.approx(np.std(MONO[said]), rel=0.05)


def test_an_opposed_hum_in_the_pauses_does_not_turn_the_voice_round() -> None:
    hum = 0.01 * np.sin(2 * np.pi * 50.0 * np.arange(16 * SAMPLE_RATE) / SAMPLE_RATE)
    said = np.zeros(16 * SAMPLE_RATE, np.float32)
    for begin in (SAMPLE_RATE, 9 * SAMPLE_RATE):
        said[begin : begin + len(MONO)] = MONO
    found = Downmix(SAMPLE_RATE).push(np.stack([said + hum, said - hum], axis=1).astype(np.float32))
    assert np.abs(found - said)[3 * SAMPLE_RATE :][said[3 * SAMPLE_RATE :] != 0.0].max() < 2e-4


def test_sides_that_are_opposed_no_more_are_mixed_as_they_are() -> None:
    wave = np.stack([np.tile(MONO, 2), np.concatenate([-MONO, MONO])], axis=1)
    found = Downmix(SAMPLE_RATE).push(wave)[len(MONO) :]
    assert np.abs(found[2 * SAMPLE_RATE :] - MONO[2 * SAMPLE_RATE :]).max() < 2e-4


def test_another_number_of_channels_is_another_sound() -> None:
    mix = Downmix(SAMPLE_RATE)
    mix.push(np.stack([MONO, MONO], axis=1))
    assert np.abs(mix.push(surround(6, 2)) - MONO).max() < 2e-4


@pytest.mark.parametrize("told", [True, False], ids=["flushed", "gap"])
def test_a_side_that_died_in_a_gap_does_not_halve_the_voice_after_it(told: bool) -> None:
    intake = Intake(SAMPLE_RATE)
    intake.push(0.0, np.stack([MONO, MONO], axis=1))
    if told:
        intake.flush()
    after = [*intake.push(10.0, np.stack([MONO, np.zeros_like(MONO)], axis=1)), *intake.flush()]
    heard = np.concatenate([item.samples for item in after if isinstance(item, Sound) and item.t >= 10.0])
    assert np.abs(heard - MONO).max() < 2e-4
