"""The guided calibration, from the wish to its outcome: the course decides, the session learns, the card shows it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject

from coach.core.events import CalibrationChanged, State
from coach.core.landmarks import Perceived
from coach.ui.calibration_card import CalibrationCard
from coach.ui.calibration_course import CalibrationCourse, Step
from coach.ui.framing import framing
from coach.ui.reading_guide import ReadingGuide
from coach.ui.session import SessionController


class CalibrationGuide(QObject):
    """Holds course, card and session together; the voice is handed to the guide of the reading."""

    def __init__(
        self, card: CalibrationCard, controller: SessionController, reading: ReadingGuide, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._card, self._controller, self._reading = card, controller, reading
        self._course: CalibrationCourse | None = None
        self._now: float | None = None
        card.cancelled.connect(self.cancel)
        card.skipped.connect(self._skip)

    @property
    def step(self) -> Step | None:
        """Where it is; None when nobody calibrates."""
        return None if self._course is None else self._course.step

    def begin(self, camera: bool, microphone: bool) -> None:
        """Begin, or begin anew, with what there is."""
        self._controller.stop_calibrating()
        self._reading.leave()
        self._course = CalibrationCourse(camera=camera, microphone=microphone)
        self._go(None)

    def cancel(self) -> None:
        """No more of it: all stays as it was."""
        if self._course is not None:
            self._controller.stop_calibrating()
        self._course = None
        self._card.hide()

    def look(self, seen: Perceived, conditions: Collection[str], contact: State | None) -> None:
        """What the camera shows."""
        self._now = seen.t
        if self._course is not None:
            before = self._course.step
            self._course.look(seen.t, framing(seen, conditions), contact)
            self._go(before)

    def learn(self, event: CalibrationChanged) -> None:
        """How the learning goes."""
        if self._course is not None:
            before = self._course.step
            self._course.learn(event)
            self._go(before)

    def _skip(self) -> None:
        if self._course is not None:
            before = self._course.step
            self._course.go_on(confirmed=False)
            self._go(before)

    def _go(self, before: Step | None) -> None:
        """Show the course, and have done what a step that has just begun asks for."""
        course = self._course
        assert course is not None
        if course.step is Step.VOICE:
            self._course = None
            self._card.hide()
            self._reading.begin()
            return
        if course.step is Step.NEUTRAL and before is not Step.NEUTRAL:
            self._controller.calibrate()
        self._card.show_course(course, self._now)
        if course.step is Step.DONE:
            self._course = None
