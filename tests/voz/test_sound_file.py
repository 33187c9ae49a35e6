"""The sound of any recording: true times, any shape, never worse than a clear sentence, and never much memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, ConditionChanged, Sound
from coach.errors import KnownError
from coach.voz.open_sound import open_sound
from coach.voz.sound_file import SoundFile
from tests.support.faults import damaged, outcome_within
from tests.support.media import write_video
from tests.support.sounds import Wave, hiss, tone, write_wave


def heard(path: Path) -> list[Sound]:
    with SoundFile(path) as sound:
        return [item for item in sound if isinstance(item, Sound)]


def conditions(path: Path) -> list[tuple[str, bool]]:
    return [(item.id, item.active) for item in SoundFile(path) if isinstance(item, ConditionChanged)]


def samples(sounds: list[Sound]) -> Wave:
    return np.concatenate([sound.samples for sound in sounds])


def loudest_hz(wave: Wave) -> float:
    return float(np.abs(np.fft.rfft(wave * np.hanning(len(wave)))).argmax() * SAMPLE_RATE / len(wave))


@pytest.mark.parametrize(
    ("name", "codec", "rate", "channels"),
    [
        ("a.wav", "pcm_s16le", 8_000, 1),
        ("a.wav", "pcm_u8", 11_025, 1),
        ("a.wav", "pcm_s24le", 22_050, 3),
        ("a.wav", "pcm_mulaw", 8_000, 1),
        ("a.wav", "pcm_f32le", 192_000, 8),
        ("a.wav", "pcm_f64le", 16_000, 4),
        ("a.aiff", "pcm_s16be", 32_000, 2),
        ("a.flac", "flac", 96_000, 6),
        ("a.flac", "flac", 44_100, 7),
        ("a.mp3", "libmp3lame", 44_100, 2),
        ("a.m4a", "aac", 48_000, 2),
        ("a.opus", "libopus", 48_000, 1),
        ("a.mkv", "flac", 44_100, 5),
        ("a.webm", "libopus", 48_000, 2),
        ("a.mp4", "aac", 44_100, 1),
    ],
)
def test_any_shape_of_sound(tmp_path: Path, name: str, codec: str, rate: int, channels: int) -> None:
    path = write_wave(tmp_path / name, tone(440, 2.0, rate, channels), rate, codec)
    sounds = heard(path)
    wave = samples(sounds)
    assert sounds[0].t == 0.0
    assert sounds[-1].end_s == pytest.approx(2.0, abs=0.06)
    assert len(wave) == pytest.approx(2.0 * SAMPLE_RATE, abs=0.06 * SAMPLE_RATE)
    assert loudest_hz(wave) == pytest.approx(440, abs=1)
    assert np.sqrt(np.mean(wave[4000:-4000] ** 2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.05)
    info = SoundFile(path).info
    assert (info.path, info.video, info.audio, info.live) == (str(path), False, True, False)
    assert info.duration_s == pytest.approx(2.0, abs=0.06)


def test_channels_are_averaged(tmp_path: Path) -> None:
    wave = np.hstack([tone(440, 1.0, 16_000), tone(440, 1.0, 16_000, level=0.1)])
    assert np.abs(samples(heard(write_wave(tmp_path / "a.wav", wave, 16_000)))).max() == pytest.approx(0.3, abs=0.01)


@pytest.mark.parametrize(("channel", "loudest"), [(0, 0.5), (1, 0.125), (7, 0.125)])
def test_one_channel_is_chosen(tmp_path: Path, channel: int, loudest: float) -> None:
    wave = np.hstack([tone(440, 1.0, 16_000), tone(440, 1.0, 16_000, level=0.125)])
    path = write_wave(tmp_path / "a.wav", wave, 16_000)
    for source in (SoundFile(path, channel=channel), open_sound(str(path), channel=channel)):
        found = np.concatenate([item.samples for item in source if isinstance(item, Sound)])
        assert np.abs(found).max() == pytest.approx(loudest, abs=0.01)


@pytest.mark.parametrize(("name", "codec"), [("a.mkv", "pcm_s16le"), ("a.mkv", "libopus"), ("a.mp4", "aac")])
def test_sound_that_starts_late_stays_late(tmp_path: Path, name: str, codec: str) -> None:
    pictures = range(0, 4000, 40)
    path = write_wave(tmp_path / name, tone(440, 1.0, 48_000), 48_000, codec, start_s=2.0, pictures=pictures)
    sounds = heard(path)
    assert sounds[0].t == pytest.approx(2.0, abs=0.03)
    assert sounds[-1].end_s == pytest.approx(3.0, abs=0.05)
    assert SoundFile(path).info.video


def test_what_an_encoder_puts_before_is_left_out(tmp_path: Path) -> None:
    path = write_wave(tmp_path / "a.mkv", tone(440, 3.0, 48_000), 48_000, pictures=range(100, 3000, 40))
    sounds = heard(path)
    assert sounds[0].t == pytest.approx(0.0, abs=1e-6)
    assert sounds[-1].end_s == pytest.approx(2.9, abs=0.01)


def test_it_can_be_read_twice_and_closing_ends_it(tmp_path: Path) -> None:
    sound = SoundFile(write_wave(tmp_path / "a.wav", hiss(3.0, 16_000), 16_000))
    assert len(list(sound)) == len(list(sound)) >= 2
    seen = 0
    for _ in sound:
        seen += 1
        sound.close()
    assert seen == 1
    assert list(sound) == []


def test_what_is_no_number_becomes_silence_and_is_told(tmp_path: Path) -> None:
    wave = hiss(6.0, 16_000)
    wave[20_000:20_400] = np.nan
    wave[20_400:20_500] = np.inf
    path = write_wave(tmp_path / "a.wav", wave, 16_000, "pcm_f32le")
    found = samples(heard(path))
    assert np.isfinite(found).all()
    assert np.abs(found[20_050:20_450]).max() < 0.01
    assert np.abs(found[21_000:]).max() > 0.05
    assert conditions(path) == [("sonido_perdido", True), ("sonido_perdido", False)]


def test_one_sample_and_nothing_but_zeros(tmp_path: Path) -> None:
    assert len(samples(heard(write_wave(tmp_path / "a.wav", hiss(1 / 16_000, 16_000), 16_000)))) == 1
    path = write_wave(tmp_path / "b.wav", np.zeros((48_000, 1), np.float32), 16_000)
    assert len(samples(heard(path))) == 48_000
    assert conditions(path) == [("microfono_en_silencio", True), ("microfono_en_silencio", False)]


@pytest.mark.parametrize("level", [3.0, 1000.0])
def test_sound_beyond_full_scale_is_cut_and_told(tmp_path: Path, level: float) -> None:
    path = write_wave(tmp_path / "a.wav", tone(200, 2.0, 44_100, level=level), 44_100, "pcm_f32le")
    assert np.abs(samples(heard(path))).max() <= 1.0
    assert conditions(path)[0] == ("microfono_saturado", True)


def test_a_recording_without_sound(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"«a\.mp4» no tiene sonido"):
        SoundFile(write_video(tmp_path / "a.mp4"))


@pytest.mark.parametrize("rate", [1, 100, 4_000_000_000])
def test_a_rate_that_no_sound_has(tmp_path: Path, rate: int) -> None:
    path = write_wave(tmp_path / "a.wav", hiss(1.0, 16_000), 16_000)
    path.write_bytes(path.read_bytes().replace((16_000).to_bytes(4, "little"), rate.to_bytes(4, "little"), 1))
    with pytest.raises(KnownError, match=r"«a\.wav»"):
        list(SoundFile(path))


MEMORY = """
import resource, sys
from coach.voz.open_sound import open_sound
from coach.voz.sound_file import SoundFile
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
items = iter(SoundFile(sys.argv[1]))
for _ in range(20): next(items)
before = peak()
end = next(item.t for item in items if item.t > 1800)
print(end, peak() - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="resource is POSIX's")
def test_half_an_hour_out_of_three_takes_no_more_memory_than_ten_seconds(tmp_path: Path) -> None:
    path = write_wave(tmp_path / "a.wav", hiss(1.0, 8_000), 8_000, "pcm_u8")
    data = path.read_bytes()
    start = data.index(b"data") + 8
    path.write_bytes(
        data[: start - 4] + (3 * 3600 * 8_000).to_bytes(4, "little") + data[start : start + 8_000] * 10_800
    )
    told = subprocess.run([sys.executable, "-c", MEMORY, str(path)], capture_output=True, text=True, check=True).stdout
    end, grown_mb = map(float, told.split())
    assert SoundFile(path).info.duration_s == 3 * 3600
    assert end > 1800
    assert grown_mb < 10


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    folder = tmp_path_factory.mktemp("sounds")
    odd = hiss(1.0, 48_000)
    odd[10_000:10_010] = np.nan
    loud = np.clip(tone(200, 1.0, 44_100, 2, level=5.0), -1, 1)
    made = [
        write_wave(folder / "a.wav", hiss(1.0, 8_000), 8_000),
        write_wave(folder / "b.wav", hiss(0.5, 192_000, 8), 192_000, "pcm_f32le"),
        write_wave(folder / "c.wav", odd, 48_000, "pcm_f32le"),
        write_wave(folder / "d.wav", hiss(1 / 16_000, 16_000), 16_000),
        write_wave(folder / "e.wav", np.zeros((16_000, 1), np.float32), 16_000),
        write_wave(folder / "f.flac", hiss(1.0, 96_000, 6), 96_000, "flac"),
        write_wave(folder / "g.mp3", loud, 44_100, "libmp3lame"),
        write_wave(folder / "h.m4a", hiss(1.0, 48_000, 2), 48_000, "aac"),
        write_wave(folder / "i.opus", hiss(1.0, 48_000), 48_000, "libopus"),
        write_wave(folder / "j.mkv", hiss(1.0, 22_050, 3), 22_050, "pcm_s16le", pictures=range(0, 1000, 40)),
        write_wave(folder / "k.mp4", hiss(1.0, 44_100), 44_100, "aac", pictures=range(0, 1000, 40)),
    ]
    return [path.read_bytes() for path in made]


def test_two_hundred_damaged_sounds(tmp_path: Path, originals: list[bytes]) -> None:
    """Each is heard as far as it goes, or refused in a sentence that names it; none takes over five seconds."""
    path = tmp_path / "roto.mka"
    outcomes = []
    for what, data in damaged([data for data in originals if len(data) > 100], 200, seed=2026):
        path.write_bytes(data)
        outcome = outcome_within(5, path, lambda path: _count(iter(SoundFile(path))))
        assert isinstance(outcome, int | str), f"{what}: {outcome!r}"
        outcomes.append(outcome)
    assert sum(isinstance(outcome, int) for outcome in outcomes) >= 60
    assert sum(isinstance(outcome, str) for outcome in outcomes) >= 20


def _count(items: Iterator[Sound | ConditionChanged]) -> int:
    end, count = 0.0, 0
    for item in items:
        assert item.t >= end - 1e-6
        if isinstance(item, Sound):
            assert len(item.samples)
            assert np.isfinite(item.samples).all()
            assert np.abs(item.samples).max() <= 1.0
            end, count = item.end_s, count + len(item.samples)
    return count
