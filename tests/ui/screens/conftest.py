"""A window on a scripted session and analysis, for pictures of its screens."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event as Flag
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from coach.core.events import ConditionChanged, Cue, FindingSegment, SignalChanged, State, VoiceFeatures
from coach.core.source import SourceInfo
from coach.errors import KnownError
from coach.intake.glimpse import Glimpse, glimpse
from coach.preferences import Look, Preferences, save_preferences
from coach.report.result import Result
from coach.ui import late
from coach.ui.composition import Composition
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.topics import topic_ids
from tests.report.sessions import crossed, session, smiling, voice
from tests.support.stores import FileKeyring
from tests.ui.screens.window import TWICE, Screens
from tests.ui.script import Device, Script, perceived
from tests.ui.voice import SPEAKING


@pytest.fixture
def script() -> Script:
    return Script(
        perceived=perceived(),
        events=[
            SignalChanged(-3.5, "sonrisa", State.PRESENT, 1.2),
            SignalChanged(-1.0, "piernas_cruzadas", State.NOT_OBSERVABLE, None),
            VoiceFeatures(0.0, SPEAKING),
            ConditionChanged(0.0, "oscuro", True),
            Cue(0.0, "Abre los hombros", ("hombros_encorvados",), "corrige"),
        ],
    )


@pytest.fixture
def go_on() -> Flag:
    """Lets the scripted analysis come to its end."""
    return Flag()


@pytest.fixture
def opened(
    qtbot: QtBot, tmp_path: Path, script: Script, go_on: Flag, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Screens]]:
    def analyse(where: str, *, progress: Callable[[float, SourceInfo], None], **_: Any) -> Result:
        progress(40.0, SourceInfo(where, 100.0, video=True, audio=True, fps=25.0, live=False))
        go_on.wait(30)
        if where.endswith("mala.mp4"):
            raise KnownError("No pude abrir «mala.mp4»: está dañado desde su inicio. Prueba con otra copia.")
        return session(smiling(), crossed(40.0), heard=voice(FindingSegment("rapido", 70.0, 95.0, 0.8)))

    def look(where: str, keep_on: Callable[[], None]) -> Glimpse:
        there = Path(where).exists()  # of what is only a name nothing is asked
        return glimpse(where, keep_on) if there else Glimpse(None, (), (), heard=True)

    monkeypatch.setattr(late, "look", look)
    monkeypatch.setattr(late, "live_session", script.session)
    monkeypatch.setattr(late.LateAnalysis, "__call__", lambda _, where, **wishes: analyse(where, **wishes))
    monkeypatch.setattr(late, "cameras", lambda: [Device("0", "Cámara integrada")])
    monkeypatch.setattr(late, "microphones", lambda: [Device("3", "Diadema USB")])
    folder = Path(os.environ.get("COACH_SCREENS") or tmp_path / "screens")
    folder.mkdir(parents=True, exist_ok=True)
    windows: list[MainWindow] = []

    def make(look: Look, size: tuple[int, int], **chosen: Any) -> Screens:
        file = tmp_path / "data" / "coach" / "ajustes.json"
        save_preferences(Preferences(look=look, **chosen), file)
        whole = Composition(PreferencesKeeper(file, topic_ids()))
        window = whole.window(HOME)
        window.resize(*size)
        window.show()
        whole.find_devices()
        windows.append(window)
        twice = "-2x" if os.environ.get(TWICE) else ""
        return Screens(whole, window, folder, f"{look}-{size[0]}{twice}", qtbot)

    yield make
    go_on.set()
    for window in windows:
        window.close()
        qtbot.waitUntil(lambda w=window: not w.isVisible())  # type: ignore[misc]
        window.deleteLater()


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system with a keyring."""
    file = tmp_path / "keyring.json"
    monkeypatch.setattr("coach.session.secret.system_keyring", lambda: FileKeyring(file))
    monkeypatch.setattr("coach.sharing.seal.COST_LOG2", 10)
    return file
