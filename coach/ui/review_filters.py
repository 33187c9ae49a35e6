"""Which lanes are shown: a chip for each family, and what else is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QWidget

from coach.review.filters import Filter
from coach.review.lanes import Group, Lane
from coach.ui.controls import choice_button
from coach.ui.flow import Flow
from coach.ui.timeline_words import group_name


class ReviewFilters(QWidget):
    """`changed(Filter)`."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.filter = Filter()
        self.chips = {group: choice_button(group_name(group), "chip") for group in Group}
        self.marked = choice_button(self.tr("Solo lo anotado"), "chip")
        self.blind = choice_button(self.tr("No observable"), "chip")
        across = Flow(self, QMargins(12, 4, 12, 6), 5, aside=2)
        for group, chip in self.chips.items():
            chip.setChecked(True)
            chip.clicked.connect(lambda _, group=group: self._set(self.filter.toggled(group)))
            across.addWidget(chip)
        self.blind.setChecked(True)
        self.blind.clicked.connect(lambda on: self._set(replace(self.filter, blind=on)))
        self.marked.clicked.connect(lambda on: self._set(replace(self.filter, only_marked=on)))
        for chip in (self.blind, self.marked):
            across.addWidget(chip)
        for chip in (*self.chips.values(), self.blind, self.marked):
            chip.setAccessibleName(self.tr("Mostrar: {}").format(chip.text()))

    def offer(self, lanes: Sequence[Lane]) -> None:
        """Chips for what there is."""
        there = {lane.group for lane in lanes} | {Group.NOTES}
        for group, chip in self.chips.items():
            chip.setVisible(group in there)

    def compare(self, on: bool) -> None:
        """Notes are on the session under review alone: beside others there are none."""
        self.marked.setDisabled(on)
        self.chips[Group.NOTES].setDisabled(on)

    def _set(self, wanted: Filter) -> None:
        self.filter = wanted
        self.changed.emit(wanted)
