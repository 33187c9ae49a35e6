"""A dialog that asks for a new passphrase: typed twice, unseen, with what it is for and what is lost without it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coach.ui.controls import named, plain_label, read_out
from coach.ui.passphrase_pair import PassphrasePair
from coach.ui.theme import Theme


class PairDialog(QDialog):
    """`accepted` once the passphrase is there and typed twice; `secret.text` is it."""

    def __init__(self, page: QWidget | None, theme: Theme, title: str, says: str, accept: str) -> None:
        """`page`: whose dialog it is, and whose style sheet it wears. `says`: what is to be known before."""
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.says = plain_label("panelText")
        self.says.setText(says)
        self.secret = PassphrasePair(theme)
        self.told = plain_label("panelText")
        self.save = named(QPushButton(accept), "primary")
        self.cancel = QPushButton(self.tr("Ahora no"))
        for button in (self.save, self.cancel):
            button.setAccessibleName(read_out(button.text()))
        self.secret.changed.connect(self._follow)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._lay_out(theme)
        self._follow()

    def _follow(self) -> None:
        self.save.setEnabled(self.secret.ready)
        self.save.setDefault(self.secret.ready)
        self.told.setText(self.secret.trouble)

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18))
        column.setSpacing(theme.px(14))
        for part in (self.says, self.secret):
            column.addWidget(part)
        column.addLayout(row)
        self.setMinimumWidth(theme.px(560))
