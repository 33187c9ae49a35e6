"""The marks of the screens, drawn in lines like those of the devices."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from coach.ui.glyphs import in_unit_square


def paint_practice(painter: QPainter, box: QRectF, color: QColor, off: bool = False) -> None:
    """Two bubbles of a conversation."""
    _begin(painter, box, color)
    bubble = QPainterPath(QPointF(0.2, 0.08))
    for x, y in ((0.62, 0.08), (0.62, 0.42), (0.34, 0.42), (0.2, 0.55), (0.2, 0.42), (0.06, 0.42), (0.06, 0.08)):
        bubble.lineTo(x, y)
    bubble.closeSubpath()
    painter.drawPath(bubble)
    _line(painter, (0.76, 0.34), (0.94, 0.34), (0.94, 0.74), (0.84, 0.74), (0.84, 0.9), (0.68, 0.74), (0.4, 0.74))
    _line(painter, (0.4, 0.74), (0.4, 0.6))
    painter.restore()


def paint_live(painter: QPainter, box: QRectF, color: QColor, off: bool = False) -> None:
    """A person within the frame of a picture."""
    _begin(painter, box, color)
    for across, down in ((0.06, 0.1), (0.94, 0.1), (0.06, 0.9), (0.94, 0.9)):
        inward, below = (0.18 if across < 0.5 else -0.18), (0.18 if down < 0.5 else -0.18)
        _line(painter, (across + inward, down), (across, down), (across, down + below))
    painter.drawEllipse(QPointF(0.5, 0.38), 0.14, 0.15)
    painter.drawArc(QRectF(0.22, 0.6, 0.56, 0.5), 15 * 16, 150 * 16)
    painter.restore()


def paint_review(painter: QPainter, box: QRectF, color: QColor, off: bool = False) -> None:
    """A recording with the arrow that plays it."""
    _begin(painter, box, color)
    painter.drawRoundedRect(QRectF(0.06, 0.12, 0.88, 0.62), 0.08, 0.08)
    _line(painter, (0.42, 0.3), (0.64, 0.43), (0.42, 0.56), (0.42, 0.3))
    _line(painter, (0.06, 0.9), (0.94, 0.9))
    painter.drawEllipse(QPointF(0.34, 0.9), 0.045, 0.045)
    painter.restore()


def paint_progress(painter: QPainter, box: QRectF, color: QColor, off: bool = False) -> None:
    """A path that leads upwards."""
    _begin(painter, box, color)
    _line(painter, (0.06, 0.06), (0.06, 0.92), (0.94, 0.92))
    _line(painter, (0.22, 0.7), (0.42, 0.48), (0.58, 0.6), (0.88, 0.22))
    _line(painter, (0.68, 0.2), (0.88, 0.22), (0.87, 0.42))
    painter.restore()


def paint_settings(painter: QPainter, box: QRectF, color: QColor, off: bool = False) -> None:
    """Three sliders."""
    _begin(painter, box, color)
    for down, knob in ((0.2, 0.68), (0.5, 0.32), (0.8, 0.6)):
        _line(painter, (0.06, down), (knob - 0.1, down))
        _line(painter, (knob + 0.1, down), (0.94, down))
        painter.drawEllipse(QPointF(knob, down), 0.1, 0.1)
    painter.restore()


def paint_privacy(painter: QPainter, box: QRectF, color: QColor, off: bool = False) -> None:
    """A padlock."""
    _begin(painter, box, color)
    painter.drawRoundedRect(QRectF(0.16, 0.44, 0.68, 0.48), 0.08, 0.08)
    painter.drawArc(QRectF(0.3, 0.08, 0.4, 0.44), 0, 180 * 16)
    _line(painter, (0.3, 0.3), (0.3, 0.44))
    _line(painter, (0.7, 0.3), (0.7, 0.44))
    _line(painter, (0.5, 0.62), (0.5, 0.74))
    painter.restore()


def paint_back(painter: QPainter, box: QRectF, color: QColor, off: bool = False) -> None:
    """An arrow to the left."""
    _begin(painter, box, color)
    _line(painter, (0.48, 0.2), (0.18, 0.5), (0.48, 0.8))
    _line(painter, (0.18, 0.5), (0.86, 0.5))
    painter.restore()


def _begin(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    in_unit_square(painter, box, color)


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in points])
