"""How much can still be recorded is said where sessions are kept, without keeping the window waiting."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from coach.ui.room import Room


@pytest.mark.parametrize(
    ("seconds", "said", "brief"),
    [
        (0.0, "Ya no queda espacio para grabar video.", "Espacio: 0 min"),
        (600.0, "Queda espacio para unos 10 minutos de video.", "Espacio: 10 min"),
        (9.9 * 3600, "Queda espacio para unas 9 horas de video.", "Espacio: 9 h"),
    ],
)
def test_it_is_looked_for_on_a_worker_and_told(qtbot: QtBot, seconds: float, said: str, brief: str) -> None:
    threads: list[threading.Thread] = []

    def look() -> float:
        threads.append(threading.current_thread())
        return seconds

    owner = QObject()
    room = Room(look, owner)
    with qtbot.waitSignal(room.told) as told:
        room.refresh()
    assert told.args == [said, brief]
    assert threads != [threading.main_thread()]
    room.close()


def test_a_disk_that_does_not_say_is_told_too(qtbot: QtBot) -> None:
    def look() -> float:
        raise OSError("gone")

    owner = QObject()
    room = Room(look, owner)
    with qtbot.waitSignal(room.told) as told:
        room.refresh()
    assert told.args == ["El disco no dice cuánto espacio le queda.", ""]
    room.close()


def test_while_a_session_is_recorded_it_is_looked_for_again_and_again(qtbot: QtBot) -> None:
    left = [3600.0 * hours for hours in (2, 4)]
    owner = QObject()
    room = Room(left.pop, owner, every_ms=10)
    said: list[str] = []

    def told(_: str, brief: str) -> None:
        said.append(brief)
        if not left:
            room.watch(False)

    room.told.connect(told)
    room.watch(True)
    qtbot.waitUntil(lambda: len(said) == 2)
    room.close()
    assert said == ["Espacio: 4 h", "Espacio: 2 h"]
