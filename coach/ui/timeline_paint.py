"""Paints the timeline from its parts: ruler, strips, lanes, and over them what moves while it plays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from coach.exchange.marks import Mark
from coach.manual.catalog import Kind
from coach.report.rate_band import pace_band
from coach.report.words import clock
from coach.review.details import kind_of
from coach.review.lanes import Lane
from coach.review.pyramid import Pyramid
from coach.review.view import View
from coach.ui.glyphs import paint_kind
from coach.ui.theme import Theme
from coach.ui.timeline_lanes import Look, paint_lane
from coach.ui.timeline_rows import GUTTER_PX, RULER_PX, Part, Row, Strip, Trace
from coach.ui.timeline_tracks import paint_curve, paint_sound
from coach.ui.timeline_words import strip_name

_TICKS_APART_PX = 84.0
_MARK_PX = 13


@dataclass(slots=True)
class Scene:
    """All that is painted: `scroll` px of the lanes are above what is in view.

    `origin_s`: from where times are counted, and a line stands; None for the start.
    """

    view: View
    look: Look
    strips: tuple[Strip, ...] = ()
    curves: Mapping[str, Pyramid] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    scroll: int = 0
    origin_s: float | None = None

    @property
    def lanes_top(self) -> int:
        """Where the lanes begin, in px from the top."""
        theme = self.look.theme
        return theme.px(RULER_PX) if not self.strips else self.strips[-1].top + self.strips[-1].height

    def plot(self, width: float, top: float, height: float) -> QRectF:
        """A strip of the axis of time, beside the names."""
        gutter = self.look.theme.px(GUTTER_PX)
        return QRectF(gutter, top, max(1.0, width - gutter), height)


def paint_scene(painter: QPainter, width: int, height: int, scene: Scene) -> None:
    """All that stands still."""
    theme = scene.look.theme
    painter.fillRect(0, 0, width, height, theme.color("surface"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_grid(painter, width, height, scene)
    _paint_rows(painter, width, height, scene)
    painter.fillRect(0, 0, width, scene.lanes_top, theme.color("surface"))
    _paint_grid(painter, width, scene.lanes_top, scene)
    for strip in scene.strips:
        _paint_strip(painter, width, strip, scene)
    _paint_ruler(painter, width, scene)
    gutter = theme.px(GUTTER_PX)
    painter.fillRect(gutter, 0, 1, height, theme.color("line"))
    _paint_headings(painter, width, height, scene)
    _paint_origin(painter, width, height, scene)


def paint_playhead(painter: QPainter, x: float, height: int, theme: Theme) -> None:
    """Where it plays: a line with a handle in the ruler."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("alert"), 1.6))
    painter.drawLine(QPointF(x, 4), QPointF(x, height))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("alert"))
    painter.drawPolygon(
        QPolygonF([QPointF(x - 6, 2), QPointF(x + 6, 2), QPointF(x + 6, 8), QPointF(x, 14), QPointF(x - 6, 8)])
    )


def paint_stretch(painter: QPainter, left: float, right: float, height: int, theme: Theme) -> None:
    """The stretch that is selected."""
    painter.fillRect(QRectF(left, 0, max(1.0, right - left), height), theme.color("accent", 0.14))
    painter.setPen(QPen(theme.color("accent"), 1))
    for x in (left, right):
        painter.drawLine(QPointF(x, 0), QPointF(x, height))


def _paint_rows(painter: QPainter, width: int, height: int, scene: Scene) -> None:
    theme, top = scene.look.theme, scene.lanes_top
    small, bold = _font(painter, theme, 11), _font(painter, theme, 11, bold=True)
    for row in scene.rows:
        y = top + row.top - scene.scroll
        if y + row.height <= top or y >= height:
            continue
        part = row.part
        if part.content is None:
            continue
        gutter = QRectF(theme.px(12), y, theme.px(GUTTER_PX - 20), row.height)
        painter.setFont(small)
        painter.fillRect(0, y + row.height - 1, width, 1, theme.color("line", 0.6))
        _paint_part(painter, scene.plot(width, y, row.height), part, scene)
        painter.setFont(bold if part.strong else small)
        kind = _kind(part)
        if kind is not None:
            side = theme.px(_MARK_PX)
            mark = QRectF(gutter.right() - side, gutter.center().y() - side / 2, side, side)
            color = theme.color("good" if kind == "refuerza" else "care")
            paint_kind(painter, mark, kind, color, theme.color("surface"))
            gutter.setRight(mark.left() - theme.px(6))
        _paint_name(painter, gutter, part.name, theme.color("accent" if part.strong else "text"))


def _paint_headings(painter: QPainter, width: int, height: int, scene: Scene) -> None:
    """Over the whole width, as nothing stands beside them."""
    theme, top = scene.look.theme, scene.lanes_top
    painter.save()
    painter.setClipRect(QRectF(0, top, width, height - top))
    painter.setFont(_font(painter, theme, 11, bold=True))
    for row in scene.rows:
        y = top + row.top - scene.scroll
        if row.part.content is None and top < y + row.height and y < height:
            painter.fillRect(QRectF(0, y, width, row.height), theme.color("window"))
            area = QRectF(theme.px(12), y, width - theme.px(24), row.height)
            _paint_name(painter, area, row.part.name, theme.color("accent"))
    painter.restore()


def _kind(part: Part) -> Kind | None:
    """What the manual makes of what was found in a lane, which is never told by its colour alone."""
    if not isinstance(part.content, Lane):
        return None
    found = zip(part.content.items, part.content.hatched, strict=True)
    first = next((item for item, hatched in found if not hatched), None)
    return kind_of(first) if isinstance(first, Mark) else None


def _paint_part(painter: QPainter, area: QRectF, part: Part, scene: Scene) -> None:
    painter.save()
    painter.setClipRect(area)
    if isinstance(part.content, Lane):
        paint_lane(painter, area, part.content, scene.view, scene.look)
    elif part.content is not None:
        _paint_trace(painter, area.adjusted(0, 3, 0, -3), part.content, scene)
    if part.within is not None:
        start, end = (area.left() + scene.view.x(t, area.width()) for t in part.within)
        for left, right in ((area.left(), start), (end, area.right())):
            beside = QRectF(left, area.top(), max(0.0, right - left), area.height())
            painter.fillRect(beside.intersected(area), scene.look.theme.color("window"))
    painter.restore()


def _paint_origin(painter: QPainter, width: int, height: int, scene: Scene) -> None:
    """Where the moment begins that all are aligned at."""
    if scene.origin_s is None or not scene.view.start_s <= scene.origin_s <= scene.view.end_s:
        return
    area = scene.plot(width, 0, height)
    x = round(area.left() + scene.view.x(scene.origin_s, area.width()))
    painter.fillRect(x, 3, 2, height - 3, scene.look.theme.color("accent", 0.55))


def _paint_trace(painter: QPainter, area: QRectF, trace: Trace, scene: Scene) -> None:
    band = pace_band() if trace.what == "rate" else None
    view = replace(scene.view, start_s=scene.view.start_s - trace.shift_s, end_s=scene.view.end_s - trace.shift_s)
    paint_curve(painter, area, trace.curve, view, scene.look.theme, band, trace.extent)


def _paint_strip(painter: QPainter, width: int, strip: Strip, scene: Scene) -> None:
    theme = scene.look.theme
    area = scene.plot(width, strip.top + 3, strip.height - 6)
    curve = scene.curves.get(strip.what)
    painter.save()
    painter.setClipRect(area)
    if curve is not None and strip.what == "sound":
        paint_sound(painter, area, curve, scene.view, theme)
    elif curve is not None:
        _paint_trace(painter, area, Trace(strip.what, curve), scene)
    painter.restore()
    painter.setFont(_font(painter, theme, 11))
    gutter = QRectF(theme.px(12), strip.top, theme.px(GUTTER_PX - 20), strip.height)
    _paint_name(painter, gutter, strip_name(strip.what), theme.color("text"))
    painter.fillRect(0, strip.top + strip.height - 1, width, 1, theme.color("line"))


def _paint_grid(painter: QPainter, width: int, height: int, scene: Scene) -> None:
    """A line at every time that the ruler tells."""
    theme = scene.look.theme
    area = scene.plot(width, 0, theme.px(RULER_PX))
    color, top = theme.color("line", 0.7), round(area.bottom()) - 6
    for tick in scene.view.ticks(area.width(), theme.px(_TICKS_APART_PX), scene.origin_s or 0.0):
        # Filled, not drawn: a line as long as this costs a hundred times as much.
        painter.fillRect(round(area.left() + scene.view.x(tick, area.width())), top, 1, height - top, color)


def _paint_ruler(painter: QPainter, width: int, scene: Scene) -> None:
    theme, view = scene.look.theme, scene.view
    area = scene.plot(width, 0, theme.px(RULER_PX))
    painter.setFont(_font(painter, theme, 11))
    origin_s = scene.origin_s or 0.0
    ticks = view.ticks(area.width(), theme.px(_TICKS_APART_PX), origin_s)
    fine = len(ticks) > 1 and ticks[1] - ticks[0] < 1.0
    for tick in ticks:
        x = area.left() + view.x(tick, area.width())
        painter.setPen(theme.color("muted"))
        text = _time(tick - origin_s, fine)
        if x + 4 + painter.fontMetrics().horizontalAdvance(text) <= area.right():  # half a time is another time
            painter.drawText(QRectF(x + 4, 0, 90, area.height()), Qt.AlignmentFlag.AlignVCenter, text)
    painter.fillRect(QRectF(area.left(), 0, area.width(), 3), theme.color("hover"))
    left, right = (area.width() * t / view.duration_s for t in (view.start_s, view.end_s))
    painter.fillRect(QRectF(area.left() + left, 0, max(8.0, right - left), 3), theme.color("track"))
    painter.fillRect(0, round(area.bottom()) - 1, width, 1, theme.color("line"))


def _time(t: float, fine: bool) -> str:
    """As the ruler tells it: to the tenth if `fine`, negative before the moment that all are aligned at."""
    tenths = round(abs(t) * 10)
    text = f"{clock(tenths / 10)}.{tenths % 10}" if fine else clock(tenths / 10)
    return f"−{text}" if t < 0.0 and tenths else text


def _paint_name(painter: QPainter, area: QRectF, text: str, color: QColor) -> None:
    painter.setPen(color)
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, elided)


def _font(painter: QPainter, theme: Theme, px: int, bold: bool = False) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(theme.px(px))
    font.setBold(bold)
    return font
