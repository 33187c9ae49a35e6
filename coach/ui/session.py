"""The life of a live session as the window sees it: off, starting, running, stopping. Nothing here blocks Qt."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from coach.core.events import Event, Frame, Sensitivity, Sound, VoiceFeatures
from coach.core.landmarks import Perceived
from coach.runtime.local_rows import adjusted_here
from coach.runtime.meter import Stats
from coach.ui.bridge import Background, Bridge
from coach.ui.live_session import Session, SessionFactory

_END_S: Final = 20.0
"""What is stuck for longer is left alone."""


class Phase(StrEnum):
    """Where a session is in its life: it starts until the first picture or the first word of the voice is there."""

    OFF = "off"
    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"


class SessionController(QObject):
    """Starts and stops sessions one after the other on a worker thread and passes on what they find."""

    phase_changed = Signal(object)
    frame = Signal(object)
    events = Signal(object, object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, factory: SessionFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._factory = factory
        self._background = Background(self)
        self._session: Session | None = None
        self._bridge: Bridge | None = None
        self._stop_wanted = False
        self._context: tuple[str | None, str | None] = (None, None)
        self._advice: tuple[Sensitivity, frozenset[str]] = ("normal", frozenset())
        self.tap: Callable[[list[Event]], None] | None = None
        """Gets every event of the sessions that begin from now on, one batch after the other, on their threads."""
        self.ear: Callable[[list[Event]], None] | None = None
        """As `tap`, for whoever answers to the events as they come."""
        self.eye: Callable[[Frame], None] | None = None
        self.listener: Callable[[Sound], None] | None = None
        """Get every picture and all sound of the sessions that begin from now on, on their threads; never wait."""
        self.adjusted: tuple[str, ...] = ()
        """The signals that the session, or the last one, tells by thresholds of this computer's own."""
        self.phase = Phase.OFF

    def start(self, where: str | None, microphone: str | None, mask: bool | None) -> None:
        """Begin a session on these; ignored unless off. A failure arrives as `failed`."""
        if self.phase is not Phase.OFF:
            return
        self._stop_wanted = False
        self._enter(Phase.STARTING)
        bridge = self._bridge = Bridge(self)
        bridge.frame.connect(self._on_frame)
        bridge.events.connect(self._on_events)
        bridge.failed.connect(self._on_failure)
        self._background.run(partial(self._open, where, microphone, mask, bridge), self._after_start)

    def stop(self) -> None:
        """End the session, at once or as soon as it has begun; ignored when off."""
        if self.phase in (Phase.OFF, Phase.STOPPING):
            return
        if self._session is None:
            self._stop_wanted = True
            return
        self._enter(Phase.STOPPING)
        self._background.run(partial(_end, self._session), self._after_stop)

    def check_end(self) -> None:
        """Notice a source that has come to its end, which no hook tells."""
        if self._session and not self._session.running and self.phase in (Phase.STARTING, Phase.RUNNING):
            self.stop()
            self.ended.emit()

    @property
    def stats(self) -> Stats | None:
        """The figures of the session, None without one."""
        return self._session.stats if self._session else None

    @property
    def voice_over(self) -> bool:
        """Whether the sound has ended while the session may go on; not so without a session."""
        return self._session is not None and self._session.voice_over

    @property
    def rate_calibrated(self) -> bool:
        """Whether the rate is measured as a reading of this speaker has told; not so without a session."""
        return self._session is not None and self._session.rate_calibrated

    def calibrate(self) -> None:
        """Learn the person's neutral; ignored unless running."""
        if self._session is not None:
            self._session.calibrate()

    def stop_calibrating(self) -> None:
        """Give that up; ignored unless running."""
        if self._session is not None:
            self._session.stop_calibrating()

    def set_mask(self, worn: bool | None) -> None:
        """Pass on whether a mask is worn; ignored unless running (the next start tells it anyway)."""
        if self._session is not None:
            self._session.set_mask(worn)

    def set_context(self, moment: str | None, client: str | None) -> None:
        """Tell where the service is and with whom, now and in the sessions to come; None for what is not known."""
        self._context = (moment, client)
        if self._session is not None:
            self._session.set_context(moment, client)

    def set_advice(self, sensitivity: Sensitivity, muted: frozenset[str]) -> None:
        """Tell how readily to advise, and about which ids never to, now and in the sessions to come."""
        self._advice = (sensitivity, muted)
        if self._session is not None:
            self._session.set_advice(sensitivity, muted)

    def snooze(self, seconds: float) -> None:
        """Say nothing for so long; 0 ends it; ignored unless running."""
        if self._session is not None:
            self._session.snooze(seconds)

    def pass_over(self, passing: bool) -> None:
        """Let the microphone's sound go unheard while a loudspeaker speaks; ignored unless running."""
        if self._session is not None:
            self._session.pass_over(passing)

    def read_aloud(self) -> None:
        """Listen to the paragraph; ignored unless running."""
        if self._session is not None:
            self._session.read_aloud()

    def stop_reading(self) -> None:
        """Give the reading up; ignored unless running."""
        if self._session is not None:
            self._session.stop_reading()

    def close(self) -> None:
        """Join the worker. Call it when off."""
        self._background.close()

    def _open(self, where: str | None, microphone: str | None, mask: bool | None, bridge: Bridge) -> Session:
        hooks = [hook for hook in (self.tap, self.ear) if hook is not None]

        def on_events(events: list[Event], perceived: Perceived | None) -> None:
            for hook in hooks:
                hook(events)
            bridge.on_events(events, perceived)

        self.adjusted = adjusted_here()
        session = self._factory(
            where,
            microphone=microphone,
            on_frame=bridge.on_frame if self.eye is None else _both(self.eye, bridge.on_frame),
            on_sound=self.listener,
            on_events=on_events,
            on_error=bridge.on_error,
            mask=mask,
        )
        session.set_advice(*self._advice)
        session.set_context(*self._context)
        session.start()
        return session

    def _after_start(self, outcome: Future[Session]) -> None:
        error = outcome.exception()
        if error is not None:
            self._let_go()
            self.failed.emit(error)
            return
        self._session = outcome.result()
        if self._stop_wanted:
            self.stop()

    def _on_frame(self, frame: Frame) -> None:
        self._begun()
        self.frame.emit(frame)

    def _on_events(self, events: list[Event], perceived: Perceived | None) -> None:
        if any(isinstance(event, VoiceFeatures) for event in events):
            self._begun()
        self.events.emit(events, perceived)

    def _begun(self) -> None:
        if self.phase is Phase.STARTING:
            self._enter(Phase.RUNNING)

    def _after_stop(self, outcome: Future[None]) -> None:
        self._let_go()
        if outcome.exception() is not None:
            self.failed.emit(outcome.exception())

    def _on_failure(self, error: Exception) -> None:
        self.stop()
        self.failed.emit(error)

    def _let_go(self) -> None:
        """Forget the session; what its bridge still holds reaches nobody."""
        if self._bridge is not None:
            self._bridge.blockSignals(True)
            self._bridge.deleteLater()
        self._session = self._bridge = None
        self._enter(Phase.OFF)

    def _enter(self, phase: Phase) -> None:
        self.phase = phase
        self.phase_changed.emit(phase)


def _end(session: Session) -> None:
    """Stop it, and see its threads end: one that still loads its models as the program ends brings it to a crash."""
    session.stop()
    session.join(_END_S)


def _both(first: Callable[[Frame], None], second: Callable[[Frame], None]) -> Callable[[Frame], None]:
    def hook(frame: Frame) -> None:
        first(frame)
        second(frame)

    return hook
