"""A box to tick, drawn by us: style sheets can colour Qt's own, but not its tick."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from coach.ui.theme import Theme

_SIDE_PX, _GAP_PX = 18, 10


class TickBox(QCheckBox):
    """Ticked or empty; the whole line can be clicked."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the box and its words."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + self._theme.px(_SIDE_PX + _GAP_PX + 8), self._theme.px(30))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """No less, or the words would be cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw box, tick and words."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(_SIDE_PX)
        box = QRectF(2.5, (self.height() - side) / 2, side, side)
        on = self.isChecked()
        painter.setPen(QPen(theme.color("accent" if on or self.hasFocus() else "track"), 2 if self.hasFocus() else 1.4))
        painter.setBrush(theme.color("accent" if on else "surface"))
        painter.drawRoundedRect(box, side * 0.25, side * 0.25)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), side * 0.3, side * 0.3)
        if on:
            cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(theme.color("on_accent"), side * 0.13, Qt.PenStyle.SolidLine, cap, join))
            points = ((0.24, 0.52), (0.43, 0.7), (0.76, 0.32))
            painter.drawPolyline([QPointF(box.x() + x * side, box.y() + y * side) for x, y in points])
        painter.setPen(theme.color("text"))
        words = QRect(round(box.right()) + theme.px(_GAP_PX), 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """The words may be clicked too."""
        return self.rect().contains(pos)
