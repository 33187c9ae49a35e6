"""What a user may name, and what a wrong name is answered."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from coach.core.events import Sound
from coach.errors import KnownError
from coach.media.paced import Paced
from coach.voz.microphone import Microphone
from coach.voz.open_sound import open_sound
from coach.voz.sound_file import SoundFile
from tests.support.sounds import hiss, write_wave


@pytest.mark.parametrize(
    "text", ["", " ", "0", "12", "http://127.0.0.1:9/voz", "RTSP://camara.local/x", f"https://127.0.0.1:9/{'a' * 300}"]
)
def test_microphones(text: str) -> None:
    with open_sound(text) as source:
        assert isinstance(source, Microphone)
        assert source.info.live


def test_recordings_as_fast_as_possible_or_in_real_time(tmp_path: Path) -> None:
    path = write_wave(tmp_path / "a.wav", hiss(0.5, 16_000), 16_000)
    assert isinstance(open_sound(str(path)), SoundFile)
    playing = open_sound(f" {path} ", live=True)
    assert isinstance(playing, Paced)
    assert playing.info.live
    began = time.monotonic()
    sounds = [item for item in playing if isinstance(item, Sound)]
    assert time.monotonic() - began >= 0.5
    assert len(sounds) >= 5


@pytest.mark.parametrize("text", ["grabaciones/ayer.mp3", "ayer.wav"])
def test_a_file_that_is_not_there(text: str) -> None:
    with pytest.raises(KnownError, match=f"No existe el archivo «{text}»"):
        open_sound(text)
