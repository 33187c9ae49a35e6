"""The sound of an address, from a real server that sends it live: what is heard, its losses and its returns."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, Sound
from coach.errors import KnownError
from coach.voz.microphone import address_microphone
from coach.voz.open_sound import open_sound
from coach.voz.own_program import start
from tests.support.mjpeg_server import MjpegServer, jpegs, moving_bar
from tests.support.record import Record
from tests.support.sound_server import SoundServer
from tests.support.sounds import tone, write_wave

SECONDS = 30.0
HZ = 440.0
Listen = Callable[[str], Record[Sound]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("live")


@pytest.fixture(scope="module")
def sound(folder: Path) -> Path:
    return write_wave(folder / "a.mka", tone(HZ, SECONDS, 48_000, 2), 48_000)


@pytest.fixture(scope="module")
def film(folder: Path) -> Path:
    pictures = range(0, round(1000 * SECONDS), 200)
    return write_wave(folder / "b.ts", tone(HZ, SECONDS, 44_100), 44_100, "aac", pictures=pictures)


@pytest.fixture
def listen() -> Iterator[Listen]:
    records: list[Record[Sound]] = []

    def begin(url: str) -> Record[Sound]:
        records.append(Record[Sound](open_sound(url, live=True)))
        return records[-1]

    yield begin
    for record in records:
        record.close()


def loudest_hz(sounds: list[Sound]) -> float:
    samples = np.concatenate([sound.samples for sound in sounds])
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(spectrum.argmax() * SAMPLE_RATE / len(samples))


def in_order(record: Record[Sound]) -> bool:
    sounds = record.frames()
    return all(after.t >= before.end_s - 1e-6 for before, after in zip(sounds, sounds[1:], strict=False))


@pytest.mark.parametrize("kind", ["sound", "film"])
def test_what_is_sent_is_heard_as_it_comes(kind: str, request: pytest.FixtureRequest, listen: Listen) -> None:
    with SoundServer(request.getfixturevalue(kind), SECONDS) as server:
        record = listen(server.url)
        record.wait_frames(60, at_most=10)
        assert loudest_hz(record.frames()[:60]) == pytest.approx(HZ, abs=3)
        first, _ = record.items[0]
        last, newest = record.items[-1]
        assert isinstance(newest, Sound)
        assert newest.end_s < last - first + 2.0
        assert in_order(record)
        assert (record.source.info.live, record.source.info.video) == (True, False)


def test_what_comes_faster_than_time_is_heard_in_time(sound: Path, listen: Listen) -> None:
    with SoundServer(sound, SECONDS, pace=0.05) as server:
        record = listen(server.url)
        record.wait_frames(1, at_most=10)
        time.sleep(1.5)
        assert record.frames()[-1].end_s < 3.5


def test_a_stream_that_stalls_and_goes_on(sound: Path, listen: Listen) -> None:
    with SoundServer(sound, SECONDS) as server:
        record = listen(server.url)
        record.wait_frames(5, at_most=10)
        server.silent.set()
        assert record.wait("microfono_detenido", True, time.monotonic(), 5) <= 2.0
        slept = record.frames()[-1].end_s
        back = time.monotonic()
        server.silent.clear()
        record.wait("microfono_detenido", False, back, 10)
        record.wait_frames(5)
        assert record.frames()[-1].t > slept + 1.0
        assert in_order(record)


def test_a_server_that_dies_and_comes_back(sound: Path, listen: Listen) -> None:
    with SoundServer(sound, SECONDS) as server:
        record = listen(server.url)
        record.wait_frames(5, at_most=10)
        before = record.frames()[-1].end_s
        server.kill()
        assert record.wait("microfono_desconectado", True, time.monotonic() - 0.1, 5) <= 2.0
        back = time.monotonic()
        server.start()
        record.wait("microfono_desconectado", False, back, 10)
        record.wait_frames(5)
        assert record.frames()[-1].t > before + 0.2
        assert in_order(record)


@pytest.mark.parametrize(
    ("status", "condition"),
    [(401, "microfono_sin_permiso"), (503, "microfono_ocupado"), (404, "microfono_desconectado")],
)
def test_why_nothing_comes(sound: Path, listen: Listen, status: int, condition: str) -> None:
    with SoundServer(sound, SECONDS, status=status) as server:
        record = listen(server.url)
        record.wait(condition, True, time.monotonic() - 1, 8)
        server.status = 200
        record.wait_frames(5, at_most=10)
        assert record.conditions()[-1].active is False


def test_pictures_alone_are_answered_in_a_sentence() -> None:
    with (
        MjpegServer(jpegs(moving_bar(5, 64, 48))) as server,
        address_microphone(server.url) as source,
        pytest.raises(KnownError, match="no trae sonido"),
    ):
        list(source)  # a slow start is told first


def test_a_program_that_has_nothing_to_hear_ends_without_a_crash() -> None:
    """Windows and macOS would show a dialog for it."""
    pipe = subprocess.PIPE
    with (
        MjpegServer(jpegs(moving_bar(5, 64, 48))) as server,
        start("coach.voz.address", stdin=pipe, stdout=pipe, stderr=pipe) as program,
    ):
        assert program.stdin is not None
        assert program.stderr is not None
        program.stdin.write(server.url.encode() + b"\n")
        program.stdin.flush()
        assert program.wait(60) == 0
        assert program.stderr.read() == b""


def test_closing_an_address_that_never_answers_takes_no_time(sound: Path) -> None:
    before = set(threading.enumerate())
    with SoundServer(sound, SECONDS) as server:
        server.silent.set()
        record = Record[Sound](open_sound(server.url))
        time.sleep(0.5)
        began = time.monotonic()
        record.close()
        assert time.monotonic() - began < 1.0
    assert set(threading.enumerate()) <= before


@pytest.mark.parametrize("text", ["ftp://radio/voz", "http://", "http://camara:99999/"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(KnownError, match="no es una dirección"):
        open_sound(text)
