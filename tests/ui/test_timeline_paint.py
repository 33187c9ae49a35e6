"""What the timeline tells by a colour it tells by a mark too."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from coach.exchange.marks import Mark, What
from coach.review.lanes import Group, Lane
from coach.review.view import View
from coach.ui.theme import LIGHT, Theme
from coach.ui.timeline_lanes import Look
from coach.ui.timeline_paint import Scene, paint_scene
from coach.ui.timeline_rows import GUTTER_PX, Part, stacked

THEME = Theme(LIGHT)


def gutter(what: What, id: str) -> list[bool]:
    """Beside a lane of one mark: the pixels of its name as ink or ground, colour taken away."""
    lane = Lane(Group.FACE, id, "Igual", (Mark(what, id, "Igual", 2.0, 4.0, 0.9),))
    scene = Scene(View.whole(10.0), Look(THEME, lambda _: None, None), rows=stacked([Part("Igual", lane)], THEME))
    picture = QImage(600, 60, QImage.Format.Format_ARGB32)
    painter = QPainter(picture)
    paint_scene(painter, 600, 60, scene)
    painter.end()
    gray = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return [gray.pixelColor(x, y).red() < 180 for y in range(60) for x in range(THEME.px(GUTTER_PX) - 1)]


def test_what_helps_and_what_is_to_be_mended_is_told_without_colour(qtbot: QtBot) -> None:
    helps, mend = gutter(What.SIGNAL, "sonrisa"), gutter(What.SIGNAL, "brazos_cruzados")
    hidden, tone = gutter(What.NOT_OBSERVABLE, "sonrisa"), gutter(What.TONE, "calido")
    assert helps != mend and hidden == tone
    assert sum(hidden) < min(sum(helps), sum(mend)), "what is neither has no mark"
