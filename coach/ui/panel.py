"""A surface with a title and what belongs together beneath it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QVBoxLayout, QWidget

from coach.ui.controls import named
from coach.ui.theme import Theme


class Panel(QFrame):
    """Parts one above the other."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._parts = QVBoxLayout(self)
        self.add(named(QLabel(title, textFormat=Qt.TextFormat.PlainText), "panelTitle"))

    def add(self, part: QWidget) -> None:
        """One more part."""
        self._parts.addWidget(part)

    def add_row(self, row: QLayout) -> None:
        """Several parts at once."""
        self._parts.addLayout(row)

    def say(self, text: str) -> None:
        """A sentence that explains."""
        self.add(named(QLabel(text, textFormat=Qt.TextFormat.PlainText, wordWrap=True), "panelText"))

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._parts.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(18))
        self._parts.setSpacing(theme.px(10))
