"""Asks before something is erased that cannot come back; nothing is the default."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from coach.ui.words import tr


def confirm(page: QWidget, question: str, meaning: str, act: Callable[[], None]) -> QMessageBox:
    """The dialog of `page`, open; `act` when it is agreed to."""
    box = QMessageBox(page)
    box.setWindowTitle(tr("Borrar"))
    box.setText(question)
    box.setInformativeText(meaning)
    yes = box.addButton(tr("Borrar"), QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(tr("Cancelar"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    yes.clicked.connect(act)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
