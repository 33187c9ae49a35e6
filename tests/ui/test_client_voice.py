"""The client's voice: words on the screen at the pace of speech, and Qt's engine for tests instead of a loudspeaker."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from coach.ui.client_voice import ClientVoice
from coach.ui.speech_program import best_locale

ROOT = Path(__file__).resolve().parents[2]
LINE = "Buenas tardes, vengo por un trámite."


@pytest.fixture
def spoken(qtbot: QtBot) -> Iterator[ClientVoice]:
    """A voice that is there: Qt's engine for tests, which knows English and makes no sound."""
    voice = ClientVoice(language="en", engine="mock")
    with qtbot.waitSignal(voice.found, timeout=20_000) as found:
        voice.look()
    assert found.args == [True] and voice.has_sound
    yield voice
    voice.close()


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
        reached: list[int] = []
        voice.reached.connect(reached.append)
        voice.say(LINE, pace, aloud=False)
        voice._timer.stop()
        for _ in range(12):
            voice._step()
        said[pace] = reached[-1]
        voice.stop()
    assert said[0.75] < said[1.25] < len(LINE)


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


def test_an_engine_speaks_and_tells_when_it_has_finished(qtbot: QtBot, spoken: ClientVoice) -> None:
    reached: list[int] = []
    spoken.reached.connect(reached.append)
    for text in ("Uno, dos, tres.", "Cuatro."):
        reached.clear()
        with qtbot.waitSignal(spoken.finished, timeout=15_000):
            spoken.say(text, 1.0, aloud=True)
        assert set(reached) == {len(text)}, "what is heard is shown at once"


def test_a_voice_can_be_cut_off(qtbot: QtBot, spoken: ClientVoice) -> None:
    spoken.say(LINE, 1.0, aloud=True)
    with qtbot.assertNotEmitted(spoken.finished, wait=800):
        spoken.stop()


def test_a_voice_that_dies_leaves_the_client_writing(qtbot: QtBot, spoken: ClientVoice) -> None:
    spoken.say(LINE * 5, 0.75, aloud=True)
    assert spoken._program is not None
    with qtbot.waitSignals([spoken.lost, spoken.finished], timeout=10_000):
        spoken._program.kill()
    assert not spoken.has_sound
    with qtbot.waitSignal(spoken.finished, timeout=5000):
        spoken.say("Sí, claro.", 1.4, aloud=True)


def test_a_service_that_never_ends_a_sentence_is_given_up(qtbot: QtBot, spoken: ClientVoice) -> None:
    spoken.say("Sí.", 1.0, aloud=True)
    spoken._said_s = 60.0
    with qtbot.waitSignals([spoken.lost, spoken.finished], timeout=5000):
        pass
    assert not spoken.has_sound


def test_without_a_voice_of_the_language_the_client_writes(qtbot: QtBot) -> None:
    voice = ClientVoice(language="eo", engine="mock")
    with qtbot.waitSignal(voice.found, timeout=20_000) as found:
        voice.look()
    assert found.args == [False]
    with qtbot.waitSignal(voice.finished, timeout=3000):
        voice.say("Sí, claro.", 1.4, aloud=True)
    voice.close()


def test_the_spanish_of_latin_america_comes_first() -> None:
    names = ["en_US", "es_ES", "es_CO", "es_US"]
    best = best_locale([QLocale(name) for name in names], "es")
    assert best is not None and best.name() == "es_US"
    only = best_locale([QLocale("es_ES")], "es")
    assert only is not None and only.name() == "es_ES"


def test_the_window_loads_nothing_of_it_and_what_qt_lacks_is_not_told() -> None:
    """On a system without speech services Qt complains of libraries and servers; the agent must not read that."""
    program = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "import coach.ui.practice\n"
        "from coach.ui.client_voice import ClientVoice\n"
        "voice = ClientVoice(); voice.found.connect(app.quit); voice.look(); app.exec(); voice.close()\n"
        "assert 'PySide6.QtTextToSpeech' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_program_ends_with_its_input() -> None:
    command = [sys.executable, "-m", "coach.ui.speech_program", "en", "mock"]
    done = subprocess.run(command, cwd=ROOT, input="", capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and done.stdout == '{"ready": "en_US"}\n'


def test_the_program_ends_with_its_input_though_the_engine_never_answers() -> None:
    program = (
        "import sys, time\n"
        "from coach.ui import speech_program as program\n"
        "program.Speaker._find = lambda *_: time.sleep(600)\n"
        "sys.exit(program.main('es'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, input="", capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
