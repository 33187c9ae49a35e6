"""Hands each part of the live view what the session finds, and has all of them show it ten times a second at most."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from coach.core.events import (
    AdviceSettings,
    CalibrationChanged,
    ConditionChanged,
    Cue,
    Event,
    FindingChanged,
    Frame,
    ReadingChanged,
    SignalChanged,
    ToneScored,
    VoiceFeatures,
)
from coach.core.landmarks import Perceived
from coach.ui.advice_desk import AdviceDesk
from coach.ui.calibration_guide import CalibrationGuide
from coach.ui.notices import CAMERA, MICROPHONE, NoticeBoard
from coach.ui.parts import Parts
from coach.ui.reading_guide import ReadingGuide
from coach.ui.sentences import nothing_comes
from coach.ui.session import Phase, SessionController
from coach.ui.signals_model import SignalsModel


class LiveFeed(QObject):
    """Each stream has its own time; the session lasts as long as the longer."""

    def __init__(
        self,
        parts: Parts,
        model: SignalsModel,
        notices: NoticeBoard,
        desk: AdviceDesk,
        controller: SessionController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts, self._model, self._notices, self._desk = parts, model, notices, desk
        self._controller = controller
        self._seen_s: float | None = None
        self._heard_s: float | None = None
        self.reading = ReadingGuide(parts.reading, controller, self)
        self.calibration = CalibrationGuide(parts.calibration, controller, self.reading, self)
        parts.voice.calibrate.connect(self._read)
        controller.frame.connect(self._on_frame)
        controller.events.connect(self._on_events)

    @property
    def now(self) -> float | None:
        """How long the session lasts: picture and voice begin to count when each begins to come."""
        return max((t for t in (self._seen_s, self._heard_s) if t is not None), default=None)

    @property
    def guiding(self) -> bool:
        """Whether somebody is calibrating, or reading aloud for it: nothing else is to be looked at."""
        return self.calibration.step is not None or self.reading.listening

    def clear(self) -> None:
        """The session is over: nothing is known any more."""
        self._seen_s = self._heard_s = None
        self._model.clear()
        self._parts.reading.hide()
        self._desk.clear()
        self.calibration.cancel()
        self._notices.clear_conditions()
        self.refresh()

    def refresh(self) -> None:
        """Show what is true now."""
        parts, unseen, unheard = self._parts, self._notices.fault(CAMERA), self._notices.fault(MICROPHONE)
        parts.voice.set_fault(unheard)
        parts.voice.set_pause(self._notices.pause)
        parts.voice.set_over(self._controller.voice_over)
        parts.reading.set_fault(unheard or self._notices.error)  # whose notice waits until the paragraph is read
        parts.status.set_faults(camera=bool(unseen), microphone=bool(unheard))
        parts.status.set_sound_over(self._controller.voice_over)
        parts.voice.set_calibrated(self._controller.rate_calibrated)
        parts.voice.refresh()
        parts.presence.refresh(self._seen_s, self._heard_s)
        self._model.refresh(self._seen_s)
        self._desk.hold(self.guiding)
        by_picture, by_sound = self._seen_s is not None and not unseen, self._heard_s is not None and not unheard
        helpless = bool(unseen or unheard) and not by_picture and not by_sound
        self._desk.say_trouble(nothing_comes(bool(unseen), bool(unheard)) if helpless else "")
        self._desk.refresh(self.now)
        parts.status.refresh(self.now, self._controller.stats)
        parts.calibration.refresh(self._seen_s)
        parts.stage.notices.show_notices(self._notices.notices)
        if parts.compact.isVisible():
            self._refresh_compact(bool(unseen), bool(unheard))

    def _refresh_compact(self, unseen: bool, unheard: bool) -> None:
        running, parts = self._controller.phase is Phase.RUNNING, self._parts
        parts.compact.refresh(
            self.now,
            self._desk.line,
            parts.voice.rate.brief,
            camera=running and self._seen_s is not None and not unseen,
            microphone=running and self._heard_s is not None and not unheard,
        )

    def _read(self) -> None:
        """One guide at a time."""
        self.calibration.cancel()
        self.reading.begin()

    def _on_frame(self, frame: Frame) -> None:
        self._seen_s = frame.t
        self._parts.stage.video.show_frame(frame.image)
        self._parts.status.count_frame()

    def _on_events(self, events: Iterable[Event], perceived: Perceived | None) -> None:
        self._parts.stage.video.show_landmarks(perceived)
        for event in events:
            self._take(event)
        if perceived is not None:
            self._model.begin(perceived.t, self._controller.adjusted)
            self._parts.presence.begin(perceived.t)
            self.calibration.look(perceived, self._notices.active, self._parts.presence.contact)

    def _take(self, event: Event) -> None:
        match event:
            case SignalChanged():
                self._model.apply(event)
                self._parts.presence.see(event)
            case ConditionChanged():
                self._notices.apply(event)
                if event.active and event.id.startswith(CAMERA) and self._heard_s is None:
                    self._desk.fall_silent()  # no time passes that would take the line away
            case CalibrationChanged():
                self.calibration.learn(event)
            case Cue():
                self._desk.show(event)
            case AdviceSettings():
                self._desk.settle(event, (self.now or event.t) - event.t)
            case ReadingChanged():
                self.reading.apply(event)
            case VoiceFeatures():
                self._heard_s = event.t
                self._parts.voice.apply(event)
                self._parts.presence.hear(event)
            case ToneScored() | FindingChanged():
                self._parts.voice.apply(event)
