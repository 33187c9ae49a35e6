"""Paints the lanes of the timeline: only what is in view, and of what is too small to be told apart one a pixel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from coach.exchange.marks import Mark, What
from coach.review.annotation import Annotation, Verdict
from coach.review.details import kind_of
from coach.review.lanes import DETECTIONS, HATCHED, Item, Lane
from coach.review.view import View
from coach.ui.theme import Theme
from coach.ui.timeline_words import short_title

_MANY: Final = 45
"""Items of a lane in view from which on they are painted plainly: they are a few pixels wide each."""
_TEXT_FROM_PX: Final = 34
_PLAIN_PX: Final = 6.0
"""Round corners cannot be seen on less."""
_PENCIL_PX: Final = 12
_NAMED: Final = (What.MOMENT, What.CLIENT, What.CUE)


@dataclass(frozen=True, slots=True)
class Look:
    """What the lanes are painted with: `verdict_on` tells what somebody said of a detection, `picked` is selected."""

    theme: Theme
    verdict_on: Callable[[Mark], Verdict | None]
    picked: Item | None


def paint_lane(painter: QPainter, area: QRectF, lane: Lane, view: View, look: Look) -> None:
    """One lane; cues are points with their text up to the next one."""
    within = lane.between(view.start_s, view.end_s)
    if within.stop - within.start > _MANY:
        _paint_plainly(painter, area, lane, view, look)
        return
    items = lane.items[within]
    boxes = [item_box(item, area, view) for item in items]
    limits = [*(box.left() for box in boxes[1:]), area.right()]
    for item, box, limit in zip(items, boxes, limits, strict=False):
        _paint_item(painter, box, item, look, (area.left(), limit))


def item_box(item: Item, area: QRectF, view: View) -> QRectF:
    """Where an item lies within its lane; never too thin to be seen."""
    left = area.left() + view.x(item.start_s, area.width())
    right = area.left() + view.x(item.end_s, area.width())
    return QRectF(left, area.top() + 3, max(2.0, right - left), area.height() - 6)


def item_color(item: Item, theme: Theme) -> QColor:
    """By what the manual makes of it; surer detections are stronger."""
    if isinstance(item, Annotation):
        return theme.color("accent")
    if item.what in HATCHED:
        return theme.color("track", 0.8)
    kind = kind_of(item)
    name = "accent" if kind is None else "good" if kind == "refuerza" else "care"
    sure = 0.85 if item.value is None or item.what not in DETECTIONS else 0.35 + 0.6 * item.value
    return theme.color(name, min(1.0, sure))


def _paint_plainly(painter: QPainter, area: QRectF, lane: Lane, view: View, look: Look) -> None:
    """Many at once, as a picture one px high: which px any of them touches."""
    width = max(1, int(area.width()))
    theme = look.theme
    for hatched, color in ((True, theme.color("track", 0.45)), (False, _color_of_many(lane, theme))):
        touched = lane.covered(view.start_s, view.end_s, width, hatched)
        pixels = np.where(touched, np.uint32(color.rgba()), np.uint32(0)).tobytes()
        picture = QImage(pixels, width, 1, 4 * width, QImage.Format.Format_ARGB32)
        painter.drawImage(QRectF(area.left(), area.top() + 3, width, area.height() - 6), picture)
    if look.picked is not None and look.picked in lane.items[lane.between(view.start_s, view.end_s)]:
        _outline(painter, item_box(look.picked, area, view), theme)


def _color_of_many(lane: Lane, theme: Theme) -> QColor:
    told = next((item for item, hatched in zip(lane.items, lane.hatched, strict=True) if not hatched), None)
    color = theme.color("accent") if told is None else item_color(told, theme)
    color.setAlphaF(0.8)
    return color


def _paint_item(painter: QPainter, box: QRectF, item: Item, look: Look, room: tuple[float, float]) -> None:
    """`room`: from where to where a name may be written."""
    theme = look.theme
    if isinstance(item, Mark) and item.what is What.CUE:
        _paint_point(painter, box, theme.color("accent"))
    elif isinstance(item, Mark) and item.what in (What.MOMENT, What.CLIENT):
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("accent", 0.16 if item.what is What.MOMENT else 0.07))
        painter.drawRoundedRect(box, 3, 3)
    elif isinstance(item, Annotation):
        _paint_note(painter, box, item, theme)
    else:
        _paint_detection(painter, box, item, look)
    by_hand = item.of_service if isinstance(item, Annotation) else item.noted
    if by_hand:
        _paint_pencil(painter, box, theme)
    if isinstance(item, Annotation) or item.what in _NAMED:
        _paint_text(painter, box.adjusted(_PENCIL_PX, 0, 0, 0) if by_hand else box, item, theme, room)
    if item == look.picked:
        _outline(painter, box, theme)


def _paint_detection(painter: QPainter, box: QRectF, item: Mark, look: Look) -> None:
    color = item_color(item, look.theme)
    if item.what in HATCHED:
        painter.setPen(QPen(look.theme.color("line"), 1))
        painter.setBrush(_hatch(look.theme))
        painter.drawRoundedRect(box, 2, 2)
        return
    verdict = look.verdict_on(item)
    if verdict is None and box.width() < _PLAIN_PX:
        painter.fillRect(box, color)
        return
    hollow = verdict == "disagree"
    painter.setPen(QPen(color, 1.4) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else color)
    painter.drawRoundedRect(box, 3, 3)
    if verdict is not None and box.width() >= 9:
        _paint_verdict(painter, box, verdict, look.theme)


def _paint_verdict(painter: QPainter, box: QRectF, verdict: Verdict, theme: Theme) -> None:
    """A tick or a cross: never told by the colour alone."""
    painter.setPen(QPen(theme.color("surface" if verdict == "agree" else "text"), 1.8, c=Qt.PenCapStyle.RoundCap))
    middle, unit = box.center(), 3.2
    if verdict == "agree":
        points = [QPointF(-unit, 0), QPointF(-unit / 3, unit * 0.8), QPointF(unit, -unit * 0.8)]
        painter.drawPolyline(QPolygonF([middle + point for point in points]))
    else:
        for slope in (-1, 1):
            end = QPointF(unit * 0.8, slope * unit * 0.8)
            painter.drawLine(middle - end, middle + end)


def _paint_note(painter: QPainter, box: QRectF, note: Annotation, theme: Theme) -> None:
    color = theme.color("care" if note.kind == "missed" else "accent")
    if note.end_s - note.start_s < 0.05:
        _paint_point(painter, box, color)
        return
    painter.setPen(QPen(color, 1.4, Qt.PenStyle.DashLine if note.kind == "missed" else Qt.PenStyle.SolidLine))
    soft = QColor(color)
    soft.setAlphaF(0.16)
    painter.setBrush(soft)
    painter.drawRoundedRect(box, 3, 3)


def _paint_pencil(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """What somebody noted, and the agent did not tell: never told by the colour alone."""
    if box.width() < _PENCIL_PX + 4:
        return
    tip = QPointF(box.left() + 5, box.center().y() + 4)
    painter.setPen(QPen(theme.color("accent"), 2.6))
    painter.drawLine(tip + QPointF(2.2, -2.2), tip + QPointF(6.4, -6.4))
    painter.setPen(QPen(theme.color("accent"), 1.2))
    painter.drawPolyline(QPolygonF([tip + QPointF(0.9, -2.9), tip, tip + QPointF(2.9, -0.9)]))


def _paint_point(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A diamond, at the moment itself."""
    unit, middle = box.height() * 0.42, QPointF(box.left(), box.center().y())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    ends = (QPointF(0, -unit), QPointF(unit, 0), QPointF(0, unit), QPointF(-unit, 0))
    painter.drawPolygon(QPolygonF([middle + end for end in ends]))


def _paint_text(painter: QPainter, box: QRectF, item: Item, theme: Theme, room: tuple[float, float]) -> None:
    """The name inside what lasts, or beside what is a point, as far as there is room."""
    point = item.end_s - item.start_s < 0.05
    left = max(box.left(), room[0]) + (box.height() * 0.6 + 2 if point else 5)
    right = min(room[1], left + 260) - 4 if point else min(box.right(), room[1]) - 3
    if right - left < _TEXT_FROM_PX:
        return
    metrics = QFontMetricsF(painter.font())
    painter.setPen(theme.color("text"))
    text = metrics.elidedText(short_title(item), Qt.TextElideMode.ElideRight, right - left)
    area = QRectF(left, box.top() - 2, right - left, box.height() + 4)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)


def _outline(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(theme.color("text"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 4, 4)


def _hatch(theme: Theme) -> QBrush:
    return QBrush(theme.color("track", 0.8), Qt.BrushStyle.BDiagPattern)
