"""What the timeline tells by a colour it tells by a mark too."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from coach.exchange.marks import Mark, What
from coach.manual.catalog import load_catalog
from coach.review.lanes import Group, Lane
from coach.review.view import View
from coach.ui.theme import LIGHT, Theme
from coach.ui.timeline_lanes import Look
from coach.ui.timeline_paint import Scene, paint_scene
from coach.ui.timeline_rows import GUTTER_PX, RULER_PX, Part, stacked

THEME = Theme(LIGHT)


def ink(rows: list[Part], duration_s: float = 10.0, width: int = 600) -> list[list[bool]]:
    """What is painted of these rows: by line and column, ink or ground, colour taken away."""
    scene = Scene(View.whole(duration_s), Look(THEME, lambda _: None, None), rows=stacked(rows, THEME))
    picture = QImage(width, 60, QImage.Format.Format_ARGB32)
    painter = QPainter(picture)
    paint_scene(painter, width, 60, scene)
    painter.end()
    gray = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return [[gray.pixelColor(x, y).red() < 180 for x in range(width)] for y in range(60)]


def test_a_heading_is_whole_though_it_is_longer_than_the_names(qtbot: QtBot) -> None:
    """Nothing stands beside it."""
    beyond = THEME.px(GUTTER_PX) + 2
    of_lane = Lane(Group.FACE, "x", "Igual", ())
    long = "Caminar con la espalda erguida y las manos tomadas a la espalda"
    assert any(any(line[beyond:]) for line in ink([Part(long, None)])[THEME.px(RULER_PX) :])
    assert not any(any(line[beyond:]) for line in ink([Part(long, of_lane)])[THEME.px(RULER_PX) :])


@pytest.mark.parametrize("width", range(600, 700, 7))
def test_a_time_stands_in_the_ruler_whole_or_not_at_all(qtbot: QtBot, width: int) -> None:
    ruler = ink([], 310.0, width)[6 : THEME.px(RULER_PX) - 6]
    assert any(any(line[-200:]) for line in ruler)
    assert not any(line[-1] for line in ruler)


def gutter(what: What, id: str, name: str = "Igual") -> list[bool]:
    """Beside a lane of one mark: the pixels of its name as ink or ground, colour taken away."""
    lane = Lane(Group.FACE, id, name, (Mark(what, id, name, 2.0, 4.0, 0.9),))
    return [dark for line in ink([Part(name, lane)]) for dark in line[: THEME.px(GUTTER_PX) - 1]]


def test_every_signal_of_the_manual_is_named_whole_beside_its_mark(qtbot: QtBot) -> None:
    for id, signal in load_catalog().items():
        whole, more = (gutter(What.SIGNAL, id, name) for name in (signal.name, f"{signal.name}n"))
        assert whole != more, f"{signal.name} is elided, as anything longer is"


def test_what_helps_and_what_is_to_be_mended_is_told_without_colour(qtbot: QtBot) -> None:
    helps, mend = gutter(What.SIGNAL, "sonrisa"), gutter(What.SIGNAL, "brazos_cruzados")
    hidden, tone = gutter(What.NOT_OBSERVABLE, "sonrisa"), gutter(What.TONE, "calido")
    assert helps != mend and hidden == tone
    assert sum(hidden) < min(sum(helps), sum(mend)), "what is neither has no mark"
