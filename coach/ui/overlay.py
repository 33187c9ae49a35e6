"""Draws what perception found on top of the picture: on a sheet of its own, which lies over every frame until news."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from coach.core.landmarks import Perceived, Pose
from coach.ui.skeleton import FACE, HAND, IRISES, POSE

Points = npt.NDArray[np.float64]

VISIBLE = 0.5
"""A joint of the body is drawn when both its visibility and its presence reach this."""
_FACE_INK, _HAND_INK, _BODY_INK = QColor(255, 255, 255, 205), QColor(255, 206, 112, 235), QColor(116, 226, 214, 225)


class Overlay:
    """The landmarks as a transparent picture. They come half as often as frames, and lines cost more than the frame."""

    def __init__(self) -> None:
        self._found: tuple[object, ...] = ()
        self._place: tuple[object, ...] = ()
        self._sheet = QImage()

    def paint(self, painter: QPainter, area: QRectF, perceived: Perceived) -> None:
        """Lay them over `area`, which shows the whole frame mirrored."""
        found = (perceived.face, perceived.hands, perceived.pose)  # a result that is repeated is the same object
        place = (perceived.size, area.getRect(), painter.device().devicePixelRatioF())
        if place != self._place or any(one is not other for one, other in zip(found, self._found, strict=True)):
            self._found, self._place = found, place
            self._sheet = _drawn(area, perceived, painter.device().devicePixelRatioF())
        painter.drawImage(area.toAlignedRect().topLeft(), self._sheet)


def _drawn(area: QRectF, perceived: Perceived, ratio: float) -> QImage:
    bounds = area.toAlignedRect()
    sheet = QImage(bounds.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.setDevicePixelRatio(ratio)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    paint_landmarks(painter, area.translated(-bounds.x(), -bounds.y()), perceived)
    painter.end()
    return sheet


def paint_landmarks(painter: QPainter, area: QRectF, perceived: Perceived) -> None:
    """Draw face, hands and body into `area`, which shows the whole frame mirrored."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    size = max(1.0, area.height() / 480)
    if perceived.pose is not None:
        pose = perceived.pose
        points = to_view(pose.points, perceived.size, area)
        shown = [bone for bone in POSE if _seen(pose, bone)]
        _lines(painter, points, shown, _pen(_BODY_INK, 2.2 * size))
        _dots(painter, points, sorted({joint for bone in shown for joint in bone}), _pen(_BODY_INK, 6 * size))
    if perceived.face is not None:
        points = to_view(perceived.face.points, perceived.size, area)
        _lines(painter, points, FACE, _pen(_FACE_INK, int(size)))  # 1 px wide it costs a tenth
        _dots(painter, points, IRISES, _pen(_FACE_INK, 3.6 * size))
    for hand in perceived.hands:
        points = to_view(hand.points, perceived.size, area)
        _lines(painter, points, HAND, _pen(_HAND_INK, 1.8 * size))
        _dots(painter, points, range(len(points)), _pen(_HAND_INK, 4.2 * size))


def to_view(points: npt.NDArray[np.float32], frame: tuple[int, int], area: QRectF) -> Points:
    """Points (n, 2) in pixels of the frame, as places in the mirrored view."""
    width, height = frame
    across = area.x() + (1 - points[:, 0] / width) * area.width()
    down = area.y() + points[:, 1] / height * area.height()
    return np.column_stack((across, down)).astype(np.float64)


def _seen(pose: Pose, bone: tuple[int, int]) -> bool:
    ends = list(bone)
    return bool((pose.visibility[ends] >= VISIBLE).all() and (pose.presence[ends] >= VISIBLE).all())


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _lines(painter: QPainter, points: Points, chains: Iterable[tuple[int, ...]], pen: QPen) -> None:
    painter.setPen(pen)
    places, path = points.tolist(), QPainterPath()  # one path is drawn a third faster than its lines one by one
    for chain in chains:
        path.moveTo(*places[chain[0]])
        for index in chain[1:]:
            path.lineTo(*places[index])
    painter.drawPath(path)


def _dots(painter: QPainter, points: Points, which: Iterable[int], pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawPoints(QPolygonF([QPointF(*points[index]) for index in which]))
