"""The client's voice: words on the screen at the pace of speech, and Qt's engine for tests instead of a loudspeaker."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from coach.ui import client_voice
from coach.ui.client_voice import ClientVoice

ROOT = Path(__file__).resolve().parents[2]
LINE = "Buenas tardes, vengo por un trámite."


def test_a_written_line_appears_word_by_word(qtbot: QtBot) -> None:
    voice = ClientVoice()
    reached: list[int] = []
    voice.reached.connect(reached.append)
    with qtbot.waitSignal(voice.finished, timeout=5000):
        voice.say(LINE, 1.4, aloud=False)
    assert reached[0] == 0 and reached[-1] == len(LINE) and reached == sorted(reached)
    assert len(set(reached)) >= 5
    assert all(place in (0, len(LINE)) or LINE[place] == " " for place in reached), "words are whole"


def test_a_slow_client_takes_longer(qtbot: QtBot) -> None:
    said: dict[float, int] = {}
    for pace in (0.75, 1.25):
        voice = ClientVoice()
        voice.say(LINE, pace, aloud=False)
        qtbot.wait(900)
        reached: list[int] = []
        voice.reached.connect(reached.append)
        voice._step()
        said[pace] = reached[-1]
        voice.stop()
    assert said[0.75] < said[1.25]


def test_the_rest_of_a_line_can_be_had_at_once(qtbot: QtBot) -> None:
    voice = ClientVoice()
    voice.say(LINE, 1.0, aloud=False)
    with qtbot.waitSignal(voice.finished, timeout=100):
        voice.hurry()
    with qtbot.assertNotEmitted(voice.finished, wait=200):
        voice.hurry()


def test_a_line_that_is_cut_off_does_not_finish(qtbot: QtBot) -> None:
    voice = ClientVoice()
    voice.say("Sí.", 1.4, aloud=False)
    with qtbot.assertNotEmitted(voice.finished, wait=1200):
        voice.stop()


def test_an_engine_speaks_and_tells_when_it_has_finished(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_voice, "best_spanish", lambda locales: locales[0])  # the engine for tests has none
    voice = ClientVoice(engine="mock")
    assert voice.has_sound
    reached: list[int] = []
    voice.reached.connect(reached.append)
    with qtbot.waitSignal(voice.finished, timeout=10_000):
        voice.say("Uno, dos, tres.", 1.0, aloud=True)
    assert set(reached) == {len("Uno, dos, tres.")}, "what is heard is shown at once"


def test_without_a_spanish_voice_the_client_writes(qtbot: QtBot) -> None:
    voice = ClientVoice(engine="mock")
    assert not voice.has_sound
    with qtbot.waitSignal(voice.finished, timeout=3000):
        voice.say("Sí, claro.", 1.4, aloud=True)


def test_the_spanish_of_latin_america_comes_first() -> None:
    names = ["en_US", "es_ES", "es_CO", "es_US"]
    best = client_voice.best_spanish([QLocale(name) for name in names])
    assert best is not None and best.name() == "es_US"
    only = client_voice.best_spanish([QLocale("es_ES")])
    assert only is not None and only.name() == "es_ES"


def test_looking_for_a_voice_says_nothing_and_nothing_of_it_is_loaded_before() -> None:
    """On a system without speech services Qt complains of libraries and servers; the agent must not read that."""
    program = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "import coach.ui.practice\n"
        "from coach.ui.client_voice import ClientVoice\n"
        "assert 'PySide6.QtTextToSpeech' not in sys.modules\n"
        "ClientVoice().has_sound\n"
        "assert 'PySide6.QtTextToSpeech' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
