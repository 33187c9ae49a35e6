"""What the trainer said of an item of the standard, as a sign whose shape tells it without any colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from coach.core.events import State
from coach.review.annotation import Verdict
from coach.ui.glyphs import paint_state
from coach.ui.theme import Theme

_STATES = {"agree": State.PRESENT, "disagree": State.ABSENT, "not_observable": State.NOT_OBSERVABLE, None: None}


def paint_tick(painter: QPainter, box: QRectF, verdict: Verdict | None, theme: Theme) -> None:
    """A disc with a tick, a ring with a bar, a dashed ring; a dot where nothing was said yet."""
    color = theme.color("track" if verdict is None else "accent")
    inside = box.adjusted(1, 1, -1, -1)
    paint_state(painter, inside, _STATES[verdict], "refuerza", color, theme.color("on_accent"))
    if verdict == "disagree":
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, inside.width() * 0.13, c=Qt.PenCapStyle.RoundCap))
        reach = QPointF(inside.width() * 0.2, 0)
        painter.drawLine(inside.center() - reach, inside.center() + reach)
