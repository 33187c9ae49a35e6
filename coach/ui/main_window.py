"""The window: puts the parts together and hands each what the session finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from coach.core.events import CalibrationChanged, ConditionChanged, Cue, Event, Frame, SignalChanged
from coach.core.landmarks import Perceived
from coach.errors import KnownError
from coach.manual.catalog import Catalog
from coach.manual.conditions import ViewCondition
from coach.ui.advice_card import AdviceCard
from coach.ui.bridge import Background
from coach.ui.column import Column
from coach.ui.failure import FAILURE, end_notice, failure_notice
from coach.ui.notices import NoticeBoard
from coach.ui.session import Phase, SessionController, SessionFactory
from coach.ui.signals_model import SignalsModel
from coach.ui.signals_view import SignalsPanel
from coach.ui.source_chooser import CameraChoice
from coach.ui.stage import Stage
from coach.ui.status_strip import StatusStrip
from coach.ui.theme import Palette, Theme, qt_palette, scale_for, style_sheet, system_palette
from coach.ui.top_bar import TopBar

REFRESH_MS = 100
"""Words change at most ten times a second; the picture is shown as it comes."""


class MainWindow(QMainWindow):
    """Knows sessions only by their factory. `palette` None follows the desktop's light or dark."""

    def __init__(
        self,
        factory: SessionFactory,
        catalog: Catalog,
        conditions: Mapping[str, ViewCondition],
        palette: Palette | None = None,
    ) -> None:
        super().__init__()
        self._fixed_palette = palette
        self._theme = Theme(palette or system_palette())
        self._now: float | None = None
        self._notice_board = NoticeBoard(conditions)
        self._background = Background(self)
        self.controller = SessionController(factory, self)
        self.model = SignalsModel(catalog, self)
        self.top_bar = TopBar(self._theme)
        self.advice = AdviceCard(self._theme)
        self.stage = Stage(self._theme, conditions)
        self._column = Column(self.advice, self.stage, self._theme)
        self.signals = SignalsPanel(self.model, self._theme)
        self.status = StatusStrip(self._theme)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._lay_out()
        self._connect()
        self._set_theme(self._theme)
        self._on_phase(Phase.OFF)

    def find_cameras(self, find: Callable[[], Sequence[CameraChoice]]) -> None:
        """List the cameras that `find` gives, now and when the user asks again, without keeping anybody waiting."""
        self.top_bar.source.search.connect(lambda: self._background.run(find, self._on_cameras))
        self.top_bar.source.search.emit()

    def toggle(self) -> None:
        """Start when off, stop (or give up starting) otherwise."""
        if self.controller.phase is not Phase.OFF:
            self.controller.stop()
            return
        where = self.top_bar.source.where
        if where is None:
            self._show_error(KnownError(self.tr("No encontré ninguna cámara: conecta una o abre una grabación.")))
            return
        self._notice_board.dismiss(FAILURE)
        self.controller.start(where, self.top_bar.mask_choice.currentData())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Single keys, for whatever the focused control leaves over (a button keeps its space bar)."""
        commands = {
            Qt.Key.Key_Space: self.toggle,
            Qt.Key.Key_P: self.top_bar.points.toggle,
            Qt.Key.Key_C: self.controller.calibrate,
            Qt.Key.Key_Escape: self.close,
        }
        command = commands.get(Qt.Key(event.key()))
        if command is None or event.modifiers() or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            command()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Turn the camera off first; the window goes once that is done."""
        if self.controller.phase is Phase.OFF:
            self._timer.stop()
            self.controller.close()
            self._background.close()
            event.accept()
            return
        event.ignore()
        self.controller.phase_changed.connect(self._close_when_off, Qt.ConnectionType.UniqueConnection)
        self.controller.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Grow letters and controls with the window, in a few steps."""
        super().resizeEvent(event)
        scale = scale_for(self.height())
        if scale != self._theme.scale:
            self._set_theme(Theme(self._theme.palette, scale))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Coach"))
        self.setMinimumSize(960, 640)
        self._body = QHBoxLayout()
        self._body.addWidget(self._column, 1)
        self._body.addWidget(self.signals)
        centre = QWidget()
        whole = QVBoxLayout(centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top_bar)
        whole.addLayout(self._body, 1)
        whole.addWidget(self.status)
        self.setCentralWidget(centre)
        self.top_bar.primary.setFocus()

    def _connect(self) -> None:
        self.controller.phase_changed.connect(self._on_phase)
        self.controller.frame.connect(self._on_frame)
        self.controller.events.connect(self._on_events)
        self.controller.failed.connect(self._show_error)
        self.controller.ended.connect(lambda: self._notice_board.set_error(end_notice()))
        self.top_bar.toggled.connect(self.toggle)
        self.top_bar.calibrate.connect(self.controller.calibrate)
        self.top_bar.mask_changed.connect(self.controller.set_mask)
        self.top_bar.points_changed.connect(self.stage.video.set_points)
        self.top_bar.source.refused.connect(lambda sentence: self._show_error(KnownError(sentence)))
        self.stage.notices.dismissed.connect(self._dismiss)
        self._timer.timeout.connect(self.controller.check_end)
        self._timer.timeout.connect(self._refresh)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        for keys, target in (
            ("Alt+F", self.top_bar.source),
            ("Alt+M", self.top_bar.mask_choice),
            ("Alt+S", self.signals.list),
        ):
            QShortcut(QKeySequence(keys), self, target.setFocus)

    def _on_cameras(self, outcome: Future[Sequence[CameraChoice]]) -> None:
        error = outcome.exception()
        if error is not None:
            self._show_error(error)
        else:
            self.top_bar.source.set_cameras(outcome.result())

    def _on_phase(self, phase: Phase) -> None:
        self.top_bar.set_phase(phase)
        self.status.set_phase(phase)
        self.advice.say_quietly(
            {
                Phase.OFF: self.tr("Cuando quieras, pulsa Iniciar. La cámara está apagada."),
                Phase.STARTING: self.tr("Un momento, estoy abriendo la cámara…"),
                Phase.RUNNING: self.tr("Te acompaño. Sin avisos por ahora."),
                Phase.STOPPING: self.tr("Apagando la cámara…"),
            }[phase]
        )
        if phase is Phase.OFF:
            self._forget()
        elif phase is Phase.STARTING:
            self.stage.video.show_sentence(self.tr("Abriendo la cámara…"))
            self._timer.start()

    def _forget(self) -> None:
        """The session is over: nothing is known any more."""
        self._timer.stop()
        self._now = None
        self.model.clear()
        self.stage.video.show_sentence(self.tr("Aquí verás tu imagen, como en un espejo."))
        self._notice_board.clear_conditions()
        self._refresh()

    def _on_frame(self, frame: Frame) -> None:
        self._now = frame.t
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
                    self.advice.show_cue(event)

    def _refresh(self) -> None:
        self.model.refresh(self._now)
        self.advice.refresh(self._now)
        self.status.refresh(self._now, self.controller.stats)
        self.stage.calibration.refresh(self._now)
        self.stage.notices.show_notices(self._notice_board.notices)

    def _show_error(self, error: BaseException) -> None:
        self._notice_board.set_error(failure_notice(error))
        self._refresh()

    def _dismiss(self, id: str) -> None:
        self._notice_board.dismiss(id)
        self._refresh()

    def _close_when_off(self, phase: Phase) -> None:
        if phase is Phase.OFF:
            self.close()

    def _follow_desktop(self) -> None:
        if self._fixed_palette is None:
            self._set_theme(Theme(system_palette(), self._theme.scale))

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        gap = theme.px(14)
        self._body.setContentsMargins(gap, gap, gap, gap)
        self._body.setSpacing(gap)
        self.setPalette(qt_palette(theme))
        self.setStyleSheet(style_sheet(theme))
        for part in (self.top_bar, self.advice, self.stage, self._column, self.signals, self.status):
            part.set_theme(theme)
