"""Paints the strips above the lanes: the outline of the sound, and the curves of pitch and rate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from coach.review.pyramid import Pyramid, Values
from coach.review.view import View
from coach.ui.theme import Theme

_ROOM: Final = 0.12
"""Of the extent of a curve is left free above and below it."""


def paint_sound(painter: QPainter, area: QRectF, outline: Pyramid, view: View, theme: Theme) -> None:
    """The sound's outline around the middle of `area`; nothing where it was not read yet."""
    count = max(1, int(area.width()))
    low, high = outline.columns(view.start_s, view.end_s, count)
    middle, reach = area.center().y(), area.height() / 2 - 2
    peak = max(_peak(outline), 0.05)
    painter.setPen(QPen(theme.color("accent", 0.75), 1))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    lines = [
        QLineF(area.left() + place, middle - reach * top / peak, area.left() + place, middle - reach * bottom / peak)
        for place, bottom, top in _known(low, high)
    ]
    painter.drawLines(lines)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_curve(
    painter: QPainter,
    area: QRectF,
    curve: Pyramid,
    view: View,
    theme: Theme,
    band: tuple[float, float] | None = None,
) -> None:
    """A curve over `area`, with the `band` in which it is right."""
    extent = curve.extent
    if extent is None:
        return
    low, high = extent if band is None else (min(extent[0], band[0]), max(extent[1], band[1]))
    room = max((high - low) * _ROOM, 1e-6)
    low, high = low - room, high + room

    def y(value: float) -> float:
        return area.bottom() - (value - low) / (high - low) * area.height()

    if band is not None:
        painter.fillRect(
            QRectF(area.left(), y(band[1]), area.width(), y(band[0]) - y(band[1])), theme.color("good_soft")
        )
    pen = QPen(theme.color("accent"), 1.6)
    if view.span_s / curve.step_s < area.width():
        painter.setPen(pen)
        _paint_points(painter, area, curve, view, y)
        return
    lows, highs = curve.columns(view.start_s, view.end_s, max(1, int(area.width())))
    painter.setPen(QPen(theme.color("accent"), 1))
    painter.drawLines(
        [
            QLineF(area.left() + place, y(top) - 0.8, area.left() + place, y(bottom) + 0.8)
            for place, bottom, top in _known(lows, highs)
        ]
    )


def _paint_points(painter: QPainter, area: QRectF, curve: Pyramid, view: View, y: Callable[[float], float]) -> None:
    """Point by point, with a gap wherever there is no value."""
    first = max(0, int(view.start_s / curve.step_s) - 1)
    values = curve.low[first : int(view.end_s / curve.step_s) + 2]
    run: list[QPointF] = []
    for place, value in enumerate(values, first):
        if np.isnan(value):
            painter.drawPolyline(QPolygonF(run))
            run = []
        else:
            run.append(QPointF(area.left() + view.x(place * curve.step_s, area.width()), y(float(value))))
    painter.drawPolyline(QPolygonF(run))


def _known(low: Values, high: Values) -> list[tuple[int, float, float]]:
    there = np.nonzero(~np.isnan(low))[0]
    return list(zip(there.tolist(), low[there].tolist(), high[there].tolist(), strict=True))


def _peak(outline: Pyramid) -> float:
    extent = outline.extent
    return 0.0 if extent is None else max(abs(extent[0]), abs(extent[1]))
