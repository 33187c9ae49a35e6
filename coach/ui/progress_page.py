"""The agent's progress in the window: each number over their own sessions, the goal they chose, nobody else."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coach.report.progress_report import progress_report
from coach.ui.controls import named
from coach.ui.failure import failure_sentence
from coach.ui.language import translated
from coach.ui.page import Page
from coach.ui.page_header import PageHeader
from coach.ui.practice import PRACTICE
from coach.ui.report_view import ReportView
from coach.ui.session_history import SessionHistory
from coach.ui.theme import Theme

PROGRESS: Final = "progreso"
"""The id of the page."""


class ProgressPage(Page):
    """Reads the store anew each time it is entered; what was known before is shown meanwhile.

    `session_wanted()`: one of the kept sessions is to be looked at, its report for instance.
    """

    session_wanted = Signal()

    def __init__(self, theme: Theme, history: SessionHistory) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Mi progreso"))
        self._history = history
        self.header = PageHeader(self.tr("Mi progreso"), theme)
        self.header.back.connect(self.home)
        self.view = ReportView(self.tr("Mi progreso"), theme)
        self.told = named(QLabel(wordWrap=True), "reportTold")
        self.practise = QPushButton(self.tr("&Practicar ahora"))
        self.practise.setAccessibleName(self.tr("Practicar ahora"))
        self.practise.clicked.connect(lambda: self.go.emit(PRACTICE))
        self.sessions = QPushButton(self.tr("&Ver una sesión guardada…"))
        self.sessions.setAccessibleName(self.tr("Ver una sesión guardada"))
        self.sessions.clicked.connect(self.session_wanted)
        bar = named(QWidget(), "reportBar")
        across = QHBoxLayout(bar)
        across.setContentsMargins(16, 8, 16, 8)
        across.setSpacing(10)
        across.addWidget(self.practise)
        across.addWidget(self.sessions)
        across.addWidget(self.told, 1)
        history.changed.connect(self._render)
        history.failed.connect(self._tell)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(bar)
        whole.addWidget(self.view, 1)
        self._render()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.header.set_theme(theme)
        self.view.set_theme(theme)

    def entered(self) -> None:
        """Look for what is new."""
        self.view.setFocus()
        self._history.refresh()

    def _render(self) -> None:
        self.told.setText(self.tr("Tu progreso está siempre en español.") if translated() else "")
        kept = self._history.kept
        self.sessions.setVisible(bool(kept.sessions))
        self.view.show_content(progress_report(kept.sessions, kept.goal))

    def _tell(self, error: BaseException) -> None:
        self.told.setText(failure_sentence(error))
