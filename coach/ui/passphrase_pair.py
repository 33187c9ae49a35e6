"""A passphrase that somebody else is to be told: typed twice, so that both know the same."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from coach.ui.theme import Theme

SHORTEST: Final = 8
"""Characters of a passphrase."""


class PassphrasePair(QWidget):
    """`changed`: something was typed."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.phrase, self.again = self._secret(self.tr("Frase de paso")), self._secret(self.tr("Otra vez"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        for place, field in enumerate((self.phrase, self.again)):
            grid.addWidget(QLabel(field.accessibleName()), 0, place)
            grid.addWidget(field, 1, place)
            field.textChanged.connect(lambda _: self.changed.emit())
        grid.setColumnStretch(2, 1)
        self.phrase.returnPressed.connect(self.again.setFocus)
        self.set_theme(theme)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.phrase.text()

    @property
    def ready(self) -> bool:
        """Whether it is one."""
        return len(self.text) >= SHORTEST and self.text == self.again.text()

    @property
    def trouble(self) -> str:
        """What is missing, in a sentence; empty when nothing is."""
        if len(self.text) < SHORTEST:
            return self.tr("La frase de paso necesita {} caracteres o más.").format(SHORTEST)
        return "" if self.ready else self.tr("Las dos frases todavía no son iguales.")

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        for field in (self.phrase, self.again):
            field.setMinimumWidth(theme.px(240))

    def clear(self) -> None:
        """Nothing is typed."""
        self.phrase.clear()
        self.again.clear()

    def _secret(self, name: str) -> QLineEdit:
        field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        field.setAccessibleName(name)
        return field
