"""Where things lie on the timeline: the strips that stand still above, and the lanes that scroll beneath them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from coach.review.lanes import Group, Lane
from coach.review.pyramid import Pyramid
from coach.ui.theme import Theme
from coach.ui.timeline_words import group_name, lane_name

GUTTER_PX: Final = 200
RULER_PX: Final = 26
LANE_PX: Final = 20
HEAD_PX: Final = 20
SOUND_PX: Final = 46
CURVE_PX: Final = 40


@dataclass(frozen=True, slots=True)
class Trace:
    """A curve: `what` is `pitch` or `rate`, `extent` what its strip spans, None for what it spans itself."""

    what: str
    curve: Pyramid
    extent: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A strip from `top` on, `height` px high, under its `name`; without any content it is a heading."""

    top: int
    height: int
    name: str
    content: Lane | Trace | None

    @property
    def lane(self) -> Lane | None:
        """The lane in it, if it is one."""
        return self.content if isinstance(self.content, Lane) else None


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
    found: list[tuple[str, Lane | None]] = []
    held: Group | None = None
    alone = {group for group in Group if all(not lane.name for lane in lanes if lane.group is group)}
    for lane in lanes:
        if lane.group is not held and lane.group not in alone:
            found.append((group_name(lane.group), None))
        held = lane.group
        found.append((lane_name(lane), lane))
    return stacked(found, theme)


def stacked(parts: Iterable[tuple[str, Lane | Trace | None]], theme: Theme) -> tuple[Row, ...]:
    """Rows below each other, of their names and what is in them."""
    rows: list[Row] = []
    top = 0
    for name, content in parts:
        height = theme.px(HEAD_PX if content is None else LANE_PX if isinstance(content, Lane) else CURVE_PX)
        rows.append(Row(top, height, name, content))
        top += height
    return tuple(rows)


def height_of(rows: Sequence[Row]) -> int:
    """All of them."""
    return rows[-1].top + rows[-1].height if rows else 0


def row_at(rows: Sequence[Row], y: float) -> Row | None:
    """The one at `y`."""
    return next((row for row in rows if row.top <= y < row.top + row.height), None)
