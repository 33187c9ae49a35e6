"""One of a few: buttons side by side of which one is down, each with a word and perhaps what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from coach.ui.controls import named
from coach.ui.theme import Theme

_NAME_PX = 176
_COLUMNS = 3
"""All rows have as many, so that what can be chosen is in line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: `id` for us, `name` and `meaning` for people."""

    id: str
    name: str
    meaning: str = ""


class ChoiceRow(QWidget):
    """`chosen(id)` when the user picks another; arrows go from one to the next, as in any group of radio buttons.

    `said`: what there is to say beside them once one was chosen; a row that is full has no room for it.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._name = named(QLabel(name), "choiceName")
        self._name.setContentsMargins(0, 9, 0, 0)
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        for choice in choices:
            row.addWidget(self._offer(name, choice), 1)
        self.said = named(QLabel(wordWrap=True), "choiceMeaning")
        self.said.setContentsMargins(0, 9, 0, 0)
        for place in range(_COLUMNS - len(choices)):
            row.addWidget(QWidget() if place else self.said, 1, Qt.AlignmentFlag.AlignTop)

    def set_theme(self, theme: Theme) -> None:
        """Restyle; the names of all rows are equally wide, so that what can be chosen is in line."""
        self._name.setFixedWidth(theme.px(_NAME_PX))

    def choose(self, id: str) -> None:
        """Show that this one holds, and is where Tab comes to; tells nobody."""
        self._buttons[id].setChecked(True)
        for button in self._buttons.values():  # Qt does so only once the user has chosen
            policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _offer(self, name: str, choice: Choice) -> QWidget:
        button = self._buttons[choice.id] = QRadioButton(choice.name)
        button.setAccessibleName(f"{name}: {choice.name}")
        button.setAccessibleDescription(choice.meaning)
        button.clicked.connect(lambda: self.chosen.emit(choice.id))
        self._group.addButton(button)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        column.addWidget(button)
        if choice.meaning:
            top = Qt.AlignmentFlag.AlignTop
            column.addWidget(named(QLabel(choice.meaning, wordWrap=True, alignment=top), "choiceMeaning"))
        column.addStretch(1)
        return cell
