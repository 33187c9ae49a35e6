"""Small painted marks whose shape alone tells what they mean, so that colour is never needed to read them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from coach.core.events import State


def paint_state(painter: QPainter, box: QRectF, state: State | None, kind: str, color: QColor, ink: QColor) -> None:
    """The mark of a state within a square.

    A present signal's disc carries a tick (`kind` "refuerza") or an exclamation mark ("corrige") drawn in `ink`; an
    absent one is a ring, one that is not observable a dashed ring, one of which nothing is known a dot.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state is State.PRESENT:
        paint_kind(painter, box, kind, color, ink)
    elif state is None:
        painter.setPen(QPen(color, box.width() * 0.25, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoint(box.center())
    else:
        pen = QPen(color, box.width() * 0.12)
        if state is State.NOT_OBSERVABLE:
            pen.setDashPattern([1.6, 1.9])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = box.width() * 0.16
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    painter.restore()


def paint_kind(painter: QPainter, box: QRectF, kind: str, color: QColor, ink: QColor) -> None:
    """A disc with a tick for praise ("refuerza"), with an exclamation mark for what to mind ("corrige")."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(box)
    pen = QPen(ink, box.width() * 0.13)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    strokes = _TICK if kind == "refuerza" else _EXCLAMATION
    for stroke in strokes:
        points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in stroke]
        if len(points) == 1:
            painter.drawPoint(points[0])
        else:
            painter.drawPolyline(points)


def paint_pointer(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A triangle that points to the right, before the row that stands out."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([box.topLeft(), QPointF(box.right(), box.center().y()), box.bottomLeft()]))


def paint_camera(painter: QPainter, box: QRectF, color: QColor, off: bool = False) -> None:
    """A camera seen from the side, crossed out when `off`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    in_unit_square(painter, box, color)
    painter.drawRoundedRect(QRectF(0.04, 0.24, 0.58, 0.52), 0.1, 0.1)
    painter.drawPolyline([QPointF(x, y) for x, y in ((0.62, 0.44), (0.94, 0.3), (0.94, 0.7), (0.62, 0.56))])
    _cross(painter, off)
    painter.restore()


def paint_microphone(painter: QPainter, box: QRectF, color: QColor, off: bool = False) -> None:
    """A microphone on its stand, crossed out when `off`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    in_unit_square(painter, box, color)
    painter.drawRoundedRect(QRectF(0.36, 0.06, 0.28, 0.48), 0.14, 0.14)
    painter.drawArc(QRectF(0.22, 0.18, 0.56, 0.54), 190 * 16, 160 * 16)
    painter.drawLine(QPointF(0.5, 0.72), QPointF(0.5, 0.92))
    painter.drawLine(QPointF(0.34, 0.92), QPointF(0.66, 0.92))
    _cross(painter, off)
    painter.restore()


def in_unit_square(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Draw in lines within a square of side 1 from now on, which is laid over `box`."""
    painter.translate(box.topLeft())
    painter.scale(box.width(), box.height())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(color, 0.075, Qt.PenStyle.SolidLine, cap, join))


def _cross(painter: QPainter, off: bool) -> None:
    if off:
        painter.drawLine(QPointF(0.12, 0.1), QPointF(0.88, 0.9))


_TICK = (((0.28, 0.53), (0.44, 0.68), (0.72, 0.36)),)
_EXCLAMATION = (((0.5, 0.26), (0.5, 0.55)), ((0.5, 0.74),))
