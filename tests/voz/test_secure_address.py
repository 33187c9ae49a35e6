"""Addresses of https and rtsp, from real servers: what is heard of them, and whom they are not trusted to be."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from cryptography import x509

from coach.core.events import SAMPLE_RATE, Sound
from coach.errors import KnownError
from coach.media.certificate import certificate
from coach.vision.camera import address_camera
from coach.voz.microphone import address_microphone
from coach.voz.open_sound import open_sound
from tests.support.certificates import Authority
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
        next(iter(source))


@pytest.mark.parametrize(
    ("names", "days", "why"),
    [
        ((x509.DNSName("otra.example"),), 2, "es de otra dirección"),
        (None, -1, "ya venció"),
    ],
)
def test_why_a_certificate_is_not_trusted(
    trusted: Authority, names: tuple[x509.GeneralName, ...] | None, days: int, why: str
) -> None:
    tls = trusted.server(days=days) if names is None else trusted.server(names, days)
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
        next(iter(camera))


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
