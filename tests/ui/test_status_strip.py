"""The strip at the foot tells what is on, and never claims a microphone whose sound has ended."""

from pytestqt.qtbot import QtBot

from coach.ui.session import Phase
from coach.ui.status_strip import StatusStrip
from coach.ui.theme import LIGHT, Theme
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


def test_a_strip_at_rest_asks_for_no_layout(qtbot: QtBot) -> None:
    """Once it asked for one with every layout, without end."""
    strip = StatusStrip(Theme(LIGHT))
    qtbot.addWidget(strip)
    strip.resize(1280, 40)
    strip.show()
    qtbot.waitExposed(strip)
    qtbot.wait(100)
    assert layouts(strip, qtbot) == 0
