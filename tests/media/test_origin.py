"""Time 0 is where a medium begins, for its picture and its sound alike, whichever of them comes first."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from coach.core.events import Sound
from coach.vision.recording import Recording
from coach.voz.sound_file import SoundFile
from tests.support.media import write_video
from tests.support.sounds import tone, write_wave

PICTURES = range(0, 4000, 40)


def heard(path: Path) -> list[Sound]:
    return [item for item in SoundFile(path) if isinstance(item, Sound)]


@pytest.mark.parametrize(("name", "codec"), [("a.mkv", "pcm_s16le"), ("a.webm", "libopus"), ("a.mp4", "aac")])
def test_a_picture_that_comes_late_leaves_no_sound_out(tmp_path: Path, name: str, codec: str) -> None:
    late = range(1000, 3000, 40)
    path = write_wave(tmp_path / name, tone(440, 3.0, 48_000), 48_000, codec, pictures=late, picture_codec=PLAYED[name])
    sounds = heard(path)
    assert sounds[0].t == pytest.approx(0.0, abs=0.03)
    assert sounds[-1].end_s == pytest.approx(3.0, abs=0.05)
    assert [round(frame.t, 2) for frame in Recording(path)] == [stamp / 1000 for stamp in late]
    assert next(Recording(path).since(2.0)).t == pytest.approx(2.0, abs=0.001)
    assert next(SoundFile(path).since(2.0)).t == pytest.approx(2.0, abs=0.001)


PLAYED = {"a.mkv": "mpeg4", "a.mp4": "mpeg4", "a.webm": "libvpx"}


@pytest.mark.parametrize(("name", "codec"), [("a.mkv", "pcm_s16le"), ("a.mp4", "aac")])
def test_sound_that_comes_late_is_played_late(tmp_path: Path, name: str, codec: str) -> None:
    path = write_wave(tmp_path / name, tone(440, 1.0, 48_000), 48_000, codec, start_s=2.0, pictures=PICTURES)
    assert next(SoundFile(path).since(0.0)).t == pytest.approx(2.0, abs=0.03)
    assert next(SoundFile(path).since(2.5)).t == pytest.approx(2.5, abs=0.001)
    assert list(SoundFile(path).since(3.5)) == []


def test_what_an_encoder_puts_before_a_sound_moves_no_picture(tmp_path: Path) -> None:
    path = write_wave(tmp_path / "a.mkv", tone(440, 1.0, 48_000), 48_000, pictures=range(90, 1090, 40))
    assert next(iter(Recording(path))).t == 0.0


def test_pictures_that_cannot_be_read_move_no_others(tmp_path: Path) -> None:
    """As in what was cut out of a broadcast: it begins amid pictures whose key came before."""
    whole = write_video(tmp_path / "a.mkv", "mpeg4", PICTURES)
    with av.open(str(whole)) as old, av.open(str(tmp_path / "b.mkv"), "w") as new:
        stream = new.add_stream_from_template(old.streams.video[0])
        for packet in old.demux(video=0):
            if packet.pts is None:
                continue
            copy = av.Packet(b"\0" * packet.size if packet.pts < 480 else bytes(packet))
            copy.pts, copy.dts, copy.time_base, copy.stream = packet.pts, packet.dts, packet.time_base, stream
            copy.is_keyframe = packet.is_keyframe
            new.mux(copy)
    assert next(iter(Recording(tmp_path / "b.mkv"))).t == pytest.approx(0.48, abs=0.001)
