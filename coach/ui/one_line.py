"""A line of text that ends in an ellipsis where it does not fit, and is told in full by its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.rows import elided
from coach.ui.theme import Theme


class OneLine(QWidget):
    """Muted, small; as wide as there is room."""

    def __init__(self, theme: Theme, size: int = 12) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_text(self, text: str) -> None:
        """Show this."""
        self.text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line."""
        return QSize(self._theme.px(120), self._theme.px(self._size + 8))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same height."""
        return QSize(self._theme.px(40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the line."""
        painter, font = QPainter(self), QFont(self.font())
        font.setPixelSize(self._theme.px(self._size))
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        area = QRectF(self.rect())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, elided(self.text, font, area.width()))
