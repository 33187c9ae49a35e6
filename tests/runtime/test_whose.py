"""Several people in one recording: the agent's part of the picture and channel of the sound are what is judged."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.stream import VideoStream

from coach.app import analyse_file
from coach.cli.main import run
from coach.core.events import Frame
from coach.core.tile import Tile
from coach.errors import KnownError
from coach.vision.recording import Recording
from tests.support.media import write_video
from tests.support.sounds import tone, write_wave

CLIP = Path(__file__).resolve().parents[2] / "fixtures" / "clips" / "sonrisa.mp4"


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A call: an empty grey tile on the left, and on the right somebody who smiles."""
    file = tmp_path_factory.mktemp("call") / "llamada.mp4"
    frames = (item for item in Recording(CLIP) if isinstance(item, Frame))
    with av.open(str(file), "w") as container:
        stream: VideoStream | None = None
        for frame in islice(frames, 150):
            both = np.hstack([np.full_like(frame.image, 90), frame.image])
            if stream is None:
                stream = container.add_stream("libx264", rate=30)
                stream.height, stream.width = both.shape[:2]
                stream.pix_fmt, stream.time_base = "yuv420p", Fraction(1, 1000)
                stream.codec_context.time_base = Fraction(1, 1000)
            picture = av.VideoFrame.from_ndarray(both)
            picture.pts, picture.time_base = round(frame.t * 1000), Fraction(1, 1000)
            container.mux(stream.encode(picture))
        assert stream is not None
        container.mux(stream.encode(None))
    return file


def test_only_the_agents_tile_is_looked_at(call: Path) -> None:
    right = analyse_file(str(call), tile=Tile(0.5, 0.0, 0.5, 1.0))
    left = analyse_file(str(call), tile=Tile(0.0, 0.0, 0.5, 1.0))
    assert right.observable["sonrisa"] > 0.9
    assert left.observable["sonrisa"] == 0.0
    assert left.duration_s == pytest.approx(right.duration_s)


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--recuadro", "0.6,0,0.5,1"], "cuatro partes de la imagen"),
        (["--recuadro", "x"], "cuatro partes de la imagen"),
        (["--canal", "0"], "izquierdo, derecho o el número"),
        (["--canal", "centro"], "izquierdo, derecho o el número"),
        (["--voz", "0"], "número de una voz, de 1 a 6"),
        (["--voz", "7"], "número de una voz, de 1 a 6"),
        (["--voz", "grave"], "número de una voz, de 1 a 6"),
    ],
)
def test_what_names_no_place(option: list[str], said: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["analizar", "x.mp4", *option])
    assert said in capfd.readouterr().err


@pytest.mark.parametrize(
    ("channels", "said"),
    [(2, "«a.wav» tiene 2 canales; elige 1 o 2."), (3, "tiene 3 canales; elige del 1 al 3."), (1, "un solo canal")],
)
def test_a_channel_that_is_not_there(tmp_path: Path, channels: int, said: str) -> None:
    file = write_wave(tmp_path / "a.wav", tone(200.0, 1.0, 16_000, channels), 16_000)
    with pytest.raises(KnownError, match=said):
        analyse_file(str(file), channel=8)


def test_a_channel_of_a_video_without_sound(tmp_path: Path) -> None:
    film = write_video(tmp_path / "mudo.mp4")
    with pytest.raises(KnownError, match="«mudo.mp4» no tiene sonido; quita --canal."):
        analyse_file(str(film), channel=1)


@pytest.mark.parametrize("option", [["--canal", "derecho"], ["--voz", "1"]])
def test_a_folder_has_no_place_of_ones_own(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], option: list[str]
) -> None:
    assert run(["analizar", str(tmp_path), *option]) == 2
    assert "para una sola grabación" in capfd.readouterr().err
