"""A first look at a recording asks only what it must: which person, which channel, and only where they differ."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE
from coach.errors import KnownError
from coach.intake.glimpse import Glimpse, glimpse
from coach.voz.channels import LISTEN_S
from tests.support.calls import turns, voice, write_call
from tests.support.recorded import CLIPS
from tests.support.sounds import Wave, hiss, write_wave


def look(file: Path) -> Glimpse:
    return glimpse(str(file), lambda: None)


def test_people_side_by_side_are_told_apart(tmp_path: Path) -> None:
    seen = look(write_call(tmp_path / "x.mkv", ("sonrisa", "brazos_cruzados", "asentir"), turns(5.0)))
    assert seen.asks and seen.heard
    assert seen.still is not None and seen.still.shape[1] == 3 * seen.still.shape[0] * 4 // 3
    middles = [one.x + one.width / 2 for one in seen.tiles]
    assert middles == pytest.approx([1 / 6, 3 / 6, 5 / 6], abs=0.06)
    for left, right in zip(seen.tiles, seen.tiles[1:], strict=False):
        assert left.x + left.width <= right.x + 1e-6, "nobody else is in a tile"
    assert len(seen.channels) == 2


def test_each_channel_is_heard_where_it_stands_out(tmp_path: Path) -> None:
    seen = look(write_wave(tmp_path / "x.wav", turns(20.0), SAMPLE_RATE))
    assert seen.still is None and seen.tiles == ()
    assert len(seen.channels) == 2
    wave = turns(20.0)
    for place, channel in enumerate(seen.channels):
        assert len(channel.clip) == pytest.approx(LISTEN_S * SAMPLE_RATE, abs=200)
        assert -40.0 < channel.level_db < 0.0
        clip = np.conj(np.fft.rfft(channel.clip, 2 * len(wave)))
        fits = [np.abs(np.fft.irfft(np.fft.rfft(wave[:, other], 2 * len(wave)) * clip)).max() for other in range(2)]
        assert np.argmax(fits) == place


@pytest.mark.parametrize("clip", ["sonrisa", "neutral_cubrebocas", "caminar_erguido"])
def test_of_one_person_nothing_is_asked(clip: str) -> None:
    assert not look(CLIPS / f"{clip}.mp4").asks


def alone(channel: int) -> Wave:
    wave = np.zeros((6 * SAMPLE_RATE, 2), np.float32)
    wave[:, channel] = voice("voz_grave", 6.0)
    return wave


def room() -> Wave:
    """One voice before two microphones: nearly the same, each with a noise of its own."""
    heard = voice("voz_aguda", 6.0)[:, None] * np.array([[1.0, 0.75]], np.float32)
    return (heard + hiss(6.0, SAMPLE_RATE, 2, 0.001)).astype(np.float32)


@pytest.mark.parametrize(
    "wave",
    [
        lambda: np.repeat(voice("voz_grave", 6.0)[:, None], 2, axis=1),
        lambda: alone(0),
        lambda: alone(1),
        room,
        lambda: np.zeros((SAMPLE_RATE, 2), np.float32),
        lambda: voice("voz_grave", 6.0)[:, None],
    ],
    ids=["the same twice", "left alone", "right alone", "one room", "silence", "one channel"],
)
def test_channels_that_do_not_differ_are_no_choice(tmp_path: Path, wave: Callable[[], Wave]) -> None:
    seen = look(write_wave(tmp_path / "x.wav", wave(), SAMPLE_RATE))
    assert seen.channels == () and seen.heard


def test_long_recordings_are_looked_at_here_and_there(tmp_path: Path) -> None:
    steps: list[int] = []
    quiet = np.zeros((200 * SAMPLE_RATE, 2), np.float32)
    quiet[-100 * SAMPLE_RATE :] = turns(100.0, 5.0)
    file = write_wave(tmp_path / "x.flac", quiet, SAMPLE_RATE, "flac")
    seen = glimpse(str(file), lambda: steps.append(1))
    assert len(seen.channels) == 2
    assert len(steps) == 16


def test_whoever_gives_up_waits_for_no_more_than_a_step(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop() -> None:
        raise Enough

    with pytest.raises(Enough):
        glimpse(str(CLIPS / "sonrisa.mp4"), stop)


def test_what_cannot_be_opened_is_told() -> None:
    with pytest.raises(KnownError, match="test_glimpse.py"):
        look(Path(__file__))
