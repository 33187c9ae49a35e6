"""The player on real recordings: whatever the disk does, the window's own thread goes on, and no thread is left."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from coach.core.events import Frame
from coach.media.medium import Medium, StoredMedium
from coach.ui.review_medium import Playing
from coach.ui.review_player import ReviewPlayer

DEMO = Path(__file__).resolve().parents[2] / "fixtures" / "demo.mp4"
PATIENCE_S = 20.0
"""Whoever waited for the disk would be here so long, and find it ready."""


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[ReviewPlayer]:
    before = set(threading.enumerate())
    player = ReviewPlayer()
    yield player
    player.close_down()
    player.deleteLater()
    assert set(threading.enumerate()) <= before, "every thread was joined"


@pytest.fixture
def beats(qtbot: QtBot) -> Iterator[list[None]]:
    """One more each time that the window's own thread had nothing else to do."""
    found: list[None] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: found.append(None))
    timer.start()
    yield found
    timer.stop()


class Disk:
    """Has to spin up: whoever reads the demonstration from it waits until it is `ready`."""

    def __init__(self) -> None:
        self.ready, self.asked = threading.Event(), threading.Event()
        self.opened = 0

    def demo(self) -> StoredMedium:
        return StoredMedium("lenta", self._open)

    def _open(self) -> BinaryIO:
        self.asked.set()
        self.ready.wait(PATIENCE_S)
        self.opened += 1
        return BytesIO(DEMO.read_bytes())


def test_a_slow_disk_keeps_nobody_waiting(player: ReviewPlayer, qtbot: QtBot, beats: list[None]) -> None:
    disk, frames = Disk(), list[Frame]()
    player.frame.connect(frames.append)
    player.open(30.0, disk.demo())
    player.seek(4.0)
    qtbot.waitUntil(lambda: disk.asked.is_set() and len(beats) > 10, timeout=15_000)
    assert disk.opened == 0
    assert player.opening
    assert not player.video
    disk.ready.set()
    qtbot.waitUntil(lambda: not player.opening, timeout=20_000)
    assert player.video
    qtbot.waitUntil(lambda: bool(frames), timeout=20_000)
    assert frames[-1].t == pytest.approx(4.0, abs=0.1), "it goes where it was sent meanwhile"


def test_what_is_asked_for_last_is_what_opens(player: ReviewPlayer, qtbot: QtBot) -> None:
    first, later = Disk(), Disk()
    player.open(30.0, first.demo())
    qtbot.waitUntil(first.asked.is_set, timeout=20_000)
    for file in (DEMO, later.demo(), later.demo(), DEMO):
        player.open(30.0, file)
    player.play(1.0)
    assert first.opened == 0, "nobody waited"
    first.ready.set()
    qtbot.waitUntil(lambda: not player.opening, timeout=20_000)
    assert player.file == DEMO
    assert player.video
    assert not later.asked.is_set(), "what nobody waits for any more is not opened at all"
    with qtbot.waitSignal(player.frame, timeout=20_000):
        pass


def test_letting_go_in_the_middle(player: ReviewPlayer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    closers: list[threading.Thread] = []
    close = Playing.close

    def told(playing: Playing) -> None:
        closers.append(threading.current_thread())
        close(playing)

    monkeypatch.setattr(Playing, "close", told)
    player.open(30.0, DEMO)
    qtbot.waitUntil(lambda: not player.opening, timeout=20_000)
    player.play(2.0)
    with qtbot.waitSignal(player.outline, timeout=20_000):
        pass
    player.close()
    frames: list[Frame] = []
    player.frame.connect(frames.append)
    qtbot.wait(300)
    assert frames == [], "what was let go of shows nothing any more"
    assert (player.video, player.silent, player.speed) == (False, True, 0.0)
    qtbot.waitUntil(lambda: len(closers) == 1, timeout=20_000)
    assert closers[0] is not threading.main_thread(), "the disk may take its time"


def test_what_is_let_go_of_while_it_opens_is_not_held(player: ReviewPlayer, qtbot: QtBot) -> None:
    before, disk, done = set(threading.enumerate()), Disk(), threading.Event()
    player.open(30.0, disk.demo())
    qtbot.waitUntil(disk.asked.is_set, timeout=20_000)
    player.close()
    disk.ready.set()
    player._medium._background.run(done.set, lambda _: None)
    qtbot.waitUntil(done.is_set, timeout=20_000)
    assert disk.opened > 0
    assert {thread.name for thread in set(threading.enumerate()) - before} <= {"background_0"}


@pytest.mark.parametrize(
    ("content", "told"), [(b"", "«rota.mp4» está vacío"), (b"no es un video" * 1000, "No pude abrir «rota.mp4»")]
)
def test_why_a_recording_cannot_be_played(
    player: ReviewPlayer, qtbot: QtBot, tmp_path: Path, content: bytes, told: str
) -> None:
    file = tmp_path / "rota.mp4"
    file.write_bytes(content)
    broken: list[Medium] = [file, StoredMedium("borrada", lambda: None)]
    for medium, reason in zip(broken, (told, "ya no está: se borró"), strict=True):
        player.open(30.0, medium)
        qtbot.waitUntil(lambda: not player.opening, timeout=20_000)
        assert reason in player.trouble
        assert player.file is None
        player.play(1.0)
        qtbot.waitUntil(lambda: player.t > 0.1)
    player.open(30.0, DEMO)
    assert player.trouble == ""


def test_once_closed_down_nothing_opens(player: ReviewPlayer, qtbot: QtBot) -> None:
    player.close_down()
    player.open(30.0, DEMO)
    qtbot.wait(50)
    assert not player.video
