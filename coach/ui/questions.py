"""Asks before something is erased, or anything else is done that matters later; nothing is the default."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from coach.ui.words import tr


class Asks:
    """A widget that asks; `question` is the dialog while it is open."""

    question: QMessageBox | None = None

    def confirm(self, question: str, meaning: str, act: Callable[[], None], word: str | None = None) -> None:
        """Open the dialog; `act` when it is agreed to. `word`: what is done then, None for erasing."""
        assert isinstance(self, QWidget)
        box = self.question = _dialog(self, question, meaning, act, word)
        box.finished.connect(lambda _: setattr(self, "question", None))
        box.open()


def _dialog(page: QWidget, question: str, meaning: str, act: Callable[[], None], word: str | None) -> QMessageBox:
    done = tr("Borrar") if word is None else word
    box = QMessageBox(page)
    box.setWindowTitle(done)
    box.setText(question)
    box.setInformativeText(meaning)
    yes = box.addButton(done, QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(tr("Cancelar"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    yes.clicked.connect(act)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
