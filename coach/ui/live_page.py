"""The live view: puts the parts together and hands each what the session finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from coach.core.events import (
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
from coach.errors import KnownError
from coach.manual.catalog import Catalog
from coach.manual.conditions import ViewCondition
from coach.ui.devices import Devices
from coach.ui.failure import FAILURE, end_notice, failure_notice
from coach.ui.notices import CAMERA, MICROPHONE, NoticeBoard
from coach.ui.page import Page
from coach.ui.parts import Parts
from coach.ui.reading_guide import ReadingGuide
from coach.ui.sentences import in_place_of_picture, quiet_line
from coach.ui.session import Phase, SessionController, SessionFactory
from coach.ui.signals_model import SignalsModel
from coach.ui.theme import Theme
from coach.ui.voice_panel import VoiceTables

REFRESH_MS = 100
"""Words change at most ten times a second; the picture is shown as it comes."""


class LivePage(Page):
    """Knows sessions only by their factory. Camera and microphone are off until the user starts them."""

    def __init__(
        self,
        factory: SessionFactory,
        catalog: Catalog,
        conditions: Mapping[str, ViewCondition],
        voice: VoiceTables,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._seen_s: float | None = None
        self._heard_s: float | None = None
        self._leaving = False
        self._notice_board = NoticeBoard(conditions)
        self.controller = SessionController(factory, self)
        self.model = SignalsModel(catalog, self)
        self._parts = parts = Parts(self.model, conditions, voice, theme)
        self.top_bar, self.advice, self.stage, self.status = parts.top_bar, parts.advice, parts.stage, parts.status
        self.voice, self.signals, self.reading = parts.voice, parts.signals, parts.reading
        self.devices = Devices(self.top_bar.source, self.top_bar.microphone, self)
        self._guide = ReadingGuide(self.reading, self.controller, self)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self.setWindowTitle(self.tr("Atención en vivo"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)
        self._connect()
        self._on_phase(Phase.OFF)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._parts.set_theme(theme)

    def entered(self) -> None:
        """The first thing to do here is to start."""
        self.top_bar.primary.setFocus()

    def leave(self) -> bool:
        """Turn the camera off first."""
        if self.controller.phase is Phase.OFF:
            return True
        self._leaving = True
        self.controller.stop()
        return False

    def close_down(self) -> None:
        """Join the workers."""
        self._timer.stop()
        self.controller.close()
        self.devices.close()

    def toggle(self) -> None:
        """Start when off, stop (or give up starting) otherwise."""
        if self.controller.phase is not Phase.OFF:
            self.controller.stop()
            return
        where, microphone = self.top_bar.source.where, self.top_bar.microphone.where
        if where is None and microphone is None:
            self._show_error(KnownError(self.tr("No hay qué ver ni qué oír: conecta una cámara o un micrófono.")))
            return
        self._notice_board.dismiss(FAILURE)
        self.controller.start(where, microphone, self.top_bar.mask_choice.currentData())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Single keys, for whatever the focused control leaves over (a button keeps its space bar)."""
        commands = {
            Qt.Key.Key_Space: self.toggle,
            Qt.Key.Key_P: self.top_bar.points.toggle,
            Qt.Key.Key_C: self.controller.calibrate,
            Qt.Key.Key_V: self.voice.calibration.click,
        }
        command = commands.get(Qt.Key(event.key()))
        if command is None or event.modifiers() or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            command()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the signals the width that is left over."""
        super().resizeEvent(event)
        self.signals.fit(self.width())

    def _connect(self) -> None:
        self.controller.phase_changed.connect(self._on_phase)
        self.controller.frame.connect(self._on_frame)
        self.controller.events.connect(self._on_events)
        self.controller.failed.connect(self._show_error)
        self.controller.ended.connect(lambda: self._notice_board.set_error(end_notice()))
        self.top_bar.toggled.connect(self.toggle)
        self.top_bar.calibrate.connect(self.controller.calibrate)
        self.voice.calibrate.connect(self._guide.begin)
        self.top_bar.mask_changed.connect(self.controller.set_mask)
        self.top_bar.points_changed.connect(self.stage.video.set_points)
        self.top_bar.source.refused.connect(lambda sentence: self._show_error(KnownError(sentence)))
        self.stage.notices.dismissed.connect(self._dismiss)
        self.devices.changed.connect(self._on_choice)
        self.devices.failed.connect(self._show_error)
        self._timer.timeout.connect(self.controller.check_end)
        self._timer.timeout.connect(self._refresh)
        for keys, target in (
            ("Alt+F", self.top_bar.source),
            ("Alt+R", self.top_bar.microphone),
            ("Alt+M", self.top_bar.mask_choice),
            ("Alt+S", self.signals.list),
        ):
            QShortcut(QKeySequence(keys), self, target.setFocus)

    def _on_choice(self) -> None:
        """Another camera or microphone, or none: make room for what there is."""
        self._parts.set_sources(self.devices.camera, self.devices.microphone)
        self._say_quietly()

    def _on_phase(self, phase: Phase) -> None:
        self.top_bar.set_phase(phase)
        self.status.set_phase(phase)
        self.voice.set_running(phase is Phase.RUNNING)
        self._say_quietly()
        if phase is Phase.OFF:
            self._forget()
            if self._leaving:
                self._leaving = False
                self.left.emit()
        elif phase is Phase.STARTING:
            self._timer.start()

    def _say_quietly(self) -> None:
        phase, camera = self.controller.phase, self.devices.camera
        self.advice.say_quietly(quiet_line(phase, camera, self.devices.microphone))
        if phase in (Phase.OFF, Phase.STARTING):
            self.stage.video.show_sentence(in_place_of_picture(phase, camera), voice_only=not camera)

    def _forget(self) -> None:
        """The session is over: nothing is known any more."""
        self._timer.stop()
        self._seen_s = self._heard_s = None
        self.model.clear()
        self.reading.hide()
        self._notice_board.clear_conditions()
        self._refresh()

    def _on_frame(self, frame: Frame) -> None:
        self._seen_s = frame.t
        self.stage.video.show_frame(frame.image)
        self.status.count_frame()

    def _on_events(self, events: Iterable[Event], perceived: Perceived | None) -> None:
        self.stage.video.show_landmarks(perceived)
        if perceived is not None:
            self.model.begin(perceived.t)
        for event in events:
            match event:
                case SignalChanged():
                    self.model.apply(event)
                case ConditionChanged():
                    self._notice_board.apply(event)
                case CalibrationChanged():
                    self.stage.show_calibration(event)
                case Cue():
                    # It is in the time of whichever stream it rests on; it is shown now in any case.
                    self.advice.show_cue(replace(event, t=self._now or event.t))
                case ReadingChanged():
                    self._guide.apply(event)
                case VoiceFeatures():
                    self._heard_s = event.t
                    self.voice.apply(event)
                case ToneScored() | FindingChanged():
                    self.voice.apply(event)

    @property
    def _now(self) -> float | None:
        """How long the session lasts: picture and voice begin to count when each begins to come."""
        return max((t for t in (self._seen_s, self._heard_s) if t is not None), default=None)

    def _refresh(self) -> None:
        unseen, unheard = self._notice_board.fault(CAMERA), self._notice_board.fault(MICROPHONE)
        self.voice.set_fault(unheard)
        self.voice.set_over(self.controller.voice_over)
        self.reading.set_fault(unheard)
        self.status.set_faults(camera=bool(unseen), microphone=bool(unheard))
        self.voice.set_calibrated(self.controller.rate_calibrated)
        self.voice.refresh()
        self.model.refresh(self._seen_s)
        self.advice.refresh(self._now)
        self.status.refresh(self._now, self.controller.stats)
        self.stage.calibration.refresh(self._seen_s)
        self.stage.notices.show_notices(self._notice_board.notices)

    def _show_error(self, error: BaseException) -> None:
        self._notice_board.set_error(failure_notice(error))
        self._refresh()

    def _dismiss(self, id: str) -> None:
        self._notice_board.dismiss(id)
        self._refresh()
