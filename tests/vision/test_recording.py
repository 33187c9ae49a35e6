"""Any recording a trainer may own: its true times, the right way up, and never worse than a clear sentence."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.stream import VideoStream

from coach.core.events import Frame
from coach.errors import KnownError
from coach.vision.orientation import LONG_SIDE
from coach.vision.recording import Recording
from tests.support.faults import damaged, outcome_within
from tests.support.media import corner, write_sound, write_video

RAGGED = (0, 33, 70, 75, 300, 340, 400, 1000, 1001, 1100)


def frames(path: Path) -> list[Frame]:
    with Recording(path) as recording:
        return [item for item in recording if isinstance(item, Frame)]


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("a.mp4", "libx264"),
        ("a.mkv", "libx264"),
        ("a.mov", "libx264"),
        ("a.mp4", "libx265"),
        ("a.mkv", "libx265"),
        ("a.webm", "libvpx"),
        ("a.webm", "libvpx-vp9"),
        ("a.mp4", "mpeg4"),
        ("a.mov", "mpeg4"),
    ],
)
def test_frames_of_a_variable_rate_keep_their_true_times(tmp_path: Path, name: str, codec: str) -> None:
    found = frames(write_video(tmp_path / name, codec, RAGGED))
    assert [round(frame.t, 3) for frame in found] == [stamp / 1000 for stamp in RAGGED]
    assert all(frame.image.shape == (48, 64, 3) and frame.image.flags.c_contiguous for frame in found)


@pytest.mark.parametrize("codec", ["mpeg4", "libx264", "mjpeg"])
def test_avi_frames_come_in_order_at_its_constant_rate(tmp_path: Path, codec: str) -> None:
    found = frames(write_video(tmp_path / "a.avi", codec, range(10), base=Fraction(1, 25)))
    assert [round(frame.t, 3) for frame in found] == [index / 25 for index in range(10)]
    greys = [int(frame.image[40, 60, 0]) for frame in found]
    assert greys == sorted(greys)


def test_time_starts_at_the_first_frame(tmp_path: Path) -> None:
    found = frames(write_video(tmp_path / "a.mkv", "mpeg4", (5000, 5040, 5080)))
    assert [round(frame.t, 3) for frame in found] == [0.0, 0.04, 0.08]


@pytest.mark.parametrize("name", ["a.mkv", "a.webm", "a.mp4", "a.ts"])
def test_the_length_is_that_of_what_there_is_however_late_the_stamps_begin(tmp_path: Path, name: str) -> None:
    codec = "libvpx" if name.endswith("webm") else "libx264"
    path = write_video(tmp_path / name, codec, range(9000, 10_000, 40))
    with Recording(path) as recording:
        assert recording.info.duration_s == pytest.approx(1.0, abs=0.1)


def test_of_several_pictures_the_largest_is_looked_at(tmp_path: Path) -> None:
    """Cameras put a small one beside it, for a list of recordings."""
    path = tmp_path / "a.mkv"
    with av.open(str(path), "w") as container:
        for width, height in ((64, 48), (320, 240), (64, 48)):
            stream = container.add_stream("mpeg4", rate=25)
            assert isinstance(stream, VideoStream)
            stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for index in range(5):
            for stream in container.streams.video:
                frame = av.VideoFrame.from_ndarray(corner(index, stream.width, stream.height))
                frame.pts = index
                container.mux(stream.encode(frame))
        for stream in container.streams.video:
            container.mux(stream.encode(None))
    assert {frame.image.shape for frame in frames(path)} == {(240, 320, 3)}


def test_a_recording_can_be_read_twice(tmp_path: Path) -> None:
    recording = Recording(write_video(tmp_path / "a.mp4"))
    assert len(list(recording)) == len(list(recording)) == 10


@pytest.mark.parametrize(
    ("rotation", "mirrored", "red"),
    [
        (0, False, (0, 0)),
        (90, False, (1, 0)),
        (-90, False, (0, 1)),
        (180, False, (1, 1)),
        (0, True, (0, 1)),
    ],
)
def test_the_phone_that_lay_on_its_side(tmp_path: Path, rotation: int, mirrored: bool, red: tuple[int, int]) -> None:
    image = frames(write_video(tmp_path / "a.mp4", rotation=rotation, mirrored=mirrored))[0].image
    assert image.shape[:2] == ((64, 48) if rotation in (90, -90) else (48, 64))
    redness = image[:, :, 0].astype(int) - image[:, :, 2]
    rows, columns = image.shape[0] // 2, image.shape[1] // 2
    quarters = np.array([[redness[:rows, :columns].mean(), redness[:rows, columns:].mean()],
                         [redness[rows:, :columns].mean(), redness[rows:, columns:].mean()]])  # fmt: skip
    assert divmod(int(quarters.argmax()), 2) == red


def test_odd_sizes(tmp_path: Path) -> None:
    image = frames(write_video(tmp_path / "a.mp4", size=(101, 75)))[0].image
    assert image.shape == (75, 101, 3)
    assert np.abs(image.astype(int) - corner(0, 101, 75)).mean() < 6


def test_large_pictures_come_scaled_down(tmp_path: Path) -> None:
    image = frames(write_video(tmp_path / "a.mp4", "mpeg4", (0, 40), size=(3840, 2160)))[0].image
    assert image.shape == (720, LONG_SIDE, 3)
    assert image[100, 100].tolist() == pytest.approx([255, 0, 0], abs=12)


def test_what_is_known_beforehand(tmp_path: Path) -> None:
    path = write_video(tmp_path / "a.mp4", sound=True)
    info = Recording(path).info
    assert (info.path, info.video, info.audio, info.live) == (str(path), True, True, False)
    assert info.duration_s == pytest.approx(1.0, abs=0.1)
    assert info.fps == pytest.approx(25, rel=0.05)


def test_sound_alone_has_no_frames(tmp_path: Path) -> None:
    recording = Recording(write_sound(tmp_path / "a.wav"))
    assert (recording.info.video, recording.info.audio, recording.info.fps) == (False, True, None)
    assert list(recording) == []


@pytest.mark.parametrize("name", ["foto.png", "foto 100%d.jpg"])
def test_a_photograph_is_one_frame(tmp_path: Path, name: str) -> None:
    kind = Path(name).suffix
    found = frames(
        write_video(tmp_path / f"a{kind}", "png" if kind == ".png" else "mjpeg", (0,)).rename(tmp_path / name)
    )
    assert [(frame.t, frame.image.shape) for frame in found] == [(0.0, (48, 64, 3))]


NAMES = ["con espacios y ñ.mp4", "man\u0303ana.mp4", "-i.mkv"] + [
    "http:x.mp4",
    "concat:a|b.mp4",
] * (sys.platform != "win32")  # which has no such names


@pytest.mark.parametrize("name", NAMES)
def test_names_are_only_names(tmp_path: Path, name: str) -> None:
    assert len(frames(write_video(tmp_path / "a.mp4").rename(tmp_path / name))) == 10


@pytest.mark.parametrize("codec", ["mjpeg", "mpeg4"])
def test_a_damaged_avi_keeps_its_time(tmp_path: Path, codec: str) -> None:
    """Every third picture cannot be decoded: the last one is shown when it was, and beside its sound."""
    path = write_video(tmp_path / "a.avi", codec, range(100), base=Fraction(1, 25), size=(160, 120))
    content = bytearray(path.read_bytes())
    chunks = [found.start() for found in re.finditer(b"00dc", content[: content.find(b"idx1")])]
    for at in chunks[10:-5:3]:
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        content[at + 8 : at + 8 + length] = bytes(length)
    path.write_bytes(content)
    found = frames(path)
    assert len(found) < 80
    assert found[-1].t == pytest.approx(99 / 25, abs=0.001)


def test_frames_let_go_of_their_memory_at_once(tmp_path: Path) -> None:
    path = write_video(tmp_path / "a.mkv", "mjpeg", range(0, 4000, 40), size=(640, 480))
    gc.collect()  # nothing else does within a test
    frames(path)
    assert gc.collect() < 50, "decoded frames are held in cycles"


def test_closing_ends_the_reading(tmp_path: Path) -> None:
    recording = Recording(write_video(tmp_path / "a.mp4"))
    seen = 0
    for _ in recording:
        seen += 1
        recording.close()
    assert seen == 1
    assert list(recording) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vacio.mp4", b""),
        ("notas.txt", b"Buenos dias, gracias por llamar.\n" * 50),
        ("lista.m3u8", b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n"),
        ("lista.ffconcat", b"ffconcat version 1.0\nfile http://127.0.0.1:9/a.mp4\n"),
    ],
)
def test_what_is_no_recording_is_said_in_a_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(KnownError, match=f"«{name}».*prueba con otra copia"):
        Recording(tmp_path / name)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="No existe el archivo .*falta.mp4"):
        Recording(tmp_path / "falta.mp4")
    with pytest.raises(KnownError, match="no es un archivo"):
        Recording(tmp_path)


def test_a_video_without_one_good_frame(tmp_path: Path) -> None:
    path = write_video(tmp_path / "a.mkv", "mpeg4")
    data = path.read_bytes()
    first_picture = data.index(b"\x00\x00\x01\xb6")
    path.write_bytes(data[:first_picture])
    with pytest.raises(KnownError, match=r"ni una imagen de «a\.mkv»"):
        list(Recording(path))


@pytest.mark.parametrize("side", [4, 12])
def test_a_tiny_picture_is_refused(tmp_path: Path, side: int) -> None:
    with pytest.raises(KnownError, match=f"{side}×{side} píxeles"):
        Recording(write_video(tmp_path / "a.mkv", "mjpeg", size=(side, side)))


def test_a_strip_is_refused_by_its_size(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="1920×16 píxeles"):
        Recording(write_video(tmp_path / "a.mkv", "mjpeg", size=(1920, 16), stamps=[0]))


def test_a_huge_picture_is_refused(tmp_path: Path) -> None:
    path = write_video(tmp_path / "a.avi", "rawvideo", range(2), base=Fraction(1, 25))
    path.write_bytes(path.read_bytes().replace(b"\x40\0\0\0\x30\0\0\0", b"\x30\x75\0\0\x30\x75\0\0"))
    with pytest.raises(KnownError, match=r"«a\.avi».*desmedido"):
        list(Recording(path))


@pytest.mark.parametrize("codec", ["mjpeg", "libx264"])
def test_a_container_that_lies_about_the_size_does_no_harm(tmp_path: Path, codec: str) -> None:
    path = write_video(tmp_path / "a.mkv", codec, size=(512, 256))
    claim = b"\xb0\x82\x75\x30\xba\x82\x75\x30"  # PixelWidth and PixelHeight of Matroska
    path.write_bytes(path.read_bytes().replace(b"\xb0\x82\x02\x00\xba\x82\x01\x00", claim))
    assert {frame.image.shape for frame in frames(path)} == {(256, 512, 3)}


def test_a_picture_that_turns_out_huge_is_not_decoded(tmp_path: Path) -> None:
    path = write_video(tmp_path / "a.avi", "mjpeg", range(3), base=Fraction(1, 25))
    path.write_bytes(path.read_bytes().replace(b"\x00\x30\x00\x40\x03", b"\x75\x30\x75\x30\x03"))
    with pytest.raises(KnownError, match=r"«a\.avi».*desmedido"):
        list(Recording(path))


def test_what_survives_a_crash_is_read(tmp_path: Path) -> None:
    path = write_video(tmp_path / "a.mkv", "libvpx", range(0, 4000, 40))
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 6 // 10])
    assert 40 < len(frames(path)) < 70


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    folder = tmp_path_factory.mktemp("originals")
    kinds = (("a.mp4", "libx264"), ("b.mkv", "libx264"), ("c.mp4", "libx265"), ("d.webm", "libvpx"),
             ("e.webm", "libvpx-vp9"), ("f.mov", "mpeg4"), ("g.mkv", "mpeg4"))  # fmt: skip
    made = [write_video(folder / name, codec, range(0, 1200, 40), sound=name == "a.mp4") for name, codec in kinds]
    made.append(write_video(folder / "h.avi", "mpeg4", range(30), base=Fraction(1, 25)))
    made.append(write_video(folder / "i.avi", "libx264", range(30), base=Fraction(1, 25)))
    return [path.read_bytes() for path in made]


def test_two_hundred_damaged_recordings(tmp_path: Path, originals: list[bytes]) -> None:
    """Each is read as far as it goes, or refused in a sentence that names it; none takes over five seconds."""
    path = tmp_path / "roto.mp4"
    read = refused = 0
    for what, data in damaged(originals, 200, seed=2026):
        path.write_bytes(data)
        outcome = outcome_within(5, path, lambda path: _count(iter(Recording(path))))
        assert isinstance(outcome, int | str), f"{what}: {outcome!r}"
        read += isinstance(outcome, int)
        refused += isinstance(outcome, str)
    assert read + refused == 200
    assert read >= 60
    assert refused >= 40


def _count(items: Iterator[object]) -> int:
    last, count = -1.0, 0
    for frame in items:
        assert isinstance(frame, Frame)
        assert frame.t > last
        assert max(frame.image.shape) <= LONG_SIDE
        last, count = frame.t, count + 1
    return count
