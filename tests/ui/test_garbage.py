"""What Python's collector is spared."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from coach.ui.garbage import Garbage
from coach.ui.session import Phase, SessionController
from tests.ui.script import Script


@pytest.fixture
def controller(qapp: QApplication) -> Iterator[SessionController]:
    controller = SessionController(Script().session)
    yield controller
    controller.close()
    gc.unfreeze()


def test_what_is_there_in_the_first_session_is_passed_over_and_nothing_later(controller: SessionController) -> None:
    gc.collect()
    before = gc.get_freeze_count()
    garbage = Garbage(controller)
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
    assert garbage is not None
