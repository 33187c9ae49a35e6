"""A line of text as long as there is room for, told in full by its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.rows import elided
from coach.ui.theme import Theme


class OneLine(QWidget):
    """Muted, small; as wide as there is room. `align`: at which side it stands."""

    def __init__(self, theme: Theme, size: int = 12, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        super().__init__()
        self._theme, self._size, self._align = theme, size, align
        self.text = ""
        self.wordings: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> str:
        """What is read: the first wording that fits, and the last one cut off with an ellipsis where none does."""
        fitting = (text for text in self.wordings if self.width_of(text) <= self.width())
        return next(fitting, elided(self.wordings[-1], self._letters, self.width()))

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_text(self, text: str, *shorter: str) -> None:
        """Show this, or the first `shorter` wording that fits where it does not."""
        self.text, self.wordings = text, (text, *shorter)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def width_of(self, text: str) -> float:
        """How many px a line of it takes."""
        return QFontMetricsF(self._letters).horizontalAdvance(text)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line."""
        return QSize(self._theme.px(120), self._theme.px(self._size + 8))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same height."""
        return QSize(self._theme.px(40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the line."""
        painter = QPainter(self)
        painter.setFont(self._letters)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignVCenter | self._align, self.shown)

    @property
    def _letters(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(self._size))
        return font
