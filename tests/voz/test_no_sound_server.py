"""PortAudio that cannot start, as Ubuntu 26.04's where no PulseAudio answers: no microphone until it can.

The PortAudio of Debian 12 always starts; so what sounddevice raises there is raised here by a module of its name that
stands before it, for as long as a file says so.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.core.events import Sound
from coach.voz.microphones import microphones
from coach.voz.open_sound import open_sound
from tests.support.pulse import RATE, Pulse, require_pulse
from tests.support.record import Record
from tests.support.sounds import hiss

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio is Linux's")
BEFORE = """
import pathlib, sys
class PortAudioError(Exception):
    pass
if pathlib.Path(__file__).with_name("away").exists():
    raise PortAudioError("Error initializing PortAudio", -9999, (13, -1, "PulseAudio_Initialize: Can't connect"))
sys.path.remove(str(pathlib.Path(__file__).parent))
del sys.modules["sounddevice"]
import sounddevice
"""


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As long as it exists PortAudio cannot start."""
    (tmp_path / "sounddevice.py").write_text(BEFORE)
    (tmp_path / "away").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path / "away"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    require_pulse()
    with Pulse() as pulse:
        for name, value in pulse.environment.items():
            monkeypatch.setenv(name, value)
        pulse.play(hiss(1.0, RATE, 2))
        yield pulse


def test_there_is_no_microphone_then_and_no_fault_of_coach(away: Path, server: Pulse) -> None:
    assert microphones() == ()
    away.unlink()
    assert microphones()


def test_it_is_told_at_once_and_sound_comes_as_soon_as_it_can(away: Path, server: Pulse) -> None:
    began = time.monotonic()
    record = Record[Sound](open_sound("", live=True))
    try:
        record.wait("microfono_desconectado", True, began, at_most=4)
        away.unlink()
        record.wait_frames(5, at_most=20)
        assert [change.active for change in record.conditions()] == [True, False]
    finally:
        record.close()
