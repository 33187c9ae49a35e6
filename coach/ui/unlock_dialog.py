"""A dialog that asks for the passphrase that opens something which is there already: typed once, unseen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from coach.ui.controls import named, plain_label, read_out
from coach.ui.theme import Theme

WIDE_PX: Final = 460
"""Before scaling: room for a long phrase, and for the whole title."""


class UnlockDialog(QDialog):
    """`accepted` once something was typed and is to be used; `phrase` has it."""

    def __init__(self, page: QWidget | None, theme: Theme, title: str, says: str, accept: str) -> None:
        """`page`: whose dialog it is, and whose style sheet it wears. `says`: what of."""
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.says = plain_label("panelText")
        self.says.setText(says)
        self.phrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.phrase.setAccessibleName(says)
        self.use = named(QPushButton(accept), "primary")
        self.cancel = QPushButton(self.tr("Ahora no"))
        for button in (self.use, self.cancel):
            button.setAccessibleName(read_out(button.text()))
        self.use.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.use.setDefault(True)
        self.use.setEnabled(False)
        self.phrase.textChanged.connect(lambda typed: self.use.setEnabled(bool(typed)))
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18))
        column.setSpacing(theme.px(14))
        for part in (self.says, self.phrase):
            column.addWidget(part)
        column.addLayout(row)
        self.setMinimumWidth(theme.px(WIDE_PX))
        self.phrase.setFocus()
