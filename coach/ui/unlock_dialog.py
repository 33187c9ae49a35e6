"""A dialog that asks for the passphrase that opens something which is there already: typed once, unseen."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from coach.ui.accept_dialog import AcceptDialog
from coach.ui.theme import Theme

_WIDE_PX: Final = 460


class UnlockDialog(AcceptDialog):
    """`accepted` once something was typed and is to be used; `phrase` has it."""

    def __init__(self, page: QWidget | None, theme: Theme, title: str, says: str, accept: str) -> None:
        """As any `AcceptDialog`; `says`: what of."""
        super().__init__(page, title, says, accept)
        self.phrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.phrase.setAccessibleName(says)
        self.use.setDefault(True)
        self.use.setEnabled(False)
        self.phrase.textChanged.connect(lambda typed: self.use.setEnabled(bool(typed)))
        self.lay_out(theme, self.phrase, _WIDE_PX)
        self.phrase.setFocus()
