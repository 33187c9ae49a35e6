"""The head of a screen: the way back, and what this screen is called."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from coach.ui.controls import named
from coach.ui.marks import MarkButton
from coach.ui.screen_glyphs import paint_back
from coach.ui.theme import Theme


class PageHeader(QWidget):
    """Emits `back`; the button leads to the start screen unless `where` names another place."""

    back = Signal()

    def __init__(self, title: str, theme: Theme, where: str = "") -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.button = MarkButton(where or self.tr("Inicio"), paint_back, theme)
        self.button.setToolTip(self.tr("Volver (Esc)"))
        self.button.clicked.connect(self.back)
        self.title = named(QLabel(title), "pageTitle")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 9, 16, 9)
        layout.setSpacing(14)
        layout.addWidget(self.button)
        layout.addWidget(self.title)
        layout.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """One more at the right."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.button.set_theme(theme)
