"""What `coach en-vivo` looks at and hears."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.cli.en_vivo import OWN_MICROPHONE, seen_and_heard
from coach.core.events import SAMPLE_RATE
from coach.errors import KnownError
from tests.support.sounds import write_wave


def test_a_recording_of_sound_alone_is_heard_and_not_looked_at(tmp_path: Path) -> None:
    wave = np.zeros((SAMPLE_RATE, 1), np.float32)
    file = str(write_wave(tmp_path / "una.wav", wave, SAMPLE_RATE))
    assert seen_and_heard(file, OWN_MICROPHONE) == (None, file)
    assert seen_and_heard(file, "Diadema") == (None, "Diadema")


def test_a_device_stays_one() -> None:
    assert seen_and_heard("0", OWN_MICROPHONE) == ("0", OWN_MICROPHONE)
    assert seen_and_heard("/dev/video9", "Mic/Line") == ("/dev/video9", "Mic/Line")
    assert seen_and_heard("Cámara 2.0", "rtsp://camara.local/voz.mp4") == ("Cámara 2.0", "rtsp://camara.local/voz.mp4")


@pytest.mark.parametrize("named", [("~nadie/falta.mp4", None), ("falta.mp4", None), ("0", "falta.wav")])
def test_a_file_that_is_not_there_is_told_before_any_window(named: tuple[str, str | None]) -> None:
    with pytest.raises(
        KnownError, match=r"No existe el archivo «(~nadie/)?falta\.\w+»; revisa el nombre y la carpeta\."
    ):
        seen_and_heard(*named)


@pytest.mark.parametrize("named", ["./x/y", "../falta", "/falta/y", "~/falta/y", "C:\\falta\\y"])
def test_a_path_that_is_not_there_is_told_before_any_window_whatever_its_ending(named: str) -> None:
    for camera, microphone in ((named, OWN_MICROPHONE), ("0", named)):
        with pytest.raises(KnownError, match="No existe el archivo"):
            seen_and_heard(camera, microphone)


def test_a_file_that_is_no_recording_is_refused_before_any_window(tmp_path: Path) -> None:
    file = tmp_path / "nota.mp4"
    file.write_text("hola")
    with pytest.raises(KnownError):
        seen_and_heard(str(file), OWN_MICROPHONE)
