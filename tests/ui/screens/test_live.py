"""The live view, its guides and its small window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coach.preferences import Look
from coach.ui.calibration_course import CalibrationCourse, Step
from coach.ui.composition import LIVE
from coach.ui.practice_runner import PracticeRunner
from coach.ui.session import Phase
from tests.support.fits import faults
from tests.ui.screens.window import AGREED, Screens, in_every_shape, shared_keys


@in_every_shape
def test_live(opened: Callable[..., Screens], ring: Path, look: Look, size: tuple[int, int]) -> None:
    screens = opened(look, size, consent=AGREED)
    live = screens.whole.live
    screens.to(LIVE)
    screens.qtbot.waitUntil(lambda: live.top_bar.source.settled and live.top_bar.microphone.settled)
    for box in (live.top_bar.source, live.top_bar.microphone):
        assert box.whole_width <= box.width(), f"«{box.currentText()}» is cut off"
    screens.look("en-vivo")
    live.toggle()
    screens.qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    screens.qtbot.waitUntil(lambda: live.stage.notices.isVisible())
    screens.look("en-vivo-encendido")
    live.status.film.switch.click()
    screens.qtbot.waitUntil(
        lambda: live.status.film.label.isVisible() and live.status.film.room.text() != "", timeout=20_000
    )
    screens.look("en-vivo-grabando")
    live.toggle()
    screens.qtbot.waitUntil(lambda: live.controller.phase is Phase.OFF)
    live.top_bar.source.choose(None)
    screens.look("en-vivo-solo-voz")
    assert screens.found == {}


@in_every_shape
def test_guides(opened: Callable[..., Screens], look: Look, size: tuple[int, int]) -> None:
    """The crisis, the calibration with and without a microphone, the reading, past cues and the small window."""
    screens = opened(look, size, consent=AGREED)
    live, waits = screens.whole.live, screens.qtbot.waitUntil
    screens.to(LIVE)
    waits(lambda: live.top_bar.source.settled and live.top_bar.microphone.settled)
    live.service.crisis.emit()
    screens.look("crisis")
    for _ in live.crisis.boxes:
        live.crisis.tick()
        screens.look("crisis-avanzada")
    live.service.crisis.emit()
    for sound in (True, False):
        if not sound:
            live.top_bar.microphone.choose(None)
        live.toggle()
        waits(lambda: live.controller.phase is Phase.RUNNING)
        calibration(screens, "" if sound else "-sin-microfono")
        if sound:
            live.feed.reading.begin()
            waits(live.reading.isVisible)
            screens.look("lectura")
            live.reading.show_failed()
            screens.look("lectura-fallida")
            live.tell(ValueError("falla nuestra"))
            waits(live.stage.notices.isVisible)
            screens.look("lectura-fallida-falla")
            live.feed.reading.begin()
            screens.look("lectura-falla")
            assert "Algo falló" in live.reading.text, "its notice waits until the paragraph is read"
            live.reading.show_failed()
            waits(live.stage.notices.isVisible)
            live.reading.given_up.emit()
            live.reading.hide()
            screens.look("en-vivo-falla")
        live.desk.look_back()
        screens.look("en-vivo-anteriores")
        live.compact.appear()
        waits(live.compact.isVisible)
        screens.save(live.compact, "ventana-minima")
        assert faults(live.compact) == []
        live.compact.hide()
        live.toggle()
        waits(lambda: live.controller.phase is Phase.OFF)
    assert screens.found == {}


@pytest.mark.usefixtures("english")
def test_no_key_means_two_things_in_english_either(opened: Callable[..., Screens]) -> None:
    """The keys that belong to no text are the same there."""
    screens = opened("claro", (1280, 800), consent=AGREED)
    live, runner = screens.whole.live, screens.whole.live.findChild(PracticeRunner)
    assert runner is not None
    screens.to(LIVE)
    screens.qtbot.waitUntil(lambda: live.top_bar.source.settled and live.top_bar.microphone.settled)
    live.set_side(runner.panel, "Practice")
    assert list(shared_keys(screens.window)) == []
    live.toggle()
    screens.qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    live.tell(ValueError("our fault"))
    screens.qtbot.waitUntil(live.stage.notices.isVisible)
    live.reading.show_failed()
    runner.panel.ending.show_end("", "", [], report=True)
    runner.panel.show_ending()
    assert list(shared_keys(screens.window)) == []
    live.set_side(None)


def calibration(screens: Screens, name: str) -> None:
    live = screens.whole.live
    live.calibrate()
    screens.qtbot.waitUntil(live.calibration.isVisible)
    screens.look(f"calibrar-encuadre{name}")
    live.feed.calibration.cancel()  # what the scripted camera shows would lead back to the first step
    course, titles = CalibrationCourse(camera=True, microphone=not name), []
    while course.step is not Step.DONE:
        course.go_on(confirmed=True)
        live.calibration.show_course(course, 0.0)
        screens.look(f"calibrar-{course.step.name.lower()}{name}")
        titles.append(live.calibration.title)  # as it reads on the picture: the feed may have painted another
    voice = [] if name else ["Tu voz"]
    steps = ["Rostro tranquilo, como siempre", "Ahora mira a la cámara", *voice, "Listo: ya conozco tu postura natural"]
    assert titles == steps
    live.feed.calibration.cancel()
