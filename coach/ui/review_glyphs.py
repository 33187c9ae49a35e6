"""Signs before the rows of a list, whose shape alone tells what they mean."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from coach.core.events import State
from coach.review.annotation import Verdict
from coach.ui.glyphs import paint_state
from coach.ui.theme import Theme

_STATES = {"agree": State.PRESENT, "disagree": State.ABSENT, "not_observable": State.NOT_OBSERVABLE, None: None}


def paint_tick(painter: QPainter, box: QRectF, verdict: Verdict | None, theme: Theme, name: str) -> None:
    """A disc with a tick, a ring with a bar, a dashed ring, in the colour of this name; a dot for nothing said yet."""
    color, inside = theme.color(name), box.adjusted(1, 1, -1, -1)
    paint_state(painter, inside, _STATES[verdict], "refuerza", color, theme.color("surface"))
    if verdict == "disagree":
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, inside.width() * 0.13, c=Qt.PenCapStyle.RoundCap))
        reach = QPointF(inside.width() * 0.2, 0)
        painter.drawLine(inside.center() - reach, inside.center() + reach)


def sign(side: int, ratio: float, paint: Callable[[QPainter, QRectF], None]) -> QIcon:
    """What `paint` paints into a square of `side` px, on a screen of `ratio` pixels a px."""
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, QRectF(0, 0, side, side))
    painter.end()
    return QIcon(picture)
