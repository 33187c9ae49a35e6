"""What a trainer adds to a session: a comment, a moment, what was missed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from coach.review.annotation import LONGEST_TEXT
from coach.review.details import noticeable
from coach.ui.controls import ChoiceBox
from coach.ui.manual_words import shown
from coach.ui.moment_menu import MomentMenu
from coach.ui.theme import Theme


class NoteForm(QFrame):
    """`commented(str)`, `marked(str)`: the text for it; `placed(str)`: the id of the moment of the service.

    `missed(str)`: the id of what was not detected.
    """

    commented = Signal(str)
    marked = Signal(str)
    placed = Signal(str)
    missed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.text = QLineEdit(maxLength=LONGEST_TEXT)
        self.text.setPlaceholderText(self.tr("Escribe un comentario…"))
        self.text.setAccessibleName(self.tr("Comentario"))
        self.comment = QPushButton(self.tr("Comentar (C)"))
        self.moment = QPushButton(self.tr("Momento… (M)"))
        self.what = ChoiceBox(theme)
        self.what.setAccessibleName(self.tr("Qué faltó detectar"))
        for id, name in noticeable().items():
            self.what.addItem(shown(name), id)
        self.add = QPushButton(self.tr("Agregar lo que faltó (F)"))
        for button in (self.comment, self.moment, self.add):
            button.setAccessibleName(button.text())
        self.comment.clicked.connect(lambda: self._say(self.commented))
        self.text.returnPressed.connect(lambda: self._say(self.commented))
        self.moment.setToolTip(self.tr("En qué momento del servicio va desde aquí (1 a 9), o solo una marca"))
        self.moment.setAccessibleDescription(self.moment.toolTip())
        self.menu = MomentMenu(self)
        self.menu.placed.connect(self.placed)
        self.menu.marked.connect(lambda: self._say(self.marked))
        self.moment.clicked.connect(lambda: self.choose())
        self.add.clicked.connect(lambda: self.missed.emit(self.what.currentData()))
        both = QHBoxLayout()
        both.addWidget(self.comment)
        both.addWidget(self.moment)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addLayout(both)
        column.addWidget(self.what)
        column.addWidget(self.add)

    def choose(self, beside: QPoint | None = None) -> None:
        """Let one of the moments be chosen; without its button in sight `beside` this place of the screen."""
        here = self.moment.mapToGlobal(QPoint(0, self.moment.height()))
        self.menu.popup(here if self.moment.isVisible() or beside is None else beside)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.what.set_theme(theme)

    def _say(self, signal: SignalInstance) -> None:
        text = self.text.text().strip()
        self.text.clear()
        signal.emit(text)
