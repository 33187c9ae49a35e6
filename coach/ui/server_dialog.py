"""Asks for the address of a store on a server, and for its password, which nobody keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from coach.session.address import with_password
from coach.ui.accept_dialog import AcceptDialog
from coach.ui.controls import read_out
from coach.ui.theme import Theme
from coach.ui.words import tr

_WIDE_PX: Final = 464


class ServerDialog(AcceptDialog):
    """A dialog of `page`, open beside everything else; `then` gets the whole address once it is given.

    `address`: of the one that was opened last, without a password; "" where none was.
    """

    def __init__(self, page: QWidget, theme: Theme, then: Callable[[str], None], address: str = "") -> None:
        says = tr("La dirección te la da quien cuida la base de datos. Coach la recuerda; la contraseña, no.")
        super().__init__(page, tr("Abrir las sesiones de un servidor"), says, tr("A&brir"))
        self._then = then
        self.address, self.password = QLineEdit(), QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.address.setPlaceholderText("postgresql://ana@servidor/coach")
        self.use.setDefault(True)
        self.use.setEnabled(False)
        self.address.textChanged.connect(lambda text: self.use.setEnabled(bool(text.strip())))
        self.accepted.connect(self._give)
        self.lay_out(theme, self._fields(theme), _WIDE_PX)
        self.address.setText(address)
        (self.password if address else self.address).setFocus()
        self.open()

    def _give(self) -> None:
        self._then(with_password(self.address.text().strip(), self.password.text()))

    def _fields(self, theme: Theme) -> QWidget:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for name, field in ((tr("&Dirección"), self.address), (tr("&Contraseña"), self.password)):
            label = QLabel(name)
            label.setBuddy(field)
            field.setAccessibleName(read_out(name))
            column.addWidget(label)
            column.addWidget(field)
        return fields
