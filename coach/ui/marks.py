"""Painted marks as parts of a screen: one in a soft disc, and one on a button beside its word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coach.ui.controls import Mark, named, read_out
from coach.ui.theme import Theme


class MarkDisc(QWidget):
    """A mark in a disc of `side` px of the design; it says nothing that the words beside it do not."""

    def __init__(self, mark: Mark, side: int, theme: Theme) -> None:
        super().__init__()
        self._mark, self._side, self._theme = mark, side, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.setFixedSize(QSize(theme.px(self._side), theme.px(self._side)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw disc and mark."""
        painter, side = QPainter(self), float(self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent", 0.13))
        painter.drawEllipse(QRectF(0, 0, side, side))
        inset = side * 0.27
        box = QRectF(inset, inset, side - 2 * inset, side - 2 * inset)
        self._mark(painter, box, self._theme.color("accent"))


class MarkButton(QPushButton):
    """A quiet button: a mark, and the word for it."""

    def __init__(self, text: str, mark: Mark, theme: Theme) -> None:
        super().__init__(text)
        named(self, "markButton")
        self.setAccessibleName(read_out(text))
        self._mark, self._theme = mark, theme

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the mark into the room that the style sheet keeps before the word."""
        super().paintEvent(event)
        painter, side = QPainter(self), self._theme.px(16)
        box = QRectF(self._theme.px(10), (self.height() - side) / 2, side, side)
        self._mark(painter, box, self._theme.color("accent" if self.isEnabled() else "track"))
