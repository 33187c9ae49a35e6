"""Recording picture and sound of the session that runs: only as long as the agent asks for it, and plain to see."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.core.events import Frame, Sound
from coach.errors import KnownError
from coach.ui.film_switch import FilmSwitch
from coach.ui.session import Phase, SessionController

if TYPE_CHECKING:  # with PyAV and the store it comes once somebody records
    from coach.session.recording import SessionRecorder

Begin = Callable[[bool, bool], "Future[SessionRecorder] | None"]
"""Begins to record the session that runs, its picture and its sound; None where it cannot be kept."""


class FilmTap:
    """Hands on what a session shows and hears, on its own threads, while it is to be recorded."""

    def __init__(self) -> None:
        self.recorder: SessionRecorder | None = None
        self.on = self.caught = False
        self.now = 0.0

    def show(self, frame: Frame) -> None:
        """A picture."""
        self.now = frame.t
        if self.recorder is not None and self.on:
            self.caught = self.caught or self.recorder.running
            self.recorder.show(frame)

    def hear(self, sound: Sound) -> None:
        """A stretch of sound."""
        self.now = max(self.now, sound.t)
        if self.recorder is not None and self.on:
            self.caught = self.caught or self.recorder.running
            self.recorder.hear(sound)


class FilmDesk(QObject):
    """The switch is off before every session. `failed(Exception)`: why nothing is recorded.

    `not_begun`: it could not even begin, so that the session need not be kept for it.
    """

    failed = Signal(object)
    not_begun = Signal()
    _done = Signal(object)

    def __init__(self, switch: FilmSwitch, controller: SessionController, parent: QObject) -> None:
        super().__init__(parent)
        self._switch, self._controller = switch, controller
        self._tap = FilmTap()
        self._asked: Future[SessionRecorder] | None = None
        self.begin: Begin | None = None
        """Set by whoever keeps sessions; without it there is nothing to switch."""
        self._camera = self._microphone = False
        self._recorded = (False, False)
        switch.toggled.connect(self._settle)
        controller.phase_changed.connect(self._on_phase)
        self._done.connect(self._begun)

    @property
    def holds(self) -> tuple[bool, bool] | None:
        """Whether picture and sound are, or were, recorded; None where neither: the session is kept with them.

        Who turned it off before anything was recorded, while the store was still being opened, keeps nothing.
        """
        return self._recorded if self._tap.caught else None

    @property
    def cut(self) -> bool:
        """Whether it ended before its time, as `failed` told: what was recorded until then is kept."""
        return self._tap.recorder is not None and not self._tap.recorder.running

    def offer(self, begin: Begin) -> None:
        """From now on it can be recorded."""
        self.begin = begin
        self._switch.show()

    def set_sources(self, camera: bool, microphone: bool) -> None:
        """What there will be to record."""
        self._camera, self._microphone = camera, microphone
        self._switch.set_sources(camera, microphone)

    def hook(self) -> None:
        """A session is about to begin: have its pictures and its sound come by here."""
        self._asked, self._tap = None, FilmTap()
        self._controller.eye, self._controller.listener = self._tap.show, self._tap.hear

    def finish(self) -> None:
        """The session is over: whoever keeps it ends its recording."""
        self._tap.on = False
        self._controller.eye = self._controller.listener = None
        self._switch.reset()
        self.refresh()

    def refresh(self) -> None:
        """Show for how long it has been recorded, and what was let go."""
        recorder = self._tap.recorder
        if recorder is not None and not recorder.running and self._switch.wanted:
            self._switch.reset()
        self._switch.tell(recording=self._tap.on and recorder is not None, dropped=recorder.dropped if recorder else 0)

    def _on_phase(self, phase: Phase) -> None:
        if phase is Phase.RUNNING:
            self._settle()

    def _settle(self) -> None:
        """Do what the switch says, if a session runs."""
        if self._controller.phase is not Phase.RUNNING or self.begin is None:
            return
        wanted = self._switch.wanted
        if wanted and self.cut:
            self._switch.reset()
            over = self.tr("La grabación de esta sesión ya terminó; para volver a grabar, empieza otra sesión.")
            self.failed.emit(KnownError(over))
            return
        if wanted and self._asked is None:
            self._recorded = self._camera, self._microphone
            self._asked = self.begin(*self._recorded)
            if self._asked is None:
                self._switch.reset()
                return
            self._asked.add_done_callback(self._done.emit)
        elif not wanted and self._tap.on and self._tap.recorder is not None:
            self._tap.recorder.pause(self._tap.now + 0.001)
        self._tap.on = wanted
        self.refresh()

    def _begun(self, begun: Future[SessionRecorder]) -> None:
        if begun is not self._asked or begun.cancelled():
            return
        error = begun.exception()
        if error is not None:
            self._asked = None
            self._switch.reset()
            self.not_begun.emit()
            self.failed.emit(error)
        else:
            self._tap.recorder = begun.result()
        self.refresh()
