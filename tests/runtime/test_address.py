"""A live session on an address: its picture and its own sound, or its picture alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from coach.app import live_session
from coach.core.events import Event, Frame, VoiceFeatures
from coach.core.landmarks import Perceived
from coach.runtime.session import Session
from tests.support.mjpeg_server import MjpegServer, jpegs, moving_bar
from tests.support.sound_server import SoundServer
from tests.support.sounds import hiss, write_wave

SECONDS = 40.0


class Watched:
    """A session on the picture and the sound of `url`, and what it reports."""

    def __init__(self, url: str) -> None:
        self.frames: list[Frame] = []
        self.voice: list[VoiceFeatures] = []
        self.errors: list[Exception] = []
        self.session: Session = live_session(
            url,
            microphone=url,
            on_frame=self.frames.append,
            on_events=self._take,
            on_error=self.errors.append,
            adaptive=False,
        )

    def _take(self, events: list[Event], _: Perceived | None) -> None:
        self.voice += [event for event in events if isinstance(event, VoiceFeatures)]

    def until(self, come: Callable[[], bool]) -> None:
        self.session.start()
        deadline = time.monotonic() + 30
        while not come():
            assert self.errors == []
            assert time.monotonic() < deadline, (len(self.frames), len(self.voice))
            time.sleep(0.05)


def test_an_address_is_seen_and_heard(tmp_path: Path) -> None:
    pictures = range(0, round(1000 * SECONDS), 100)
    film = write_wave(tmp_path / "a.mkv", hiss(SECONDS, 44_100), 44_100, "aac", pictures=pictures)
    with SoundServer(film, SECONDS) as server:
        watched = Watched(server.url)
        try:
            watched.until(lambda: len(watched.frames) >= 20 and len(watched.voice) >= 20)
            assert not watched.session.voice_over
        finally:
            watched.session.stop()
    assert watched.errors == []


def test_an_address_without_sound_is_seen_all_the_same() -> None:
    with MjpegServer(jpegs(moving_bar(30))) as server:
        watched = Watched(server.url)
        try:
            watched.until(lambda: watched.session.voice_over and len(watched.frames) >= 5)
            seen = len(watched.frames)
            watched_until = time.monotonic() + 10
            while len(watched.frames) < seen + 10:
                assert time.monotonic() < watched_until
                time.sleep(0.05)
            assert watched.session.running
        finally:
            watched.session.stop()
    assert (watched.errors, watched.voice) == ([], [])
