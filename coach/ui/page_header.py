"""The head of a screen: the way back, and what this screen is called."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coach.ui.controls import named
from coach.ui.marks import MarkButton
from coach.ui.screen_glyphs import paint_back
from coach.ui.tab_order import one_after_the_other, stops
from coach.ui.theme import Theme

_LEAST_PX: Final = 160
"""Of a title, however much stands beside it."""


class Title(QWidget):
    """As wide as its text, but the first to give way: it ends in an ellipsis then, and its tooltip tells it in full."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def text(self) -> str:
        """All of it."""
        return self._text

    def setText(self, text: str) -> None:  # noqa: N802
        """Show this."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all of it."""
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 2, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for a word."""
        return QSize(min(_LEAST_PX, self.sizeHint().width()), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """As much of it as fits."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


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
        self.title = named(Title(title), "pageTitle")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 9, 16, 9)
        layout.setSpacing(14)
        layout.addWidget(self.button)
        layout.addWidget(self.title)
        layout.addStretch(1)

    def lead(self, where: str) -> None:
        """The button leads to this place from now on, "" for the start screen."""
        self.button.setText(where or self.tr("Inicio"))
        self.button.setAccessibleName(self.button.text())

    def add(self, widget: QWidget) -> None:
        """One more at the right."""
        layout = self.layout()
        assert layout is not None
        *_, last = stops(self)
        layout.addWidget(widget)
        one_after_the_other([last, widget])

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.button.set_theme(theme)
