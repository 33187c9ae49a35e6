"""The player on real recordings: whatever the disk does, the window's own thread goes on, and no thread is left."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from coach.core.events import Frame
from coach.media.medium import Medium, StoredMedium
from coach.ui.review_player import ReviewPlayer

DEMO = Path(__file__).resolve().parents[2] / "fixtures" / "demo.mp4"
SLOW_S = 0.8
LONGEST_S = 0.5
"""Far below what the disk takes, and far above what a busy machine adds; 50 ms are the goal."""


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[ReviewPlayer]:
    before = set(threading.enumerate())
    player = ReviewPlayer()
    yield player
    player.close_down()
    player.deleteLater()
    assert set(threading.enumerate()) <= before, "every thread was joined"


@pytest.fixture
def gaps(qtbot: QtBot) -> Iterator[list[float]]:
    """How long the window's own thread was away, each time."""
    found: list[float] = []
    last = time.monotonic()

    def beat() -> None:
        nonlocal last
        now = time.monotonic()
        found.append(now - last)
        last = now

    timer = QTimer(interval=5)
    timer.timeout.connect(beat)
    timer.start()
    yield found
    timer.stop()


def slow_demo(opened: list[float]) -> StoredMedium:
    """The demonstration on a disk that has to spin up."""

    def open_it() -> BinaryIO:
        time.sleep(SLOW_S)
        opened.append(time.monotonic())
        return BytesIO(DEMO.read_bytes())

    return StoredMedium("lenta", open_it)


def test_a_slow_disk_keeps_nobody_waiting(player: ReviewPlayer, qtbot: QtBot, gaps: list[float]) -> None:
    frames: list[Frame] = []
    player.frame.connect(frames.append)
    begun = time.monotonic()
    player.open(30.0, slow_demo([]))
    player.seek(4.0)
    assert time.monotonic() - begun < LONGEST_S
    assert player.opening
    assert not player.video
    qtbot.waitUntil(lambda: not player.opening, timeout=20_000)
    assert player.video
    qtbot.waitUntil(lambda: bool(frames), timeout=20_000)
    assert frames[-1].t == pytest.approx(4.0, abs=0.1), "it goes where it was sent meanwhile"
    assert time.monotonic() - begun > SLOW_S, "the disk was slow"
    assert max(gaps) < LONGEST_S


def test_what_is_asked_for_last_is_what_opens(player: ReviewPlayer, qtbot: QtBot, gaps: list[float]) -> None:
    slow: list[float] = []
    for file in (slow_demo(slow), DEMO, slow_demo(slow), slow_demo(slow), DEMO):
        player.open(30.0, file)
    player.play(1.0)
    qtbot.waitUntil(lambda: not player.opening, timeout=20_000)
    assert player.file == DEMO
    assert player.video
    assert len(slow) <= 3, "what nobody waits for any more is not opened at all, or at most begun"
    with qtbot.waitSignal(player.frame, timeout=20_000):
        pass
    assert max(gaps) < LONGEST_S


def test_letting_go_in_the_middle(player: ReviewPlayer, qtbot: QtBot, gaps: list[float]) -> None:
    player.open(30.0, DEMO)
    qtbot.waitUntil(lambda: not player.opening, timeout=20_000)
    player.play(2.0)
    with qtbot.waitSignal(player.outline, timeout=20_000):
        pass
    begun = time.monotonic()
    player.close()
    assert time.monotonic() - begun < LONGEST_S
    frames: list[Frame] = []
    player.frame.connect(frames.append)
    qtbot.wait(300)
    assert frames == [], "what was let go of shows nothing any more"
    assert (player.video, player.silent, player.speed) == (False, True, 0.0)
    assert max(gaps) < LONGEST_S


@pytest.mark.parametrize("content", [b"", b"no es un video" * 1000])
def test_why_a_recording_cannot_be_played(player: ReviewPlayer, qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "rota.mp4"
    file.write_bytes(content)
    broken: list[Medium] = [file, StoredMedium("borrada", lambda: None)]
    for medium, reason in zip(broken, ("No pude abrir «rota.mp4»", "ya no está: se borró"), strict=True):
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
