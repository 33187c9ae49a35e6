"""Reviewing a recording: choose it (or drop it here), wait as little as possible, then read its report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from coach.errors import KnownError
from coach.intake.waiting import Waiting
from coach.report.record import SessionRecord
from coach.ui import late
from coach.ui.analysis_job import Analyse, Look
from coach.ui.controls import set_leading
from coach.ui.failure import failure_notice
from coach.ui.intake_card import IntakeCard
from coach.ui.intake_course import IntakeCourse
from coach.ui.intake_drop import DropCard
from coach.ui.intake_parts import (
    FORGET,
    GO_ON,
    SHARED,
    ReadyList,
    choose_recordings,
    failed_notice,
    local_files,
    waiting_notice,
)
from coach.ui.intake_voices import Speaker
from coach.ui.notice_panel import NoticePanel
from coach.ui.notices import Notice
from coach.ui.page import Page, Themed
from coach.ui.page_header import PageHeader
from coach.ui.panel import Panel
from coach.ui.scroll_column import ScrollColumn
from coach.ui.theme import Theme

if TYPE_CHECKING:  # with perception it is imported by the worker that looks
    from coach.intake.glimpse import Glimpse


class ReviewPage(Page):
    """`analysed(SessionRecord)`: a recording was looked at and listened to, and is to be read now.

    Several may be dropped, and folders: one is analysed after the other, and what still waits in `waiting` when the
    page is left, or has not been read when Coach ends, is offered again. `shared(Path)`: a shared file was dropped.
    `shown`: the page was entered. `acted(str)`: what is to be done about a notice that came by `tell`.
    """

    analysed = Signal(object)
    shared = Signal(object)
    shown = Signal()
    acted = Signal(str)

    def __init__(
        self,
        analyse: Analyse,
        theme: Theme,
        waiting: Waiting | None = None,
        look: Look | None = None,
        speaker: Callable[[], Speaker] = late.loudspeaker,
    ) -> None:
        """`look`: finds out whether there is anything to ask about a recording; without it nothing is asked."""
        super().__init__()
        self.setWindowTitle(self.tr("Revisar"))
        self.setAcceptDrops(True)
        self._leaving = False
        self._below: list[Panel] = []
        self._unwritten: list[Notice] = []
        self.course = IntakeCourse(analyse, look, Waiting() if waiting is None else waiting, self)
        self.job = self.course.job
        self.header = PageHeader(self.tr("Revisar"), theme)
        self.notices = NoticePanel(theme, self)
        self.ready, self.whose, self.card = ReadyList(theme), IntakeCard(theme, speaker), DropCard(theme)
        self._connect()
        self._lay_out()
        self.set_theme(theme)
        self.card.rest()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        parts: list[Themed] = [self.header, self.notices, self.ready, self.whose, self.card, self._column]
        for part in (*parts, *self._below):
            part.set_theme(theme)

    def entered(self) -> None:
        """The first thing to do here is to choose, or to go on with what was left."""
        self.card.choose.setFocus()
        if self.course.waiting.all and not self.course.busy:
            self.notices.show_notices([waiting_notice(len(self.course.waiting.all))])
        self.shown.emit()

    def leave(self) -> bool:
        """Give up what is under way first."""
        self._leaving = self.job.running
        self.course.leave()
        return not self._leaving

    def close_down(self) -> None:
        """Join the workers."""
        self.job.close()
        self.whose.voices.close_down()

    def open(self, *dropped: Path) -> None:
        """Analyse these recordings, and those in these folders, after what is under way."""
        shared = [one for one in dropped if one.suffix == SHARED]
        try:
            self.course.add(one for one in dropped if one not in shared)
        except KnownError as error:
            self.tell(failure_notice(error))
            return
        if shared:
            self.shared.emit(shared[0])

    def tell(self, notice: Notice) -> None:
        """Something that has just happened here."""
        self.notices.show_notices([notice])
        self._column.verticalScrollBar().setValue(0)

    def take_back(self, notice: Notice) -> None:
        """What was told holds no longer."""
        self.notices.show_notices([one for one in self.notices.notices if one != notice])

    def add(self, panel: Panel) -> None:
        """One more part below all others, when nothing is under way."""
        self._below.append(panel)
        self._column.add(panel)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files and folders of this computer may be dropped."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """They were; whoever was dragging is told that they arrived."""
        event.acceptProposedAction()
        self.open(*local_files(event.mimeData()))

    def _connect(self) -> None:
        self.header.back.connect(self.home)
        self.card.choose.clicked.connect(lambda: choose_recordings(self, self.open))
        self.card.cancel.clicked.connect(self._give_up)
        self.whose.answered.connect(self.course.answer)
        self.whose.given_up.connect(self.course.give_up)
        self.ready.chosen.connect(self._on_chosen)
        self.notices.acted.connect(self._on_acted)
        self.notices.led.connect(lambda led: set_leading(self.card.choose, not led))
        self.notices.dismissed.connect(lambda _: self.notices.show_notices([]))
        self.job.reached.connect(self._on_reached)
        self.course.began.connect(self._on_began)
        self.course.asked.connect(self._on_asked)
        self.course.begun.connect(self._on_begun)
        self.course.alone.connect(self._on_alone)
        self.course.ready.connect(self.ready.add)
        self.course.over.connect(self._on_over)
        self.course.unwritten.connect(self._on_unwritten)
        self.course.given_up.connect(self._on_given_up)

    def _on_began(self, recording: Path) -> None:
        self.notices.show_notices([])
        self.card.look(recording.name)
        self._show(self.card)
        self.card.cancel.setFocus()

    def _on_asked(self, recording: Path, seen: Glimpse) -> None:
        self.whose.show_glimpse(recording.name, seen, len(self.course.waiting.all) - 1)
        self._show(self.whose)
        self._column.verticalScrollBar().setValue(0)
        self.whose.take_focus()

    def _on_begun(self) -> None:
        self.card.begin()
        self._show(self.card)
        self.card.cancel.setFocus()

    def _on_acted(self, action: str) -> None:
        self.notices.show_notices([])
        if action == GO_ON:
            self.course.go_on()
        elif action == FORGET:
            self.course.forget()
        else:
            self.acted.emit(action)

    def _on_reached(self, share: float) -> None:
        self.card.reach(share)
        self.card.say(share, len(self.course.waiting.all) - 1)

    def _give_up(self) -> None:
        self.card.give_up()
        self.course.give_up()

    def _on_alone(self, record: SessionRecord) -> None:
        self._unwritten = []
        self._rest()
        self.analysed.emit(record)

    def _on_chosen(self, recording: Path, record: SessionRecord) -> None:
        self.course.read(recording)
        self.analysed.emit(record)

    def _on_over(self, failures: list[tuple[Path, Exception]]) -> None:
        self._rest()
        unwritten, self._unwritten = self._unwritten, []
        self.notices.show_notices([*([failed_notice(failures)] if failures else []), *unwritten])
        self.card.choose.setFocus()

    def _on_unwritten(self, error: Exception) -> None:
        self._unwritten = [failure_notice(error)]
        self.notices.show_notices(self._unwritten)

    def _on_given_up(self) -> None:
        self._rest()
        self.card.choose.setFocus()
        if self._leaving:
            self._leaving = False
            self.left.emit()

    def _rest(self) -> None:
        self.card.rest()
        self._show(self.card, *self._below)

    def _show(self, *parts: IntakeCard | DropCard | Panel) -> None:
        """These alone."""
        for part in (self.whose, self.card, *self._below):
            part.setVisible(part in parts)

    def _lay_out(self) -> None:
        self._column = ScrollColumn(self.tr("Revisar"), 808)
        for part in (self.notices, self.ready, self.whose, self.card):
            self._column.add(part)
        self.fill(self.header, self._column)
