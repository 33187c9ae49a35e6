"""From the timeline of a kept session to its report: to read it again, print it, share it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from coach.ui.report_page import REPORT, ReportPage
from coach.ui.review_reading import Opened
from coach.ui.review_window import ReviewWindow
from coach.ui.shared_sessions import SharedSessions


class KeptReport(QObject):
    """A button in the head of the timeline, there once it is known whose session it shows: `shared` looks that up."""

    def __init__(self, revision: ReviewWindow, report: ReportPage, shared: SharedSessions, parent: QObject) -> None:
        super().__init__(parent)
        self._revision, self._report = revision, report
        self._opened: Opened | None = None
        self._theirs = False
        self.button = QPushButton(self.tr("Informe"))
        self.button.setAccessibleName(self.tr("Leer el informe de esta sesión"))
        self.button.hide()
        self.button.clicked.connect(self._show)
        revision.header.add(self.button)
        revision.desk.opened.connect(self._on_opened)
        shared.looked.connect(self._on_looked)

    def _on_opened(self, opened: Opened) -> None:
        self._opened = opened
        self.button.hide()

    def _on_looked(self, session: str, theirs: bool) -> None:
        if self._opened is not None and session == self._opened.id:
            self._theirs = theirs
            self.button.show()

    def _show(self) -> None:
        if self._opened is None:
            return
        show = self._report.show_shared if self._theirs else self._report.show_record
        show(self._opened.record, self._opened.id)
        self._revision.go.emit(REPORT)
