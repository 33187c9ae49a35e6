"""Reviewing a recording: choose it (or drop it here), wait as little as possible, then read its report."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QProgressBar, QPushButton, QVBoxLayout

from coach.errors import KnownError
from coach.intake.waiting import Waiting, taken_in
from coach.report.record import SessionRecord
from coach.report.words import lasting
from coach.ui.analysis_job import Analyse, AnalysisJob
from coach.ui.controls import named
from coach.ui.failure import failure_notice
from coach.ui.intake_parts import FORGET, GO_ON, SHARED, ReadyList, failed_notice, local_files, waiting_notice
from coach.ui.marks import MarkDisc
from coach.ui.notice_panel import NoticePanel
from coach.ui.page import Page, Themed
from coach.ui.page_header import PageHeader
from coach.ui.screen_glyphs import paint_review
from coach.ui.scroll_column import ScrollColumn
from coach.ui.theme import Theme

_TRUSTED_AFTER_MS = 1500
"""Before that the time left would jump about."""


class ReviewPage(Page):
    """`analysed(SessionRecord)`: a recording was looked at and listened to, and is to be read now.

    Several may be dropped, and folders: one is analysed after the other, and what still waits in `waiting` when the
    page is left, or Coach ends, is offered again. `shared(Path)`: a shared file was dropped.
    """

    analysed = Signal(object)
    shared = Signal(object)

    def __init__(self, analyse: Analyse, theme: Theme, waiting: Waiting | None = None) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Revisar"))
        self.setAcceptDrops(True)
        self._leaving = False
        self._waiting = Waiting() if waiting is None else waiting
        self._current: Path | None = None
        self._alone = True
        self._failures: list[tuple[Path, Exception]] = []
        self._clock = QElapsedTimer()
        self.job = AnalysisJob(analyse, self)
        self.header = PageHeader(self.tr("Revisar"), theme)
        self.notices = NoticePanel(theme, self)
        self.ready = ReadyList(theme)
        self._disc = MarkDisc(paint_review, 72, theme)
        middle = Qt.AlignmentFlag.AlignCenter
        self.title = named(QLabel(wordWrap=True, alignment=middle, textFormat=Qt.TextFormat.PlainText), "cardTitle")
        self.text = named(QLabel(wordWrap=True, alignment=middle, textFormat=Qt.TextFormat.PlainText), "cardText")
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=100)
        self.bar.setAccessibleName(self.tr("Avance del análisis"))
        self.choose = named(QPushButton(self.tr("&Elegir una grabación…")), "primary")
        self.cancel = QPushButton(self.tr("&Cancelar"))
        self.receive = QPushButton(self.tr("&Abrir lo que me compartieron…"))
        self.kept = QPushButton(self.tr("Elegir una sesión &guardada…"))
        for button in (self.choose, self.cancel, self.receive, self.kept):
            button.setAccessibleName(button.text().replace("&", ""))
        self._connect()
        self._lay_out()
        self.set_theme(theme)
        self._rest()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        parts: list[Themed] = [self.header, self.notices, self.ready, self._disc, self._column]
        for part in parts:
            part.set_theme(theme)
        self._card_column.setContentsMargins(theme.px(40), theme.px(56), theme.px(40), theme.px(56))
        self._card_column.setSpacing(theme.px(14))
        self.bar.setFixedWidth(theme.px(420))
        self._card.setMinimumHeight(theme.px(460))

    def entered(self) -> None:
        """The first thing to do here is to choose, or to go on with what was left."""
        self.choose.setFocus()
        if self._waiting.all and not self.job.running:
            self.notices.show_notices([waiting_notice(len(self._waiting.all))])

    def leave(self) -> bool:
        """Give up what is under way first."""
        self._leaving = self.job.running
        self.job.cancel()
        return not self._leaving

    def close_down(self) -> None:
        """Join the worker."""
        self.job.close()

    def open(self, *dropped: Path) -> None:
        """Analyse these recordings, and those in these folders, after what is under way."""
        shared = [one for one in dropped if one.suffix == SHARED]
        try:
            files = taken_in(one for one in dropped if one not in shared)
            self._waiting.add(files)
        except KnownError as error:
            self.notices.show_notices([failure_notice(error)])
            return
        if shared:
            self.shared.emit(shared[0])
        if files and not self.job.running:
            self._begin()
        elif files:
            self._say()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files and folders of this computer may be dropped."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """They were."""
        self.open(*local_files(event.mimeData()))

    def _begin(self) -> None:
        """From the first that waits to the last."""
        self._alone, self._failures = len(self._waiting.all) == 1, []
        self.notices.show_notices([])
        self._next()

    def _next(self) -> None:
        self._current = self._waiting.all[0]
        self.title.setText(self._current.name)
        self.text.setText(self.tr("Preparando…"))
        self.bar.setValue(0)
        self._busy(True)
        self._clock.start()
        self.job.start(str(self._current))
        self.cancel.setFocus()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Elegir una grabación"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Video y sonido (*.mp4 *.mkv *.webm *.mov *.avi *.wav *.mp3 *.m4a *.ogg *.flac)"),
                self.tr("Todos los archivos (*)"),
            ]
        )
        dialog.filesSelected.connect(lambda names: self.open(*map(Path, names)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _connect(self) -> None:
        self.header.back.connect(self.home)
        self.choose.clicked.connect(self._ask)
        self.cancel.clicked.connect(self._give_up)
        self.ready.chosen.connect(self.analysed)
        self.notices.acted.connect(self._on_acted)
        self.notices.dismissed.connect(lambda _: self.notices.show_notices([]))
        self.job.reached.connect(self._on_reached)
        self.job.done.connect(self._on_done)
        self.job.failed.connect(self._on_failed)
        self.job.cancelled.connect(self._on_cancelled)

    def _on_acted(self, action: str) -> None:
        self.notices.show_notices([])
        if action == GO_ON:
            self._begin()
        elif action == FORGET:
            self._waiting.clear()

    def _on_reached(self, share: float) -> None:
        self.bar.setValue(round(100 * share))
        self._say(share)

    def _say(self, share: float = 0.0) -> None:
        """How long this one will still take, and how many come after it."""
        elapsed = self._clock.elapsed()
        if share <= 0.0 or elapsed <= _TRUSTED_AFTER_MS or self._leaving:
            return
        left = elapsed / 1000 * (1.0 - share) / share
        said = self.tr("Faltan {}.").format(lasting(left)) if share < 1.0 else self.tr("Casi listo.")
        after = len(self._waiting.all) - 1
        self.text.setText(f"{said} {self.tr('Después, {} más.').format(after)}" if after else said)

    def _give_up(self) -> None:
        self.text.setText(self.tr("Cancelando…"))
        self.cancel.setEnabled(False)
        self._waiting.clear()
        self.job.cancel()

    def _on_done(self, record: SessionRecord) -> None:
        current = self._finished()
        if self._alone and not self._waiting.all:
            self._rest()
            self.analysed.emit(record)
            return
        self.ready.add(current.name, record)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._failures.append((self._finished(), error))
        self._go_on()

    def _finished(self) -> Path:
        """What was under way waits no more."""
        assert self._current is not None, "a job begins with a recording"
        self._waiting.done(self._current)
        return self._current

    def _go_on(self) -> None:
        if self._waiting.all:
            self._alone = False
            self._next()
            return
        self._rest()
        self.notices.show_notices([failed_notice(self._failures)] if self._failures else [])
        self.choose.setFocus()

    def _on_cancelled(self) -> None:
        self._rest()
        self.choose.setFocus()
        if self._leaving:
            self._leaving = False
            self.left.emit()

    def _rest(self) -> None:
        self.title.setText(self.tr("Arrastra aquí una grabación tuya"))
        self.text.setText(
            self.tr("Un video o un audio de una llamada. Se analiza en esta computadora y el archivo no cambia.")
        )
        self._busy(False)

    def _busy(self, busy: bool) -> None:
        self.cancel.setEnabled(True)
        self.cancel.setVisible(busy)
        self.bar.setVisible(busy)
        self.choose.setVisible(not busy)
        self.receive.setVisible(not busy)
        self.kept.setVisible(not busy)

    def _lay_out(self) -> None:
        self._card = named(QFrame(), "dropCard")
        self._card_column = QVBoxLayout(self._card)
        self._card_column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._card_column.addWidget(self._disc, 0, middle)
        self._card_column.addWidget(self.title)
        self._card_column.addWidget(self.text)
        for widget in (self.bar, self.choose, self.cancel, self.kept, self.receive):
            self._card_column.addWidget(widget, 0, middle)
        self._card_column.addStretch(1)
        self._column = ScrollColumn(self.tr("Revisar"), 760)
        self._column.add(self.notices)
        self._column.add(self.ready)
        self._column.add(self._card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._column, 1)
