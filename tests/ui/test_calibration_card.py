"""The guided calibration: its course without a window, and what its card and the session make of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from coach.core.events import CalibrationChanged, State
from coach.core.landmarks import Perceived
from coach.ui.calibration_course import CalibrationCourse, Step
from coach.ui.framing import ASIDE, HEAD_CUT, NO_SHOULDERS, framing
from coach.ui.live_page import LivePage
from coach.ui.session import Phase
from tests.support.fits import faults
from tests.ui.script import Script, perceived

PAST_FRAMING = ((0.0, None), (1.1, None))


def course_at(step: Step) -> CalibrationCourse:
    course = CalibrationCourse(camera=True, microphone=True)
    while course.step is not step:
        course.go_on(confirmed=True)
    return course


def seated(across: float = 0.5, top: float = 100.0, shoulders: float = 330.0) -> Perceived:
    """A face 100 px high in a picture of 640×360, its forehead at `top`, with shoulders at that height."""
    found = perceived()
    assert found.face is not None and found.pose is not None
    face, pose = np.full((478, 2), (across * 640, top + 50), np.float32), found.pose.points.copy()
    face[10, 1], face[152, 1] = top, top + 100
    pose[[11, 12], 1] = shoulders
    return replace(found, face=replace(found.face, points=face), pose=replace(found.pose, points=pose))


@pytest.mark.parametrize(
    ("seen", "mend"),
    [
        (seated(), None),
        (seated(top=10), HEAD_CUT),
        (seated(across=0.1), ASIDE),
        (seated(shoulders=361), NO_SHOULDERS),
        (replace(seated(), pose=None), NO_SHOULDERS),
        (replace(seated(), face=None), "nadie"),
        (None, "nadie"),
    ],
)
def test_the_framing_tells_what_to_mend(seen: Perceived | None, mend: str | None) -> None:
    assert framing(seen, ()) == mend


def test_a_condition_goes_before_the_framing_and_the_gravest_first() -> None:
    assert framing(seated(top=10), ("muy_cerca", "oscuro")) == "oscuro"
    assert framing(seated(), ("cubrebocas", "varias_personas")) is None


def test_the_course_goes_on_only_once_the_framing_holds() -> None:
    course = CalibrationCourse(camera=True, microphone=True)
    for t, mend in ((0.0, None), (0.9, "muy_cerca"), (1.0, None), (1.9, None)):
        course.look(t, mend, None)
    assert not course.confirmed
    course.look(2.1, None, None)
    assert course.step is Step.NEUTRAL


def test_a_gaze_is_confirmed_by_eye_contact_alone_and_not_waited_for_too_long() -> None:
    seen, unseen = course_at(Step.GAZE), course_at(Step.GAZE)
    for tenth in range(90):
        seen.look(tenth / 10, None, State.PRESENT)
        unseen.look(tenth / 10, None, State.NOT_OBSERVABLE)
    assert Step.GAZE in seen.confirmed
    assert Step.GAZE not in unseen.confirmed
    assert seen.step is unseen.step is Step.VOICE


@pytest.mark.parametrize(
    ("camera", "microphone", "steps"),
    [
        (True, False, (Step.FRAME, Step.NEUTRAL, Step.GAZE)),
        (False, True, (Step.VOICE,)),
        (False, False, ()),
    ],
)
def test_what_is_not_there_is_left_out(camera: bool, microphone: bool, steps: tuple[Step, ...]) -> None:
    assert CalibrationCourse(camera=camera, microphone=microphone).steps == steps


def begin(live: LivePage, qtbot: QtBot) -> None:
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    live.calibrate()


def test_it_helps_with_the_framing_then_learns_then_hands_on_to_the_reading(
    live: LivePage, script: Script, qtbot: QtBot
) -> None:
    begin(live, qtbot)
    card, guide = live.calibration, live.feed.calibration
    assert card.isVisible()
    guide.look(seated(top=10), (), None)
    assert "Tu cabeza queda cortada" in card.text
    guide.look(seated(), ("oscuro",), None)
    assert card.text == "Falta luz. Enciende una luz."
    assert not script.calibrating
    for t, _ in PAST_FRAMING:
        guide.look(replace(seated(), t=t), (), None)
    qtbot.waitUntil(lambda: script.calibrating)
    guide.learn(CalibrationChanged(2.0, 0.4, done=False, waits_for=None))
    assert card.findChildren(QProgressBar)[0].value() == 40
    guide.learn(CalibrationChanged(3.0, 0.5, done=False, waits_for="quieto"))
    assert "sin moverte" in card.text
    guide.learn(CalibrationChanged(12.0, 1.0, done=True, waits_for=None))
    assert card.title == "Ahora mira a la cámara"
    for tenth in range(20):
        guide.look(replace(seated(), t=12 + tenth / 10), (), State.PRESENT)
    assert card.isHidden()
    assert live.reading.isVisible()


def test_there_is_one_guide_at_a_time(live: LivePage, qtbot: QtBot) -> None:
    """Both take the place of the same parts."""
    begin(live, qtbot)
    for failed in (False, True):
        live.voice.calibrate.emit()
        assert live.reading.isVisible() and live.calibration.isHidden()
        if failed:
            live.reading.show_failed()
        live.calibrate()
        assert live.calibration.isVisible() and live.reading.isHidden()
        QApplication.processEvents()
        assert faults(live) == []


def test_escape_gives_it_up_and_nothing_is_learned(live: LivePage, script: Script, qtbot: QtBot) -> None:
    begin(live, qtbot)
    for t, _ in PAST_FRAMING:
        live.feed.calibration.look(replace(seated(), t=t), (), None)
    qtbot.waitUntil(lambda: script.calibrating)
    focused = live.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert live.calibration.isHidden()
    assert live.isVisible()
    qtbot.waitUntil(lambda: not script.calibrating)


def test_without_a_microphone_it_ends_with_good_news_that_go_away(live: LivePage, script: Script, qtbot: QtBot) -> None:
    live.top_bar.microphone.choose(None)
    begin(live, qtbot)
    guide, card = live.feed.calibration, live.calibration
    for _ in range(3):
        guide.look(seated(), (), None)
        card.skipped.emit()
    assert card.title.startswith("Listo")
    assert "sin terminar" in card.text
    card.refresh(4.9)
    assert card.isVisible()
    card.refresh(5.1)
    assert card.isHidden()
