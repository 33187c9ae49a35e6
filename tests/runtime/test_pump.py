"""Reading ahead in a thread that always ends."""

from __future__ import annotations

from pathlib import Path

from coach.core.events import Frame
from coach.errors import KnownError
from coach.runtime.mailbox import Mailbox
from coach.runtime.pump import Item, Pump
from coach.vision.open_source import open_source
from coach.vision.recording import Recording
from tests.support.media import write_video


def test_it_hands_over_everything_and_shows_every_frame(tmp_path: Path) -> None:
    path, box = write_video(tmp_path / "a.mp4"), Mailbox[Item](4, lossless=True)
    shown: list[Frame] = []
    pump = Pump(lambda: Recording(path), box, shown.append)
    pump.start()
    assert list(box) == shown
    assert len(shown) == 10
    assert pump.join()
    assert pump.error is None


def test_a_full_box_does_not_keep_it_from_stopping(tmp_path: Path) -> None:
    path = write_video(tmp_path / "a.mp4")
    pump = Pump(lambda: Recording(path), Mailbox[Item](1, lossless=True))
    pump.start()
    pump.stop()
    assert pump.join()


def test_its_error_waits_for_whoever_drains_the_box() -> None:
    box = Mailbox[Item](1)
    pump = Pump(lambda: open_source("no/existe.mp4"), box)
    pump.start()
    assert list(box) == []
    assert pump.join()
    assert isinstance(pump.error, KnownError)


def test_stopping_before_it_began(tmp_path: Path) -> None:
    path = write_video(tmp_path / "a.mp4")
    box = Mailbox[Item](1)
    pump = Pump(lambda: Recording(path), box)
    pump.stop()
    pump.start()
    assert list(box) == []
    assert pump.join()
