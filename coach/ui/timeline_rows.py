"""Where things lie on the timeline: the strips that stand still above, and the lanes that scroll beneath them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from coach.review.lanes import Group, Lane
from coach.review.pyramid import Pyramid
from coach.ui.theme import Theme
from coach.ui.timeline_words import group_name, lane_name

GUTTER_PX: Final = 218
RULER_PX: Final = 26
LANE_PX: Final = 20
HEAD_PX: Final = 20
SOUND_PX: Final = 46
CURVE_PX: Final = 40


@dataclass(frozen=True, slots=True)
class Trace:
    """A curve: `what` is `pitch` or `rate`, `extent` what its strip spans, None for what it spans itself.

    It begins at `shift_s` of the axis.
    """

    what: str
    curve: Pyramid
    extent: tuple[float, float] | None = None
    shift_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """What a row shows under its `name`; without any `content` it is a heading.

    `within`: from when to when there is anything to show, None for all the time. `strong`: its name stands out.
    """

    name: str
    content: Lane | Trace | None = None
    within: tuple[float, float] | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A part in its place: a strip from `top` on, `height` px high."""

    top: int
    height: int
    part: Part

    @property
    def lane(self) -> Lane | None:
        """The lane in it, if it is one."""
        return self.part.content if isinstance(self.part.content, Lane) else None


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
    parts: list[Part] = []
    held: Group | None = None
    alone = {group for group in Group if all(not lane.name for lane in lanes if lane.group is group)}
    for lane in lanes:
        if lane.group is not held and lane.group not in alone:
            parts.append(Part(group_name(lane.group)))
        held = lane.group
        parts.append(Part(lane_name(lane), lane))
    return stacked(parts, theme)


def stacked(parts: Iterable[Part], theme: Theme) -> tuple[Row, ...]:
    """These below each other."""
    rows: list[Row] = []
    top = 0
    for part in parts:
        height = theme.px(HEAD_PX if part.content is None else CURVE_PX if isinstance(part.content, Trace) else LANE_PX)
        rows.append(Row(top, height, part))
        top += height
    return tuple(rows)


def height_of(rows: Sequence[Row]) -> int:
    """All of them."""
    return rows[-1].top + rows[-1].height if rows else 0


def row_at(rows: Sequence[Row], y: float) -> Row | None:
    """The one at `y`."""
    return next((row for row in rows if row.top <= y < row.top + row.height), None)
