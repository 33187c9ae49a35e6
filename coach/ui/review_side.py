"""Beside the timeline, one of two: what is picked and noted, or the items of the competence standard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coach.ui.controls import choice_button
from coach.ui.review_card import ItemCard
from coach.ui.review_form import NoteForm
from coach.ui.review_notes import NoteList
from coach.ui.review_standard import StandardPanel
from coach.ui.theme import Theme

_WIDE_PX: Final = 330


class ReviewSide(QWidget):
    """`turned`: the other one of the two is shown."""

    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.card, self.form, self.notes = ItemCard(), NoteForm(theme), NoteList()
        self.standard = StandardPanel(theme)
        self.details_tab = choice_button(self.tr("Detalle y notas"), "tab")
        self.standard_tab = choice_button(self.tr("Estándar (E)"), "tab")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._details())
        self._pages.addWidget(self.standard)
        tabs, group = QHBoxLayout(), QButtonGroup(self)
        tabs.setSpacing(0)
        for place, tab in enumerate((self.details_tab, self.standard_tab)):
            tab.setAccessibleName(tab.text())
            group.addButton(tab)
            tabs.addWidget(tab, 1)
            tab.clicked.connect(lambda _, place=place: self._turn(place))
        self.details_tab.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(10)
        column.addLayout(tabs)
        column.addWidget(self._pages, 1)
        self.set_theme(theme)

    @property
    def on_standard(self) -> bool:
        """Whether the items of the standard are shown."""
        return self._pages.currentWidget() is self.standard

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.setFixedWidth(theme.px(_WIDE_PX))
        self.form.set_theme(theme)
        self.standard.set_theme(theme)

    def show_standard(self, on: bool) -> None:
        """Show the items of the standard, or what is picked."""
        (self.standard_tab if on else self.details_tab).setChecked(True)
        self._turn(int(on))

    def _turn(self, place: int) -> None:
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
