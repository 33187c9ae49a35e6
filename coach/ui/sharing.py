"""Sharing in the window, both ways: a session to one's trainer, notes back to the agent, and what has come."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from coach.report.record import SessionRecord
from coach.ui.failure import failure_notice
from coach.ui.kept_report import KeptReport
from coach.ui.notes_back import NotesBack
from coach.ui.notices import Notice
from coach.ui.receive_course import SEE, ReceiveCourse
from coach.ui.report_page import REPORT, ReportPage
from coach.ui.review_page import ReviewPage
from coach.ui.review_window import REVISION, ReviewWindow
from coach.ui.share_desk import ShareDesk
from coach.ui.share_page import SHARE, SharePage
from coach.ui.shared_panel import SharedPanel
from coach.ui.shared_sessions import SharedSessions
from coach.ui.theme import Theme

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.worker import StoreWorker
    from coach.ui.review_reading import Opened


class Sharing(QObject):
    """Holds what has to do with it, and puts it where it belongs on other pages."""

    def __init__(
        self,
        worker: StoreWorker,
        exists: Callable[[], bool],
        pages: tuple[ReviewPage, ReportPage, ReviewWindow],
        theme: Theme,
        parent: QObject,
    ) -> None:
        """`exists`: whether there is a store at all; looking for what was shared must not make one."""
        super().__init__(parent)
        self._review, self._report, self._revision = pages
        self.desk, self.shared = ShareDesk(worker, self), SharedSessions(worker, self, exists)
        self.page = SharePage(theme, self.desk, REPORT)
        self.receive = ReceiveCourse(self.desk, self._review)
        self.panel = SharedPanel(self.shared, theme)
        self.notes = NotesBack(self.shared, self)
        self.answer = QPushButton(self.tr("Devolver mis comentarios…"))
        self.answer.setAccessibleName(self.answer.text().rstrip("…"))
        self.answer.hide()
        self.report = KeptReport(self._revision, self._report, self.shared, self)
        self._session = ""
        self._closed: Notice | None = None
        self.box: QMessageBox | None = None
        self._review.add(self.panel)
        self._revision.header.add(self.answer)
        self._connect()

    def _connect(self) -> None:
        self._review.shown.connect(self.shared.come_by)
        self._review.card.receive.clicked.connect(self.receive.choose)
        self._review.shared.connect(self.receive.open)
        self._review.acted.connect(self._act)
        self._report.share_wanted.connect(self._share)
        self._revision.desk.opened.connect(self._on_opened)
        self.receive.told.connect(self._review.tell)
        self.desk.received.connect(lambda _: self.shared.refresh())
        self.desk.opened.connect(self._read)
        self.shared.opened.connect(self._read)
        self.shared.looked.connect(self._on_looked)
        self.shared.failed.connect(self._on_failed)
        self.shared.closed.connect(self._on_closed)
        self.shared.listed.connect(self._on_listed)
        self.panel.timeline.connect(self._go_through)
        self.panel.answer.connect(lambda id: self.notes.begin(id, self._review, self.panel.theme))
        self.notes.told.connect(self._on_notes)
        self.answer.clicked.connect(lambda: self.notes.begin(self._session, self._revision, self.panel.theme))

    def _share(self, session: str) -> None:
        self.page.show_session(session)
        self._report.go.emit(SHARE)

    def _read(self, session: str, record: SessionRecord) -> None:
        self._report.show_shared(record, session)
        self._review.go.emit(REPORT)

    def _go_through(self, session: str) -> None:
        self._revision.desk.open(session)
        self._review.go.emit(REVISION)

    def _act(self, action: str) -> None:
        if action == SEE:
            self._go_through(self.receive.answered)

    def _on_opened(self, opened: Opened) -> None:
        """Of a session of somebody else the notes can go back."""
        self._session = opened.id
        self.answer.hide()
        if self._revision.desk.place.own:
            self.shared.look(opened.id)

    def _on_looked(self, session: str, shared: bool) -> None:
        self.answer.setVisible(shared and session == self._session)

    def _on_failed(self, error: Exception) -> None:
        if self.notes.waiting:
            self.notes.fail(error)
        else:
            self._review.tell(failure_notice(error))
            if self.panel.anything:  # what is shown may not be so; where it never opened nobody is asked again
                self.shared.refresh()

    def _on_closed(self, error: Exception) -> None:
        self._closed = failure_notice(error)
        self._review.tell(self._closed)

    def _on_listed(self) -> None:
        """Why they could not be listed no longer holds."""
        if self._closed is not None:
            self._review.take_back(self._closed)
            self._closed = None

    def _on_notes(self, notice: Notice) -> None:
        """Where they were sent from."""
        if not self._revision.isVisible():
            self._review.tell(notice)
            return
        self.box = QMessageBox(QMessageBox.Icon.Information, notice.title, notice.text, parent=self._revision)
        self.box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box.finished.connect(lambda _: setattr(self, "box", None))
        self.box.open()
