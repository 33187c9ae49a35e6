"""Asks before something is erased, or anything else is done that matters later; nothing is the default."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from coach.ui.controls import plain_label
from coach.ui.words import tr

WIDE_PX: Final = 420
"""Of a question's words, in a font of the usual height."""
_USUAL_PX: Final = 17
"""Height of a line of that font."""


class Asks:
    """A widget that asks; `question` is the dialog while it is open."""

    question: Question | None = None

    def confirm(self, question: str, meaning: str, act: Callable[[], None], word: str | None = None) -> None:
        """Open the dialog; `act` when it is agreed to. `word`: what is done then, None for erasing."""
        assert isinstance(self, QWidget)
        box = self.question = Question(self, question, meaning, tr("Borrar") if word is None else word)
        box.accepted.connect(act)
        box.finished.connect(lambda _: setattr(self, "question", None))
        box.open()


class Question(QDialog):
    """What is asked, what it would mean, and at the foot, as in every dialog, to leave it (`cancel`) or to do it."""

    def __init__(self, page: QWidget, question: str, meaning: str, word: str) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(word)
        self.setAccessibleDescription(f"{question} {meaning}")  # a reader says only that as it opens, and the button
        self.asks, self.meaning = plain_label("panelTitle"), plain_label("panelText")
        self.asks.setText(question)
        self.meaning.setText(meaning)
        self.cancel, self.use = QPushButton(tr("Cancelar")), QPushButton(word)
        for button, act in ((self.cancel, self.reject), (self.use, self.accept)):
            button.setAccessibleName(button.text())
            button.clicked.connect(act)
        self.cancel.setDefault(True)  # only who goes to the other on purpose does it, with Return as with the space bar
        self._lay_out(max(1.0, self.fontMetrics().height() / _USUAL_PX))
        self.cancel.setFocus()

    def _lay_out(self, scale: float) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(round(edge * scale) for edge in (20, 18, 20, 18)))
        column.setSpacing(round(10 * scale))
        column.addWidget(self.asks)
        column.addWidget(self.meaning)
        column.addSpacing(round(6 * scale))
        column.addLayout(row)
        self.meaning.setMinimumWidth(round(WIDE_PX * scale))
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # as high as the words are once they are wrapped
