"""The whole window live on a real chain at 30 fps, from start to stop, while somebody keeps pressing keys.

`COACH_SOAK_S=60` makes it as long as the bar asks for; by default it is short. Longest stretches are measured as the
main thread's own processor time between two beats of a 5 ms timer, which other programs on the machine hardly change.
"""

from __future__ import annotations

import os
import statistics
import time
import wave
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QInputDevice, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.benchmark.clip import lengthen, make_clip
from coach.manual.moments import load_moments
from coach.settings import preferences_file
from coach.ui.composition import LIVE, Composition
from coach.ui.garbage import Garbage
from coach.ui.live_page import LivePage
from coach.ui.main import HEARTBEAT_MS
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.session import Phase
from coach.ui.theme import DARK
from coach.ui.topics import topic_ids

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
SOAK_S = float(os.environ.get("COACH_SOAK_S", "8"))
WARM_S = 3.0
EVERY_S = 0.2
LONGEST_S = 0.05


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """The demonstration at 30 fps, long enough."""
    short = make_clip(FIXTURES / "demo.mp4", tmp_path / "corto.mp4", 6.0)
    return lengthen(short, tmp_path / "largo.mp4", SOAK_S + 60)


@pytest.fixture
def voice(tmp_path: Path) -> Path:
    """A voice over and over."""
    path = tmp_path / "voz.wav"
    with wave.open(str(FIXTURES / "audio" / "voz_grave.wav")) as original, wave.open(str(path), "wb") as out:
        sound = original.readframes(original.getnframes())
        out.setparams(original.getparams())
        out.writeframes(sound * int((SOAK_S + 60) / (original.getnframes() / original.getframerate()) + 1))
    return path


class Heartbeat:
    """The longest stretches, in s of the main thread's processor time and of the wall's."""

    def __init__(self) -> None:
        self.busy: list[float] = []
        self.wall: list[float] = []
        self._then = (time.thread_time(), time.monotonic())
        self._timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = (time.thread_time(), time.monotonic())
        self.busy.append(now[0] - self._then[0])
        self.wall.append(now[1] - self._then[1])
        self._then = now


class Presser(Thread):
    """Presses the digits 1 to 9 in turn from a thread of its own, as a keyboard would, whatever the window does."""

    def __init__(self, page: LivePage) -> None:
        super().__init__()
        QInputDevice.primaryKeyboard()  # which Qt makes with the first key, on whichever thread
        self._page, self._over = page, Event()
        self.pressed: list[int] = []

    def run(self) -> None:
        while not self._over.wait(EVERY_S):
            place = len(self.pressed) % 9 + 1
            self.pressed.append(place)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = Qt.Key.Key_0 + place
                QCoreApplication.postEvent(self._page, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, str(place)))

    def end(self) -> None:
        self._over.set()
        self.join()


@pytest.fixture
def whole(qapp: QApplication) -> Iterator[Composition]:
    """All of the window, as it is composed and collected for the desktop."""
    garbage = Garbage()
    made = Composition(PreferencesKeeper(preferences_file(), topic_ids()))
    garbage.follow(made.live.controller)
    beat = QTimer(qapp, interval=HEARTBEAT_MS)
    beat.timeout.connect(garbage.look)
    beat.start()
    yield made
    beat.stop()
    garbage.close()


def in_words(name: str, stretches: Sequence[float]) -> str:
    """Median, 99th percentile and longest."""
    told = (statistics.median(stretches), statistics.quantiles(stretches, n=100)[98], max(stretches))
    return name + " {:.1f}, {:.1f}, {:.1f} ms".format(*(1000 * stretch for stretch in told))


@pytest.mark.timeout(SOAK_S + 300)
def test_no_key_is_lost_and_the_window_never_stalls(qtbot: QtBot, whole: Composition, clip: Path, voice: Path) -> None:
    page = whole.live
    page.top_bar.source.choose(str(clip))
    page.top_bar.microphone.choose(str(voice))
    window = whole.window(LIVE)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    qtbot.wait(round(1000 * WARM_S))
    chosen: list[str] = []
    page.service.changed.connect(lambda moment, client: chosen.append(moment))
    heartbeat, presser = Heartbeat(), Presser(page)
    page.toggle()
    qtbot.waitUntil(lambda: page.controller.phase is Phase.RUNNING, timeout=60_000)
    qtbot.waitUntil(lambda: "palabras por minuto" in page.voice.rate.text, timeout=60_000)
    presser.start()
    acts = (
        page.small.turn,
        page.small.leave,
        page.service.crisis.emit,
        partial(window.set_appearance, DARK, 1.0),
        partial(window.resize, 1920, 1080),
        page.service.crisis.emit,
        partial(window.resize, 1280, 800),
    )
    for act in acts:
        qtbot.wait(round(1000 * SOAK_S / (len(acts) + 1)))
        act()
    qtbot.wait(round(1000 * SOAK_S / (len(acts) + 1)))
    presser.end()
    qtbot.waitUntil(lambda: len(chosen) == len(presser.pressed))
    stats = page.controller.stats
    page.toggle()
    qtbot.waitUntil(lambda: page.controller.phase is Phase.OFF, timeout=10_000)
    heartbeat.stop()
    print(f"{in_words('busy', heartbeat.busy)}, {in_words('wall', heartbeat.wall)}, {len(chosen)} keys, {stats}")
    assert chosen == [list(load_moments())[place - 1] for place in presser.pressed]
    assert len(chosen) > 0.5 * SOAK_S / EVERY_S
    assert max(heartbeat.busy) <= LONGEST_S
    window.close()
    window.deleteLater()
