"""Small painted marks whose shape alone tells what they mean, so that colour is never needed to read them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

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


def paint_lamp(painter: QPainter, box: QRectF, lit: bool, color: QColor) -> None:
    """A camera's lamp: filled while it is on, a ring while it is off."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(color if lit else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)


_TICK = (((0.28, 0.53), (0.44, 0.68), (0.72, 0.36)),)
_EXCLAMATION = (((0.5, 0.26), (0.5, 0.55)), ((0.5, 0.74),))
