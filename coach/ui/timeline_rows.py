"""Where things lie on the timeline: the strips that stand still above, and the lanes that scroll beneath them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from coach.review.lanes import Group, Lane
from coach.ui.theme import Theme

GUTTER_PX: Final = 200
RULER_PX: Final = 26
LANE_PX: Final = 20
HEAD_PX: Final = 20
SOUND_PX: Final = 46
CURVE_PX: Final = 40


@dataclass(frozen=True, slots=True)
class Row:
    """A strip from `top` on, `height` px high: a lane, or the heading of a group."""

    top: int
    height: int
    group: Group
    lane: Lane | None


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip that stands still: `what` is `sound`, `pitch` or `rate`."""

    what: str
    top: int
    height: int


def strips_of(sound: bool, voice: bool, theme: Theme) -> tuple[Strip, ...]:
    """Those that there is anything to show in, below the ruler."""
    top = theme.px(RULER_PX)
    found: list[Strip] = []
    for what, px, there in (("sound", SOUND_PX, sound), ("pitch", CURVE_PX, voice), ("rate", CURVE_PX, voice)):
        if there:
            found.append(Strip(what, top, theme.px(px)))
            top += theme.px(px)
    return tuple(found)


def rows_of(lanes: Sequence[Lane], theme: Theme) -> tuple[Row, ...]:
    """The lanes below each other, each group under its heading but where one lane is all of it."""
    rows: list[Row] = []
    top = 0
    held: Group | None = None
    alone = {group for group in Group if all(not lane.name for lane in lanes if lane.group is group)}
    for lane in lanes:
        if lane.group is not held and lane.group not in alone:
            rows.append(Row(top, theme.px(HEAD_PX), lane.group, None))
            top += theme.px(HEAD_PX)
        held = lane.group
        rows.append(Row(top, theme.px(LANE_PX), lane.group, lane))
        top += theme.px(LANE_PX)
    return tuple(rows)


def height_of(rows: Sequence[Row]) -> int:
    """All of them."""
    return rows[-1].top + rows[-1].height if rows else 0


def row_at(rows: Sequence[Row], y: float) -> Row | None:
    """The one at `y`."""
    return next((row for row in rows if row.top <= y < row.top + row.height), None)
