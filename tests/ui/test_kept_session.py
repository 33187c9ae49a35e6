"""Where the settings say so a live session is on the disk while it runs; after a crash the next start says so."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.core.events import Features, SignalSegment
from coach.session.header import SessionHeader
from coach.session.open_store import STORE_FILE, read_store
from coach.session.secret import SecretSource
from coach.ui.learning import Learning
from coach.ui.live_page import LivePage
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.session import Phase
from coach.ui.start_page import StartPage
from coach.ui.theme import LIGHT, Theme
from tests.ui.script import Script

SECONDS = 20


@pytest.fixture
def keeper(keeper: PreferencesKeeper) -> PreferencesKeeper:
    keeper.change(keep_sessions=True)
    return keeper


@pytest.fixture
def learn(open_live: Callable[[], LivePage], keeper: PreferencesKeeper) -> Iterator[Callable[[Path], Learning]]:
    made: list[Learning] = []

    def make(folder: Path) -> Learning:
        made.append(Learning(open_live(), keeper, folder, Theme(LIGHT)))
        return made[-1]

    yield make
    for learning in made:
        learning.close()


@pytest.fixture
def running(
    script: Script, qtbot: QtBot, source: SecretSource, learn: Callable[[Path], Learning], folder: Path
) -> Learning:
    """In the middle of a session of which the store knows already."""
    script.events = [Features(tenth / 10.0, {"sonrisa": 0.5}) for tenth in range(SECONDS * 10)]
    script.events.append(SignalSegment("sonrisa", 2.0, 5.0, 0.75))
    learning = learn(folder)
    learning._live.toggle()
    qtbot.waitUntil(lambda: any(header.state == "running" for header in headers(folder, source)), timeout=20_000)
    qtbot.waitUntil(lambda: bool(seen(folder, source)), timeout=5_000)
    return learning


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sesiones"


def headers(folder: Path, source: SecretSource) -> list[SessionHeader]:
    if not (folder / STORE_FILE).exists():
        return []
    with read_store(folder, source) as store:
        return store.sessions()


def seen(folder: Path, source: SecretSource) -> int:
    with read_store(folder, source) as store:
        return len(store.events(store.sessions()[0].id, (SignalSegment,)))


def stop(learning: Learning, qtbot: QtBot) -> None:
    learning._live.controller.stop()
    qtbot.waitUntil(lambda: learning._live.controller.phase is Phase.OFF)


def test_what_a_crash_ended_is_told_and_counts(
    running: Learning, learn: Callable[[Path], Learning], qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    as_crashed = tmp_path / "otra"
    shutil.copytree(folder, as_crashed)  # what a kill at this moment leaves
    stop(running, qtbot)
    after, start = learn(as_crashed), StartPage([], Theme(LIGHT))
    qtbot.addWidget(start)
    after.recovered.connect(start.tell_recovered)
    with qtbot.waitSignal(after.recovered, timeout=20_000):
        after.history.refresh()
    qtbot.waitUntil(lambda: len(after.history.kept.sessions) == 1, timeout=10_000)
    assert [notice.text for notice in start.notices.notices] == [
        "Coach se cerró antes de que terminara. Guardé sus 19 s, y cuentan en «Mi progreso»."
    ]


def test_a_session_that_ends_well_is_kept_once(
    running: Learning, qtbot: QtBot, folder: Path, source: SecretSource
) -> None:
    with qtbot.waitSignal(running.history.saved, timeout=20_000):
        stop(running, qtbot)
    (header,) = headers(folder, source)
    assert header.state == "whole"
    assert header.duration_s == pytest.approx(SECONDS, abs=0.2)


def test_who_no_longer_wants_it_kept_has_nothing_kept(
    running: Learning, keeper: PreferencesKeeper, qtbot: QtBot, folder: Path, source: SecretSource
) -> None:
    keeper.change(keep_sessions=False)
    stop(running, qtbot)
    qtbot.waitUntil(lambda: headers(folder, source) == [], timeout=20_000)


def test_the_window_starts_without_anything_of_the_store() -> None:
    """A second of imports that nobody needs before a session is kept."""
    code = (
        "import coach.ui.composition, sys\n"
        "assert not {'sqlalchemy', 'sqlcipher3', 'keyring', 'cryptography'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
