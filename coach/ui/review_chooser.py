"""The kept sessions as a list, to choose the one to review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from coach.report.words import lasting
from coach.ui.controls import named, plain_label
from coach.ui.failure import failure_sentence
from coach.ui.page import Page
from coach.ui.page_header import PageHeader
from coach.ui.review_desk import ReviewDesk
from coach.ui.review_list import ReviewList
from coach.ui.scroll_column import ScrollColumn
from coach.ui.theme import Theme
from coach.ui.words import day_in_words, kind_name, time_in_words

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.header import SessionHeader

CHOOSER: Final = "elegir_sesion"
"""The id of the page."""


class ReviewChooser(Page):
    """Enter or a click opens a session; `then` is the page that shows it."""

    def __init__(self, desk: ReviewDesk, then: str, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Elegir una sesión"))
        self._desk, self._then = desk, then
        self.header = PageHeader(self.tr("Elegir una sesión"), theme)
        self.told = plain_label("panelText")
        self.list = named(ReviewList(), "reviewList")
        self.list.setAccessibleName(self.tr("Sesiones guardadas"))
        self._column = ScrollColumn(self.tr("Elegir una sesión"), 760)
        self._column.add(self.told)
        self._column.add(self.list)
        self.fill(self.header, self._column)
        self.header.back.connect(self.home)
        self.list.chosen.connect(self._open)
        desk.listed.connect(self._show)
        desk.failed.connect(lambda error: self.told.setText(failure_sentence(error)))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.header.set_theme(theme)
        self._column.set_theme(theme)
        self.list.setMinimumHeight(theme.px(420))

    def entered(self) -> None:
        """Look which sessions there are."""
        self.told.setText(self.tr("Buscando tus sesiones guardadas…"))
        self._desk.list_sessions()
        self.list.setFocus()

    def _show(self, headers: list[SessionHeader]) -> None:
        self.list.clear()
        for header in headers:
            item = QListWidgetItem(self._words(header))
            item.setData(Qt.ItemDataRole.UserRole, header.id)
            self.list.addItem(item)
        self.list.setVisible(bool(headers))
        self.list.setCurrentRow(0)
        self.told.setText(
            self.tr("Elige una con las flechas y Entrar, o con un clic.")
            if headers
            else self.tr("Todavía no hay sesiones guardadas: consérvalas desde su informe, o en Ajustes.")
        )

    def _words(self, header: SessionHeader) -> str:
        began = header.started
        parts = [
            day_in_words(began),
            time_in_words(began),
            kind_name(header.kind),
            lasting(header.duration_s),
            header.note,
        ]
        return " · ".join(part for part in parts if part)

    def _open(self, item: QListWidgetItem) -> None:
        self._desk.open(item.data(Qt.ItemDataRole.UserRole))
        self.go.emit(self._then)
