"""Beside the timeline, one of three: what is picked and noted, the items of the standard, or earlier sessions."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from coach.ui.compare_panel import ComparePanel
from coach.ui.controls import choice_button
from coach.ui.review_card import ItemCard
from coach.ui.review_form import NoteForm
from coach.ui.review_notes import NoteList
from coach.ui.review_standard import StandardPanel
from coach.ui.theme import Theme

_WIDE_PX: Final = 330
DETAILS, STANDARD, EARLIER = range(3)


class ReviewSide(QWidget):
    """`turned`: another of the three is shown."""

    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.card, self.form, self.notes = ItemCard(), NoteForm(theme), NoteList()
        self.standard = StandardPanel(theme)
        self.earlier = ComparePanel(theme)
        pages = (
            (self.tr("Detalle (D)"), self._details()),
            (self.tr("Estándar (E)"), self.standard),
            (self.tr("Comparar (P)"), self.earlier),
        )
        self._pages = QStackedWidget()
        self.tabs: list[QPushButton] = []
        across, group = QHBoxLayout(), QButtonGroup(self)
        across.setSpacing(0)
        for place, (name, page) in enumerate(pages):
            self._pages.addWidget(page)
            tab = choice_button(name, "tab")
            tab.setAccessibleName(name)
            tab.clicked.connect(lambda _, place=place: self.turn(place))
            group.addButton(tab)
            across.addWidget(tab, 1)
            self.tabs.append(tab)
        self.tabs[DETAILS].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(10)
        column.addLayout(across)
        column.addWidget(self._pages, 1)
        self.set_theme(theme)

    @property
    def place(self) -> int:
        """Which of the three is shown."""
        return self._pages.currentIndex()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.setFixedWidth(theme.px(_WIDE_PX))
        self.form.set_theme(theme)
        self.standard.set_theme(theme)
        self.earlier.set_theme(theme)

    def turn(self, place: int) -> None:
        """Show another."""
        self.tabs[place].setChecked(True)
        if place != self.place:
            self._pages.setCurrentIndex(place)
            self.turned.emit()

    def _details(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.card, 3)
        column.addWidget(self.form)
        column.addWidget(self.notes, 2)
        return page
