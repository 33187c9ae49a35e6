"""Coach's own sign for title bars and task bars: a speech bubble with a tick, a short word of praise."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from coach.ui.theme import LIGHT

SIDES_PX: Final = (16, 24, 32, 48, 64, 128, 256)


def app_icon() -> QIcon:
    """The sign in all sizes that desktops ask for; a QApplication must be there."""
    icon = QIcon()
    for side in SIDES_PX:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(side / 100, side / 100)
        _paint(painter)
        painter.end()
        icon.addPixmap(picture)
    return icon


def _paint(painter: QPainter) -> None:
    """The sign on a square of 100 by 100."""
    accent, paper = QColor(LIGHT.accent), QColor(LIGHT.on_accent)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    painter.drawRoundedRect(QRectF(2, 2, 96, 96), 22, 22)
    bubble, tail = QPainterPath(), QPainterPath()
    bubble.addRoundedRect(QRectF(16, 19, 68, 52), 18, 18)
    tail.addPolygon(QPolygonF([QPointF(28, 64), QPointF(28, 86), QPointF(50, 68)]))
    painter.setBrush(paper)
    painter.drawPath(bubble.united(tail))
    painter.setPen(QPen(accent, 9, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline([QPointF(36, 46), QPointF(46, 56), QPointF(65, 35)])
