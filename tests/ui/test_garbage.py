"""What Python's collector is spared, and where it runs."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coach.ui.garbage import Garbage
from coach.ui.session import Phase, SessionController
from tests.ui.script import Script

ROOT = Path(__file__).resolve().parents[2]
A_WIDGET_IN_A_CYCLE = """
import gc, sys, threading
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from coach.ui import composition, main

class Panel(QWidget):
    pass

ended = []

def leave():
    panel = Panel()
    panel.itself = panel
    panel.destroyed.connect(lambda: ended.append(threading.current_thread().name), Qt.ConnectionType.DirectConnection)

class Busy(composition.MainWindow):
    def show(self):
        super().show()
        QTimer.singleShot(0, self.work)

    def work(self):
        assert gc.get_freeze_count() > 1000, "what is there when the window shows is passed over"
        leave()
        self.worker = threading.Thread(target=lambda: [[[each] for each in range(100_000)] for _ in range(10)])
        self.worker.start()
        self.until = QTimer(self, interval=50)
        self.until.timeout.connect(lambda: None if self.worker.is_alive() or not ended else self.close())
        self.until.start()

composition.MainWindow = Busy
code = main.run()
print(*ended)
sys.exit(code)
"""


@pytest.fixture
def controller(qapp: QApplication) -> Iterator[SessionController]:
    controller = SessionController(Script().session)
    yield controller
    controller.close()


@pytest.fixture
def garbage() -> Iterator[Garbage]:
    made = Garbage()
    yield made
    made.close()
    gc.disable()  # as for all tests


def test_what_is_there_in_the_first_session_is_passed_over_and_nothing_later(
    controller: SessionController, garbage: Garbage
) -> None:
    before = gc.get_freeze_count()
    garbage.follow(controller)
    assert gc.get_freeze_count() == before, "nobody waits yet"
    controller.phase_changed.emit(Phase.STARTING)
    started = gc.get_freeze_count()
    assert started - before > 1000
    loaded: list[list[int]] = [[] for _ in range(1000)]
    controller.phase_changed.emit(Phase.RUNNING)
    assert gc.get_freeze_count() - started >= len(loaded)
    controller.phase_changed.emit(Phase.OFF)
    gc.unfreeze()
    for phase in (Phase.STARTING, Phase.RUNNING):
        controller.phase_changed.emit(phase)
    assert gc.get_freeze_count() == 0


def test_a_widget_that_nobody_uses_any_more_is_ended_by_the_windows_thread_however_much_others_work() -> None:
    done = subprocess.run(
        [sys.executable, "-c", A_WIDGET_IN_A_CYCLE],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["MainThread"]


def test_what_tests_leave_is_collected_between_them_alone() -> None:
    assert not gc.isenabled(), "a test switched the collector on: workers of later ones would end widgets of earlier"
