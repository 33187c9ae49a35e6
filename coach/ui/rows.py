"""Rows that a widget paints itself: arrow keys choose one, Return or the pointer explains it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from coach.ui.theme import Theme

ROW_PX = (18, 30)
"""Least and greatest height of a row, before scaling: rows that are far apart are hard to read together."""


class Rows(QWidget):
    """Whoever inherits gives `paint_row`, `spoken` and `explanation` for each of `count` rows of equal height."""

    def __init__(self, count: int, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.count = count
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    def paint_row(self, painter: QPainter, row: QRectF, place: int) -> None:
        """Draw the row at `place` within `row`."""
        raise NotImplementedError

    def spoken(self, place: int) -> str:
        """The row at `place` as a screen reader tells it."""
        raise NotImplementedError

    def explanation(self, place: int) -> str:
        """More about the row at `place`, as rich text; empty when there is none."""
        raise NotImplementedError

    def tell(self) -> None:
        """The rows read differently now."""
        self.setAccessibleDescription("; ".join(self.spoken(place) for place in range(self.count)))
        self.update()

    def row_rect(self, place: int) -> QRectF:
        """Where the row at `place` lies."""
        height = min(self.height() / self.count, self.theme.px(ROW_PX[1]))
        return QRectF(0, place * height, self.width(), height)

    def font_of(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The window's letters in `size` px before scaling."""
        font = QFont(self.font())
        font.setPixelSize(self.theme.px(size))
        font.setWeight(weight)
        return font

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Every row at its least height."""
        return QSize(self.theme.px(120), self.count * self.theme.px(ROW_PX[0]))

    def sizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw all rows, and a ring around the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(self.count):
            painter.save()
            self.paint_row(painter, self.row_rect(place), place)
            painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(self.theme.color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = self.row_rect(self.current).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, self.theme.px(5), self.theme.px(5))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and down choose, Return explains; the rest is left to the window."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.current = min(self.count - 1, max(0, self.current + steps[key]))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._explain(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the row that was clicked, and explain it."""
        self.current = self._place_at(event.position().toPoint())
        self._explain(self.current)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Explain the row under the resting pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._explain(self._place_at(event.pos()))
            return True
        return super().event(event)

    def _place_at(self, point: QPoint) -> int:
        return min(self.count - 1, max(0, int(point.y() / max(1.0, self.row_rect(0).height()))))

    def _explain(self, place: int) -> None:
        text = self.explanation(place)
        if text:
            corner = self.row_rect(place).bottomLeft().toPoint()
            QToolTip.showText(self.mapToGlobal(corner), f"<div style='width: 320px'>{text}</div>", self)


def fits(text: str, font: QFont, width: float) -> bool:
    """Whether a line is no wider than `width` px."""
    return QFontMetricsF(font).horizontalAdvance(text) <= width


def elided(text: str, font: QFont, width: float) -> str:
    """The line, its end cut off with an ellipsis if need be."""
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(width))
