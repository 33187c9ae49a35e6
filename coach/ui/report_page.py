"""The report of a session in the window: read it, keep the session, save the report, choose another goal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from coach.errors import KnownError
from coach.manual.drills import load_drills
from coach.report.page import page
from coach.report.progress import Figures
from coach.report.record import SessionRecord
from coach.report.report import report
from coach.report.words import Whence
from coach.session.whole_file import write_whole
from coach.ui.controls import named, read_out
from coach.ui.failure import failure_sentence
from coach.ui.file_dialogs import ask_where
from coach.ui.language import translated
from coach.ui.page import Page
from coach.ui.page_header import PageHeader
from coach.ui.report_view import ReportView
from coach.ui.session_history import SessionHistory
from coach.ui.theme import Theme

REPORT: Final = "informe"
"""The id of the page."""


class ReportPage(Page):
    """`show_record` first.

    `share_wanted(str)`: the kept session of this id is to be shared; `review_wanted(str)`: to be seen on its timeline.
    Without a `history` nothing can be kept or compared; the report is there all the same.
    """

    goal_chosen = Signal(str)
    share_wanted = Signal(str)
    review_wanted = Signal(str)

    def __init__(self, theme: Theme, history: SessionHistory | None = None) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Informe"))
        self._history = history
        self._record: SessionRecord | None = None
        self._earlier: tuple[Figures, ...] = ()
        self._kept: str | None = None
        self._asked: datetime | None = None
        self._mine = True
        self._told_as: Whence = "new"
        self._saved: Path | None = None
        self.header = PageHeader(self.tr("Informe"), theme)
        self.header.back.connect(self.home)
        self.view = ReportView(self.tr("Informe de la sesión"), theme)
        self.view.goal_chosen.connect(self._choose)
        self.save = self._button(self.tr("&Guardar informe…"), self._ask_where)
        self.browse = self._button(self.tr("A&brir para imprimir"), self._open)
        self.keep = self._button(self.tr("G&uardar sesión"), self._keep_it)
        self.share = self._button(self.tr("C&ompartir con mi capacitador…"), self._share_it)
        self.review = self._button(self.tr("&Línea de tiempo"), self._review_it)
        self.told = named(QLabel(wordWrap=True), "reportTold")
        self._lay_out()
        if history is not None:
            history.changed.connect(self._compare_anew)
            history.saved.connect(self._was_kept)
            history.failed.connect(lambda error: self.told.setText(failure_sentence(error)))
        self.set_theme(theme)

    def show_record(self, record: SessionRecord, kept: str | None = None) -> None:
        """The report of this session; `kept`: the id under which it is kept already."""
        self._record, self._kept, self._saved, self._mine = record, kept, None, True
        self.told.setText(self._quiet())
        self.view.verticalScrollBar().setValue(0)
        self._render()
        if self._history is not None:
            self._history.refresh()

    def show_shared(self, record: SessionRecord, kept: str) -> None:
        """The report of somebody else's session: nothing of one's own is compared, chosen or kept with it."""
        self._record, self._kept, self._saved, self._mine = record, kept, None, False
        self.told.setText(self._in_spanish(self.tr("Es de quien te la compartió: no cuenta en tu progreso.")))
        self.view.verticalScrollBar().setValue(0)
        self._render()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.header.set_theme(theme)
        self.view.set_theme(theme)

    def entered(self) -> None:
        """The report itself has the focus, so that keys scroll it; what was shared meanwhile has left the computer."""
        if self._told_as != self._whence:
            self._render()
        self.view.setFocus()

    @property
    def _whence(self) -> Whence:
        return "received" if not self._mine else "new" if self._kept is None else "kept"

    def save_to(self, file: Path) -> None:
        """Write the report as one HTML file, whole or not at all."""
        if self._record is None:
            return
        try:
            write_whole(file, page(self._record, self._earlier, whence=self._whence).encode())
        except KnownError as error:
            self.told.setText(failure_sentence(error))
            return
        self._saved = file
        self.told.setText(self.tr("Guardado en «{}». Ábrelo para imprimirlo o hacerlo PDF.").format(file.name))
        self._settle()

    def _compare_anew(self) -> None:
        """The store was read: there may be more to compare with than was shown."""
        if not self._mine or self._history is None or self._record is None:
            return
        self._find_kept(self._history.kept.id_of(self._record))
        if self._history.kept.sessions != self._earlier:
            self._render()

    def _find_kept(self, id: str | None) -> None:
        """It was kept before and is shown anew, or it was erased since: what the store says now is what holds."""
        if id == self._kept or (id is None and self._asked is not None):
            return
        self._kept, self._asked = id, None
        self.told.setText(self._quiet())
        self._settle()

    def _quiet(self) -> str:
        """What there is to say of keeping it while nothing happens, and of its language where that is another."""
        kept = self.tr("Sesión guardada en esta computadora, cifrada.")
        return self._in_spanish(self.tr("Nada se guarda si no lo pides.") if self._kept is None else kept)

    def _in_spanish(self, told: str) -> str:
        return self.tr("{} El informe está siempre en español.").format(told) if translated() else told

    def _render(self) -> None:
        self._settle()
        if self._record is None:
            return
        self._told_as = self._whence
        self._earlier = () if self._history is None or not self._mine else self._history.kept.sessions
        self.view.show_content(report(self._record, self._earlier, whence=self._whence), choosable=self._mine)

    def _settle(self) -> None:
        """Which buttons have something to do."""
        self.save.setEnabled(self._record is not None)
        self.browse.setVisible(self._saved is not None)
        self.keep.setVisible(self._history is not None and self._mine)
        self.share.setVisible(self._kept is not None and self._mine)
        self.review.setVisible(self._kept is not None)
        asked = self._record is not None and self._asked == self._record.started
        self.keep.setEnabled(self._record is not None and self._kept is None and not asked)
        self.keep.setText(self.tr("Sesión guardada") if self._kept is not None else self.tr("G&uardar sesión"))

    def _choose(self, id: str) -> None:
        if self._record is None or not self._mine:
            return
        self._record = replace(self._record, goal=id)
        goal, lost = load_drills()[id].goal, self._history is not None and self._kept is None and self._asked is None
        told = self.tr("Tu meta: {}. Guarda la sesión para que la recuerde.") if lost else self.tr("Tu meta: {}.")
        self.told.setText(told.format(goal))
        self._follow()
        self.goal_chosen.emit(id)
        self._render()

    def _follow(self) -> None:
        """A goal is written down with the session it was chosen after, and so only if that one is kept."""
        if self._history is None or self._record is None or self._record.goal is None or self._kept is None:
            return
        self._history.choose(self._record.goal, self._kept, self._record)

    def _share_it(self) -> None:
        if self._kept is not None:
            self.share_wanted.emit(self._kept)

    def _review_it(self) -> None:
        if self._kept is not None:
            self.review_wanted.emit(self._kept)

    def _keep_it(self) -> None:
        if self._history is not None and self._record is not None:
            self._asked = self._record.started
            self._settle()
            self._history.keep(self._record, otherwise=self._was_not_kept)

    def _was_not_kept(self, error: BaseException) -> None:
        """A full disk, or no passphrase: it can be tried again."""
        self._asked = None
        self.told.setText(failure_sentence(error))
        self._settle()

    def _was_kept(self, id: str, record: SessionRecord) -> None:
        """Somebody kept a session: perhaps this one, which is known by when it began."""
        if self._record is None or not self._mine or record.started != self._record.started:
            return
        self._kept, self._asked = id, None
        self.told.setText(self._quiet())
        self._follow()
        self._settle()

    def _ask_where(self) -> None:
        ask_where(self, self.tr("Guardar informe"), "informe.html", self.save_to, "HTML (*.html)")

    def _open(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.resolve())))

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(read_out(text))
        button.clicked.connect(lambda: act())
        return button

    def _lay_out(self) -> None:
        bar = named(QWidget(), "reportBar")
        across = QHBoxLayout(bar)
        across.setContentsMargins(16, 8, 16, 8)
        across.setSpacing(10)
        for button in (self.keep, self.review, self.save, self.share, self.browse):
            across.addWidget(button)
        across.addWidget(self.told, 1)
        self.fill(self.header, bar, self.view)
