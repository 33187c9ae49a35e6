"""The course of a guided calibration, step by step, in less than a minute. Pure: no Qt, no clock."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from coach.core.events import CalibrationChanged, State

HOLD_S: Final = 1.0
"""The framing must be right for so long."""
LOOK_S: Final = 1.5
"""Eye contact that confirms that the gaze is known."""
PATIENCE_S: Final = 8.0
"""Time after which the gaze is left unconfirmed."""


class Step(StrEnum):
    """Where the course is; the voice comes last, as it takes longest."""

    FRAME = "frame"
    NEUTRAL = "neutral"
    GAZE = "gaze"
    VOICE = "voice"
    DONE = "done"


class CalibrationCourse:
    """Goes from step to step with what is seen; those that need what is not there are left out.

    `progress` in [0, 1] is that of the step, `mend` what keeps it from going on (None: nothing).

    >>> course = CalibrationCourse(camera=True, microphone=False)
    >>> course.look(0.0, "muy_cerca", None); course.mend
    'muy_cerca'
    >>> course.look(1.0, None, None); course.look(2.1, None, None); course.step
    <Step.NEUTRAL: 'neutral'>
    """

    def __init__(self, *, camera: bool, microphone: bool) -> None:
        wanted = {Step.FRAME: camera, Step.NEUTRAL: camera, Step.GAZE: camera, Step.VOICE: microphone}
        self.steps = tuple(step for step in Step if wanted.get(step))
        self.confirmed: set[Step] = set()
        self.mend: str | None = None
        self.progress = 0.0
        self.step = Step.DONE
        self._since: float | None = None
        self._looked_s = 0.0
        self._then: float | None = None
        self._enter(self.steps[0] if self.steps else Step.DONE)

    def look(self, t: float, mend: str | None, contact: State | None) -> None:
        """What is seen at `t`: what of the framing is to be mended, and whether the eyes meet the camera."""
        passed = 0.0 if self._then is None else max(0.0, t - self._then)
        self._then = t
        if self.step is Step.FRAME:
            self._frame(t, mend)
        elif self.step is Step.GAZE:
            self._gaze(t, passed, contact)

    def learn(self, event: CalibrationChanged) -> None:
        """How the learning of the neutral goes."""
        if self.step is not Step.NEUTRAL:
            return
        self.progress, self.mend = event.progress, event.waits_for
        if event.done:
            self.go_on(confirmed=True)

    def go_on(self, confirmed: bool) -> None:
        """The step is over, with what it was for or without it."""
        if self.step is Step.DONE:
            return
        if confirmed:
            self.confirmed.add(self.step)
        place = self.steps.index(self.step) + 1
        self._enter(self.steps[place] if place < len(self.steps) else Step.DONE)

    def _enter(self, step: Step) -> None:
        self.step, self.progress, self.mend = step, 0.0, None
        self._since, self._looked_s = None, 0.0

    def _frame(self, t: float, mend: str | None) -> None:
        self.mend = mend
        if mend is not None:
            self._since, self.progress = None, 0.0
            return
        self._since = t if self._since is None else self._since
        self.progress = min(1.0, (t - self._since) / HOLD_S)
        if t - self._since >= HOLD_S:
            self.go_on(confirmed=True)

    def _gaze(self, t: float, passed: float, contact: State | None) -> None:
        self._since = t if self._since is None else self._since
        self._looked_s += passed if contact is State.PRESENT else 0.0
        self.progress = min(1.0, self._looked_s / LOOK_S)
        if self._looked_s >= LOOK_S:
            self.go_on(confirmed=True)
        elif t - self._since >= PATIENCE_S:
            self.go_on(confirmed=False)
