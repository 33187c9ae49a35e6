"""What the client says, in a bubble: words appear as they are said, without moving those that are there."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from coach.ui.controls import named
from coach.ui.theme import Theme

_TAIL_PX, _PAD_PX = 12, 16


class SpeechBubble(QWidget):
    """Grows with its text; the tail below points to who speaks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._text, self._said = theme, "", 0
        self._gesture = named(QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText), "gesture")
        self._words = named(QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.RichText), "clientLine")
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._gesture)
        self._layout.addWidget(self._words)
        self.set_theme(theme)

    @property
    def text(self) -> str:
        """As much of the line as has been said."""
        return self._text[: self._said]

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        pad = theme.px(_PAD_PX)
        self._layout.setContentsMargins(pad, pad, pad, pad + theme.px(_TAIL_PX))
        self._layout.setSpacing(theme.px(6))
        self._write()

    def show_line(self, text: str, gesture: str | None) -> None:
        """A new line, of which nothing has been said yet."""
        self._text, self._said = text, 0
        self._gesture.setText(gesture or "")
        self._gesture.setVisible(gesture is not None)
        self._words.setAccessibleName(self.tr("Tu cliente dice: {}").format(text))
        self._write()

    def reach(self, characters: int) -> None:
        """So much of it has been said."""
        if characters != self._said:
            self._said = characters
            self._write()

    def set_small(self, small: bool) -> None:
        """Smaller letters, or not."""
        if self._words.property("small") is not small:
            self._words.setProperty("small", small)
            self._words.style().unpolish(self._words)
            self._words.style().polish(self._words)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bubble."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent", 0.45), 1.2))
        painter.setBrush(theme.color("hover"))
        tail, radius = theme.px(_TAIL_PX), theme.px(14)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1 - tail)
        shape = QPainterPath()
        shape.addRoundedRect(body, radius, radius)
        left = body.left() + theme.px(26)
        point = QPainterPath(QPointF(left, body.bottom() - 1))
        for x, y in ((left, body.bottom() + tail), (left + theme.px(18), body.bottom() - 1)):
            point.lineTo(x, y)
        point.closeSubpath()
        painter.drawPath(shape.united(point))

    def _write(self) -> None:
        """All of the text is laid out at once; what has not been said yet has the bubble's own colour."""
        said, rest = escape(self._text[: self._said]), escape(self._text[self._said :])
        hidden = f"<span style='color: {self._theme.color('hover').name()}'>{rest}</span>" if rest else ""
        self._words.setText(f"<p style='line-height: 125%; margin: 0'>{said}{hidden}</p>")
