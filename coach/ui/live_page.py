"""The live view: the agent's own picture and voice, what shows in them, and one line of advice at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.core.events import Sensitivity
from coach.errors import KnownError
from coach.manual.catalog import Catalog
from coach.manual.conditions import ViewCondition
from coach.ui.advice_desk import AdviceDesk
from coach.ui.context_desk import ContextDesk
from coach.ui.devices import Devices
from coach.ui.failure import FAILURE, end_notice, failure_notice
from coach.ui.film_desk import FilmDesk
from coach.ui.live_feed import LiveFeed
from coach.ui.live_keys import LiveKeys
from coach.ui.live_session import Recorder, SessionFactory
from coach.ui.notices import NoticeBoard
from coach.ui.page import Page
from coach.ui.parts import Parts
from coach.ui.sentences import in_place_of_picture, quiet_line
from coach.ui.session import Phase, SessionController
from coach.ui.session_end import KEEP, REPORT, SessionEnd
from coach.ui.signals_model import SignalsModel
from coach.ui.small_window import SmallWindow
from coach.ui.theme import Theme
from coach.ui.voice_panel import VoiceTables

REFRESH_MS = 100
"""Words change at most ten times a second; the picture is shown as it comes."""


class LivePage(Page):
    """Knows sessions only by their factory. Camera and microphone are off until the user starts them.

    `events(list, Perceived | None)`: what the bridge brings, newest of each subject. `session_started()`: the first
    picture or word is there. `session_ended(Recorder | None)`: all is off; what `recorder` made has got all events.
    `muted(frozenset)`: ids that the agent wants no advice about. `report(Recorder)`, `keep(Recorder)`: the agent asks
    for the report of the session that ended, or to keep it; see `end.offer`. `nothing_came(Recorder | None)`: in the
    place of `session_ended`, all is off and there was neither.
    """

    events = Signal(object, object)
    session_started = Signal()
    session_ended = Signal(object)
    nothing_came = Signal(object)
    muted = Signal(object)
    report = Signal(object)
    keep = Signal(object)

    def __init__(
        self,
        factory: SessionFactory,
        catalog: Catalog,
        conditions: Mapping[str, ViewCondition],
        voice: VoiceTables,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._leaving = False
        self._next_step: str | None = None
        self._recording: Recorder | None = None
        self._ended: Recorder | None = None
        """Of the last session that told something: what is offered is of it, even where another could not begin."""
        self.recorder: Callable[[], Recorder] | None = None
        """Makes what keeps the sessions to come; none unless somebody sets it."""
        self._notice_board = NoticeBoard(conditions)
        self.controller = SessionController(factory, self)
        self.model = SignalsModel(catalog, self)
        self._parts = parts = Parts(self.model, conditions, voice, theme)
        self.top_bar, self.advice, self.stage, self.status = parts.top_bar, parts.advice, parts.stage, parts.status
        self.voice, self.signals, self.reading = parts.voice, parts.signals, parts.reading
        self.service, self.presence, self.side, self.compact = parts.service, parts.presence, parts.side, parts.compact
        self.crisis, self.calibration = parts.crisis, parts.calibration
        self.devices = Devices(self.top_bar.source, self.top_bar.microphone, self)
        self.desk = AdviceDesk(self.advice, self.compact, self.controller, theme, self)
        self.feed = LiveFeed(parts, self.model, self._notice_board, self.desk, self.controller, self)
        self.film = FilmDesk(self.status.film, self.controller, self)
        self.end = SessionEnd(self._notice_board)
        self.small = SmallWindow(self, self.compact)
        self._keys = LiveKeys(self, ContextDesk(parts, self.controller, self).turn_crisis)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self.setWindowTitle(self.tr("Atención en vivo"))
        self.fill(parts)
        self._connect()
        self._on_phase(Phase.OFF)

    @property
    def dressed(self) -> Sequence[QWidget]:
        """In parts: while a session runs, all at once would be felt."""
        parts = self._parts
        return parts.top_bar, parts.service, parts.column, parts.side, parts.status

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._parts.set_theme(theme)
        self.desk.set_theme(theme)

    def prepare(self) -> None:
        """Bring what takes long to load, before the window is there to be held up; else it comes when it is entered."""
        self.presence.trend.load()

    def entered(self) -> None:
        """The first thing to do here is to start."""
        self.prepare()
        self.top_bar.primary.setFocus()

    def leave(self) -> bool:
        """Turn the camera off first."""
        self.small.leave()
        if self.controller.phase is Phase.OFF:
            return True
        self._leaving = True
        self.controller.stop()
        return False

    def close_down(self) -> None:
        """Join the workers."""
        self._timer.stop()
        self.compact.hide()
        self.compact.deleteLater()
        self.controller.close()
        self.devices.close()

    def toggle(self) -> None:
        """Start when off, stop (or give up starting) otherwise."""
        if self.controller.phase is not Phase.OFF:
            self.controller.stop()
            return
        where, microphone = self.top_bar.source.where, self.top_bar.microphone.where
        if where is None and microphone is None:
            self.tell(KnownError(self.tr("No hay qué ver ni qué oír: conecta una cámara o un micrófono.")))
            return
        self._notice_board.dismiss(FAILURE)
        self._recording = None if self.recorder is None else self.recorder()
        self.controller.tap = None if self._recording is None else self._recording.push
        self.film.hook()
        self.controller.start(where, microphone, self.top_bar.mask_choice.currentData())

    def turn_back(self) -> None:
        """Home; what tells something is ended first, here, where its report is offered, and left the next time."""
        if self.controller.phase is Phase.RUNNING and self.end.worth(self.feed.now or 0.0, self._recording is not None):
            self.controller.stop()
        elif self.controller.phase is not Phase.STOPPING:
            self.home.emit()

    def calibrate(self) -> None:
        """Guide through the calibration of what is chosen; only while a session runs."""
        if self.controller.phase is Phase.RUNNING:
            self.feed.calibration.begin(self.devices.camera, self.devices.microphone)

    def tell(self, error: BaseException) -> None:
        """What went wrong, among the notices."""
        self._notice_board.set_error(failure_notice(error))
        self.feed.refresh()

    def set_side(self, widget: QWidget | None, name: str = "") -> None:
        """Put a panel in place of the signals, which stay a tab away (L); None takes it away."""
        self._parts.set_side(widget, name)

    def lead_to(self, step: str | None) -> None:
        """The panel's button that is the next step, by its name, before which «Iniciar» stands back; None: none is."""
        self._next_step = step
        self.top_bar.stand_back("panel", step is not None)
        self._say_quietly()

    def set_advice(self, sensitivity: Sensitivity, muted: frozenset[str]) -> None:
        """How readily to advise, and about which ids never to."""
        self.desk.set_wishes(sensitivity, muted)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Single keys, for whatever the focused control leaves over (a button keeps its space bar)."""
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the column at the right the width that is left over."""
        super().resizeEvent(event)
        self.side.fit(self.width())
        self.service.fit(self.width())

    def _connect(self) -> None:
        self.controller.phase_changed.connect(self._on_phase)
        self.controller.events.connect(self.events)
        self.controller.failed.connect(self.tell)
        self.film.failed.connect(self.tell)
        self.controller.ended.connect(lambda: self._notice_board.set_error(end_notice()))
        self.top_bar.home.connect(self.turn_back)
        self.top_bar.toggled.connect(self.toggle)
        self.top_bar.calibrate.connect(self.calibrate)
        self.service.small.connect(self.small.turn)
        self.desk.muted.connect(self.muted)
        self.top_bar.mask_changed.connect(self.controller.set_mask)
        self.top_bar.points_changed.connect(self.stage.video.set_points)
        self.top_bar.source.refused.connect(lambda sentence: self.tell(KnownError(sentence)))
        self.stage.notices.dismissed.connect(self._dismiss)
        self.stage.notices.acted.connect(self._act)
        self.devices.changed.connect(self._on_choice)
        self.devices.failed.connect(self.tell)
        self._timer.timeout.connect(self.controller.check_end)
        self._timer.timeout.connect(self.feed.refresh)
        self._timer.timeout.connect(self.film.refresh)

    def _on_choice(self) -> None:
        """Another camera or microphone, or none: make room for what there is."""
        self._parts.set_sources(self.devices.camera, self.devices.microphone)
        self.film.set_sources(self.devices.camera, self.devices.microphone)
        self._say_quietly()

    def tell_kept(self, recorder: Recorder, error: BaseException | None) -> None:
        """The session that was to be kept is, or why it is not; of another one than the last nothing is offered."""
        if recorder is self._ended:
            self.end.kept() if error is None else self.end.not_kept()
        if error is not None:
            self.tell(error)
        self.feed.refresh()

    def _on_phase(self, phase: Phase) -> None:
        running = phase is Phase.RUNNING
        for part in (self.top_bar, self.status):
            part.set_phase(phase)
        for other in (self.voice, self.presence, self.advice):
            other.set_running(running)
        self._say_quietly()
        if phase is Phase.STARTING:
            self._timer.start()
        elif running:
            self.end.begin()
            self.session_started.emit()
        elif phase is Phase.OFF:
            self._on_off()

    def _on_off(self) -> None:
        self._timer.stop()
        lasted, recording = self.feed.now, self._recording
        self.controller.tap = None
        self.film.finish()
        if lasted is not None:
            self._ended = recording
            told_s = lasted if recording is None else recording.seconds
            self.end.tell(told_s, recording is not None, self.film.holds, cut=self.film.cut)
        self.feed.clear()
        (self.nothing_came if lasted is None else self.session_ended).emit(recording)
        if self._leaving:
            self._leaving = False
            self.left.emit()

    def _say_quietly(self) -> None:
        phase, camera = self.controller.phase, self.devices.camera
        self.desk.say_quietly(quiet_line(phase, camera, self.devices.microphone, self._next_step))
        if phase in (Phase.OFF, Phase.STARTING):
            self.stage.video.show_sentence(
                in_place_of_picture(phase, camera, self.devices.microphone), voice_only=not camera
            )

    def _dismiss(self, id: str) -> None:
        self._notice_board.dismiss(id)
        self.feed.refresh()

    def _act(self, action: str) -> None:
        """A button of the notice at the end of a session."""
        self.end.keeping() if action == KEEP else self.end.begin()
        self.feed.refresh()
        {REPORT: self.report, KEEP: self.keep}[action].emit(self._ended)
