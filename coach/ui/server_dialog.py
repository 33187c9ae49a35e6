"""Asks for the address of a store on a server, and for its password, which nobody keeps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from coach.session.address import with_password
from coach.ui.controls import named, plain_label, read_out
from coach.ui.theme import Theme


class ServerDialog(QDialog):
    """A dialog of `page`, open beside everything else; `then` gets the whole address once it is given.

    `address`: of the one that was opened last, without a password; "" where none was.
    """

    def __init__(self, page: QWidget, theme: Theme, then: Callable[[str], None], address: str = "") -> None:
        super().__init__(page)
        self._then = then
        self._labels: list[QLabel] = []
        self.setWindowTitle(self.tr("Abrir las sesiones de un servidor"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.address, self.password = self._field(self.tr("&Dirección")), self._field(self.tr("&Contraseña"))
        self.address.setPlaceholderText("postgresql://ana@servidor/coach")
        self.address.setMinimumWidth(theme.px(420))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.go = named(QPushButton(self.tr("A&brir")), "primary")
        self.go.setDefault(True)
        self.go.setEnabled(False)
        self.go.setAccessibleName(read_out(self.go.text()))
        self.no = QPushButton(self.tr("Cancelar"))
        self.address.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.go.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        self.accepted.connect(self._give)
        self._lay_out(theme)
        self.address.setText(address)
        if address:
            self.password.setFocus()
        self.open()

    def _give(self) -> None:
        self._then(with_password(self.address.text().strip(), self.password.text()))

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(read_out(name))
        label = QLabel(name)
        label.setBuddy(field)
        self._labels.append(label)
        return field

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(22), theme.px(20), theme.px(22), theme.px(18))
        column.setSpacing(theme.px(8))
        for label, field in zip(self._labels, (self.address, self.password), strict=True):
            column.addWidget(label)
            column.addWidget(field)
        told = plain_label("panelText")
        told.setText(
            self.tr("La dirección te la da quien cuida la base de datos. Coach la recuerda; la contraseña, no.")
        )
        column.addWidget(told)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.go)
        column.addSpacing(theme.px(6))
        column.addLayout(row)
