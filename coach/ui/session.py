"""The life of a live session as the window sees it: off, starting, running, stopping. Nothing here blocks Qt."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from enum import StrEnum
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from coach.core.events import Event, Frame, Sensitivity, VoiceFeatures
from coach.core.landmarks import Perceived
from coach.runtime.meter import Stats
from coach.ui.bridge import Background, Bridge


class Session(Protocol):
    """What the window asks of `runtime.live.LiveSession`."""

    @property
    def running(self) -> bool:
        """Whether anything may still be reported."""
        ...

    @property
    def stats(self) -> Stats:
        """How the session fares now."""
        ...

    @property
    def voice_over(self) -> bool:
        """Whether the sound has come to its end, or could not be read."""
        ...

    @property
    def rate_calibrated(self) -> bool:
        """Whether syllables are counted as a reading of this speaker has told."""
        ...

    def start(self) -> None:
        """Open the source and begin."""

    def stop(self) -> None:
        """End, join the threads, close the source. May take a second or two."""

    def calibrate(self, seconds: float = 10.0) -> None:
        """Begin learning the person's neutral."""

    def set_mask(self, worn: bool | None) -> None:
        """Tell whether a mask is worn; None lets the chain find out."""

    def set_context(self, moment: str | None, client: str | None) -> None:
        """Tell where the service is and with whom; None for what is not known."""

    def set_advice(self, sensitivity: Sensitivity, muted: frozenset[str]) -> None:
        """Tell how readily to advise, and about what never to."""

    def snooze(self, seconds: float) -> None:
        """Say nothing for so long; 0 ends it."""

    def read_aloud(self) -> None:
        """Begin to listen to the paragraph that calibrates the rate, or begin anew."""

    def stop_reading(self) -> None:
        """The reading is given up."""


class SessionFactory(Protocol):
    """Builds a session as `app.live_session` does: `where` gives the picture and `microphone` the voice, None none."""

    def __call__(
        self,
        where: str | None,
        *,
        microphone: str | None,
        on_frame: Callable[[Frame], None],
        on_events: Callable[[list[Event], Perceived | None], None],
        on_error: Callable[[Exception], None],
        mask: bool | None,
    ) -> Session:
        """A session that has not begun. Raises `KnownError` for what the user can mend."""
        ...


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
        self._background.run(self._session.stop, self._after_stop)

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

    def set_mask(self, worn: bool | None) -> None:
        """Pass on whether a mask is worn; ignored unless running (the next start tells it anyway)."""
        if self._session is not None:
            self._session.set_mask(worn)

    def set_context(self, moment: str | None, client: str | None) -> None:
        """Tell where the service is and with whom; None for what is not known."""

    def set_advice(self, sensitivity: Sensitivity, muted: frozenset[str]) -> None:
        """Tell how readily to advise, and about what never to."""

    def snooze(self, seconds: float) -> None:
        """Say nothing for so long; 0 ends it."""

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
        session = self._factory(
            where,
            microphone=microphone,
            on_frame=bridge.on_frame,
            on_events=bridge.on_events,
            on_error=bridge.on_error,
            mask=mask,
        )
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
