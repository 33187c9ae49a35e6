"""What a user may name, and what a wrong name is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import KnownError
from coach.media.paced import Paced
from coach.vision.camera import Camera
from coach.vision.open_source import open_source
from coach.vision.recording import Recording
from tests.support.media import write_video


@pytest.mark.parametrize(
    "text", ["0", "12", "http://127.0.0.1:9/video", "HTTPS://camara.local/x", "rtsp://10.0.0.7/live"]
)
def test_cameras(text: str) -> None:
    source = open_source(text)
    assert isinstance(source, Camera)
    assert source.info.live
    source.close()


def test_recordings_as_fast_as_possible_or_in_real_time(tmp_path: Path) -> None:
    path = write_video(tmp_path / "a.mp4")
    assert isinstance(open_source(str(path)), Recording)
    playing = open_source(f" {path} ", live=True)
    assert isinstance(playing, Paced)
    assert playing.info.live


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ftp://camara/video", "no es una dirección de cámara"),
        ("http://", "no es una dirección de cámara"),
        ("http://camara:99999/", "no es una dirección de cámara"),
        ("http://[::1/", "no es una dirección de cámara"),
        ("grabaciones/ayer.mp4", "No existe el archivo «grabaciones/ayer.mp4»"),
        ("Cámara que no tengo", "No encuentro ninguna cámara ni archivo «Cámara que no tengo»"),
        ("", "No dijiste qué cámara"),
    ],
)
def test_nonsense_is_answered_in_a_sentence(text: str, answer: str) -> None:
    with pytest.raises(KnownError, match=answer):
        open_source(text)
