"""A photograph is no recording, in whatever it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.core.events import SAMPLE_RATE
from coach.errors import KnownError
from coach.media.container import open_container, refuse_still
from tests.support.media import write_video
from tests.support.sounds import tone, write_wave


@pytest.mark.parametrize(
    ("name", "codec", "called"),
    [
        ("a.gif", "gif", "a.gif"),
        ("a.gif", "gif", "a.mp4"),
        ("a.avif", "libsvtav1", "a.avif"),
        ("a.avif", "libsvtav1", "a.heic"),
        ("a.png", "png", "a.png"),
        ("a.jpg", "mjpeg", "a.jpg"),
    ],
)
def test_one_picture_is_a_photograph(tmp_path: Path, name: str, codec: str, called: str) -> None:
    photo = write_video(tmp_path / name, codec, (0,), size=(64, 64)).rename(tmp_path / called)
    with pytest.raises(KnownError, match=f"«{called}» es una foto"):
        refuse_still(photo)


@pytest.mark.parametrize(
    ("name", "codec", "stamps", "sound"),
    [
        ("a.gif", "gif", (0, 100, 200), False),
        ("a.mp4", "libx264", (0, 40), False),
        ("a.mp4", "libx264", (0,), True),  # a talk over one slide: there is a voice to hear
    ],
)
def test_what_moves_or_sounds_is_a_recording(
    tmp_path: Path, name: str, codec: str, stamps: tuple[int, ...], sound: bool
) -> None:
    refuse_still(write_video(tmp_path / name, codec, stamps, sound=sound))


def test_a_video_in_fragments_that_counts_the_first_alone_is_a_recording(tmp_path: Path) -> None:
    video = write_video(tmp_path / "a.mp4", movflags="frag_every_frame")
    with open_container(video) as container:
        assert [stream.frames for stream in container.streams.video] == [1]
    refuse_still(video)


def test_sound_alone_is_a_recording(tmp_path: Path) -> None:
    refuse_still(write_wave(tmp_path / "a.wav", tone(300, 1.0, SAMPLE_RATE), SAMPLE_RATE))


def test_a_file_without_anything_is_told_as_empty(tmp_path: Path) -> None:
    empty = tmp_path / "llamada.mp4"
    empty.touch()
    with pytest.raises(KnownError, match="^«llamada.mp4» está vacío"):
        open_container(empty)
    empty.write_text("hola")
    with pytest.raises(KnownError, match="no es un video o sonido que Coach sepa leer"):
        open_container(empty)
