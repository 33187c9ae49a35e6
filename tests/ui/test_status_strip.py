"""The strip at the foot tells what is on, and never claims a microphone whose sound has ended."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.preferences import Letters
from coach.runtime.meter import Stats
from coach.ui.composition import LETTERS
from coach.ui.session import Phase
from coach.ui.status_strip import StatusStrip
from coach.ui.theme import LIGHT, Theme, style_sheet
from tests.support.fits import faults
from tests.support.layouts import layouts


def test_sound_that_has_ended_is_told_until_the_session_ends(qtbot: QtBot) -> None:
    strip = StatusStrip(Theme(LIGHT))
    qtbot.addWidget(strip)
    strip.set_sources(camera=True, microphone=True)
    strip.set_phase(Phase.RUNNING)
    assert strip.microphone.text() == "Micrófono encendido"
    strip.set_sound_over(True)
    assert strip.microphone.text() == "El sonido terminó"
    assert strip.camera.text() == "Cámara encendida"
    strip.set_phase(Phase.OFF)
    assert strip.microphone.text() == "Micrófono apagado"
    strip.set_sound_over(False)
    strip.set_phase(Phase.RUNNING)
    assert strip.microphone.text() == "Micrófono encendido"


def test_without_a_microphone_no_sound_has_ended(qtbot: QtBot) -> None:
    strip = StatusStrip(Theme(LIGHT))
    qtbot.addWidget(strip)
    strip.set_sources(camera=True, microphone=False)
    strip.set_phase(Phase.RUNNING)
    strip.set_sound_over(True)
    assert strip.microphone.text() == "Sin micrófono"


@pytest.mark.parametrize("width", [960, 1100, 1147, 1280, 1410, 1920])
@pytest.mark.parametrize("letters", sorted(LETTERS))
@pytest.mark.parametrize("recording", [True, False])
def test_all_that_it_says_has_room(qtbot: QtBot, width: int, letters: Letters, recording: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    around = QVBoxLayout(window)
    around.setContentsMargins(0, 0, 0, 0)
    theme = Theme(LIGHT, LETTERS[letters])
    strip = StatusStrip(Theme(LIGHT))
    around.addWidget(strip)
    window.setMinimumWidth(1)
    window.resize(width, 60)
    window.setStyleSheet(style_sheet(theme))
    window.show()
    strip.set_theme(theme)
    strip.set_sources(camera=True, microphone=True)
    strip.set_phase(Phase.RUNNING)
    strip.refresh(3754.0, Stats(25.0, 25.0, 0, 0.1, 0.2, "C"))
    strip.film.show()
    strip.film.tell_room("Queda espacio para más de 48 horas de video.", "Espacio: más de 48 h")
    strip.film.tell(recording=recording, dropped=0)
    qtbot.wait(50)
    assert strip.minimumSizeHint().width() <= width == strip.width()
    assert faults(window) == []
    assert layouts(strip, qtbot) == 0


def test_a_strip_at_rest_asks_for_no_layout(qtbot: QtBot) -> None:
    """Once it asked for one with every layout, without end."""
    strip = StatusStrip(Theme(LIGHT))
    qtbot.addWidget(strip)
    strip.resize(1280, 40)
    strip.show()
    qtbot.waitExposed(strip)
    qtbot.wait(100)
    assert layouts(strip, qtbot) == 0
