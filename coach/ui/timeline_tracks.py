"""Paints the strips above the lanes: the outline of the sound, and the curves of pitch and rate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from coach.review.pyramid import Pyramid, Values
from coach.review.view import View
from coach.ui.theme import Theme

_ROOM: Final = 0.12
"""Of the extent of a curve is left free above and below it."""


def paint_sound(painter: QPainter, area: QRectF, outline: Pyramid, view: View, theme: Theme) -> None:
    """The sound's outline around the middle of `area`; nothing where it was not read yet."""
    low, high = outline.columns(view.start_s, view.end_s, max(1, int(area.width())))
    middle, reach = area.height() / 2, area.height() / 2 - 2
    peak = max(_peak(outline), 0.05)
    _paint_columns(painter, area, middle - reach * high / peak, middle - reach * low / peak, theme.color("accent", 0.8))


def paint_curve(
    painter: QPainter,
    area: QRectF,
    curve: Pyramid,
    view: View,
    theme: Theme,
    band: tuple[float, float] | None = None,
    extent: tuple[float, float] | None = None,
) -> None:
    """A curve over `area`, with the `band` in which it is right; `extent`: what `area` spans, its own without."""
    extent = extent or curve.extent
    if extent is None:
        return
    low, high = extent if band is None else (min(extent[0], band[0]), max(extent[1], band[1]))
    room = max((high - low) * _ROOM, 1e-6)

    def y(values: Values) -> Values:
        """How far below the top of `area`."""
        below: Values = (high + room - values) / (high - low + 2 * room) * area.height()
        return below

    if band is not None:
        top, foot = y(np.array(band[::-1], np.float32)).tolist()
        painter.fillRect(QRectF(area.left(), area.top() + top, area.width(), foot - top), theme.color("good_soft"))
    if view.span_s / curve.step_s < area.width():
        painter.setPen(QPen(theme.color("accent"), 1.6))
        _paint_points(painter, area, curve, view, y)
        return
    lows, highs = curve.columns(view.start_s, view.end_s, max(1, int(area.width())))
    _paint_columns(painter, area, y(highs), y(lows), theme.color("accent"))


def _paint_points(painter: QPainter, area: QRectF, curve: Pyramid, view: View, y: Callable[[Values], Values]) -> None:
    """Point by point, with a gap wherever there is no value."""
    first = max(0, int(view.start_s / curve.step_s) - 1)
    values = curve.low[first : int(view.end_s / curve.step_s) + 2]
    there = np.flatnonzero(~np.isnan(values))
    for run in np.split(there, np.flatnonzero(np.diff(there) > 1) + 1):
        across = area.left() + view.x(0.0, area.width()) + (first + run) * curve.step_s / view.span_s * area.width()
        down = area.top() + y(values[run])
        painter.drawPolyline(QPolygonF(list(map(QPointF, across.tolist(), down.tolist()))))


def _paint_columns(painter: QPainter, area: QRectF, tops: Values, bottoms: Values, color: QColor) -> None:
    """A px wide each, from `tops` to `bottoms` below the top of `area`; NaN for none.

    As one picture: so many lines cost thirty times as much.
    """
    height = max(1, round(area.height()))
    rows = np.arange(height, dtype=np.float32)[:, None]
    inside = (rows > tops - 1.0) & (rows < bottoms + 0.5)
    pixels = np.where(inside, np.uint32(color.rgba()), np.uint32(0)).tobytes()
    picture = QImage(pixels, len(tops), height, 4 * len(tops), QImage.Format.Format_ARGB32)
    painter.drawImage(QPointF(area.left(), area.top()), picture)


def _peak(outline: Pyramid) -> float:
    extent = outline.extent
    return 0.0 if extent is None else max(abs(extent[0]), abs(extent[1]))
