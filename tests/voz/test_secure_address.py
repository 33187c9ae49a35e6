"""Addresses of https and rtsp, from real servers: what is heard of them, and whom they are not trusted to be."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from cryptography import x509

from coach.core.events import SAMPLE_RATE, Frame, Sound
from coach.errors import KnownError
from coach.media.certificate import certificate
from coach.media.container import open_address
from coach.vision.camera import address_camera
from coach.voz.microphone import address_microphone
from coach.voz.open_sound import open_sound
from tests.support.certificates import HERE, Authority
from tests.support.mjpeg_server import MjpegServer, jpegs, moving_bar
from tests.support.record import Record
from tests.support.rtsp_server import RATE, RtspServer
from tests.support.sound_server import SoundServer
from tests.support.sounds import tone, write_wave

HZ = 440.0
SECONDS = 20.0


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return write_wave(tmp_path / "a.mka", tone(HZ, SECONDS, 48_000, 2), 48_000)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def trusted(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """An authority that this computer trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    return authority


def loudest_hz(url: str) -> float:
    """Of the first sounds that come from `url`."""
    record = Record[Sound](open_sound(url, live=True))
    try:
        record.wait_frames(40, at_most=15)
        samples = np.concatenate([one.samples for one in record.frames()[:40]])
    finally:
        record.close()
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(spectrum.argmax() * SAMPLE_RATE / len(samples))


def test_a_trusted_https_address_is_heard(sound: Path, trusted: Authority) -> None:
    with SoundServer(sound, SECONDS, tls=trusted.server()) as server:
        assert server.url.startswith("https:")
        assert loudest_hz(server.url) == pytest.approx(HZ, abs=3)


def test_who_signed_for_oneself_is_not_heard(sound: Path, authority: Authority) -> None:
    with (
        SoundServer(sound, SECONDS, tls=authority.server()) as server,
        address_microphone(server.url) as source,
        pytest.raises(KnownError, match="No es seguro .* no lo firmó nadie"),
    ):
        list(source)  # a slow start is told first


@pytest.mark.parametrize(
    ("names", "since_days", "days", "why"),
    [
        ((x509.DNSName("otra.example"),), -10, 2, "es de otra dirección"),
        (HERE, -10, -1, "ya venció"),
        (HERE, 1, 2, "todavía no es válido"),
    ],
)
def test_why_a_certificate_is_not_trusted(
    trusted: Authority, names: tuple[x509.GeneralName, ...], since_days: int, days: int, why: str
) -> None:
    tls = trusted.server(names, days, since_days)
    with MjpegServer([], tls=tls) as server, pytest.raises(KnownError, match=f"«127.0.0.1».*{why}"):
        certificate(server.url)


def test_a_certificate_is_asked_for_where_there_is_one_alone(trusted: Authority) -> None:
    with MjpegServer([]) as server:
        assert certificate(server.url) is None
        assert certificate(server.url.replace("http:", "https:")) is None, "opening tells what is wrong"
    assert certificate(server.url.replace("http:", "https:")) is None, "nobody is there any more"


def test_pictures_of_a_stranger_are_not_shown(authority: Authority) -> None:
    with (
        MjpegServer(jpegs(moving_bar(5, 64, 48)), tls=authority.server()) as server,
        address_camera(server.url) as camera,
        pytest.raises(KnownError, match="No es seguro"),
    ):
        list(camera)


def test_another_certificate_than_the_one_that_was_seen_is_not_heard(
    sound: Path, trusted: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "otra").mkdir()
    stranger = Authority(tmp_path / "otra")
    with MjpegServer([], tls=trusted.server()) as server:
        seen = certificate(server.url)
    monkeypatch.setattr("coach.media.container.certificate", lambda url: seen)
    with SoundServer(sound, SECONDS, tls=stranger.server()) as server:
        assert open_address(server.url) is None


def test_who_shows_no_certificate_in_time_is_neither_heard_nor_seen(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.media.certificate._ANSWER_S", 0.0)  # a stranger might let the first to ask wait
    with MjpegServer(jpegs(moving_bar(5, 64, 48)), tls=authority.server()) as server:
        assert certificate(server.url) is None
        assert open_address(server.url) is None
        record = Record[Frame](address_camera(server.url))
        try:
            record.wait("camara_detenida", True, time.monotonic() - 1, 10)
            assert record.frames() == []
        finally:
            record.close()


def test_an_rtsp_address_is_heard() -> None:
    with RtspServer((tone(HZ, 1.0, RATE)[:, 0] * 32767).astype(np.int16)) as server:
        assert loudest_hz(server.url) == pytest.approx(HZ, abs=3)


def test_an_rtsp_address_that_refuses_is_told() -> None:
    with RtspServer(np.zeros(RATE, np.int16), status="404 Not Found") as server:
        record = Record[Sound](open_sound(server.url, live=True))
        try:
            record.wait("microfono_detenido", True, time.monotonic() - 1, 10)
        finally:
            record.close()
