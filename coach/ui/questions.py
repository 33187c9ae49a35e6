"""Asks before something is erased, or anything else is done that matters later; nothing is the default."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QMessageBox, QSizePolicy, QSpacerItem, QWidget

from coach.ui.words import tr

WIDE_PX: Final = 420
"""Of a question's words, in a font of the usual height; Qt's own boxes are as narrow as their shortest line allows."""
_USUAL_PX: Final = 17
"""Height of a line of that font."""


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
    _widen(box)
    yes = box.addButton(done, QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(tr("Cancelar"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    yes.clicked.connect(act)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def _widen(box: QMessageBox) -> None:
    """Wide enough to be read: a box sets its own size as often as it is laid out, so its words are held apart."""
    layout = box.layout()
    assert isinstance(layout, QGridLayout)
    wide = max(WIDE_PX, WIDE_PX * box.fontMetrics().height() // _USUAL_PX)
    room = QSpacerItem(wide, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
    layout.addItem(room, layout.rowCount(), 0, 1, layout.columnCount())
