"""Which lanes of a session are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coach.exchange.marks import Mark, What
from coach.review.annotation import Annotation
from coach.review.lanes import Group, Item, Lane, notes_lane
from coach.review.moments import lanes_to_note_on
from coach.review.notes import judged


@dataclass(frozen=True, slots=True)
class Filter:
    """`hidden` groups and `hidden_lanes` (ids) are left out; `only_marked`: only what somebody noted something on.

    `blind`: when signals could not be judged is shown too.
    """

    hidden: frozenset[Group] = frozenset()
    hidden_lanes: frozenset[str] = frozenset()
    only_marked: bool = False
    blind: bool = True

    def toggled(self, group: Group) -> Filter:
        """With a group shown or hidden, whichever it was not."""
        return replace(self, hidden=self.hidden ^ {group})


def shown(lanes: Sequence[Lane], wanted: Filter, notes: Sequence[Annotation]) -> tuple[Lane, ...]:
    """The lanes that have something to show, what was noted first; that lane is there even while it is empty."""
    found: list[Lane] = [] if Group.NOTES in wanted.hidden else [notes_lane(notes)]
    for lane in lanes_to_note_on(lanes, notes):
        if lane.group in wanted.hidden or lane.id in wanted.hidden_lanes:
            continue
        everything = wanted.blind and not wanted.only_marked
        items = lane.items if everything else tuple(_kept(lane.items, wanted, notes))
        if items:
            found.append(lane if len(items) == len(lane.items) else replace(lane, items=items))
    return tuple(found)


def _kept(items: Sequence[Item], wanted: Filter, notes: Sequence[Annotation]) -> Iterator[Item]:
    for item in items:
        blind = isinstance(item, Mark) and item.what is What.NOT_OBSERVABLE
        if blind and not wanted.blind:
            continue
        if not wanted.only_marked or marked(item, notes):
            yield item


def marked(item: Item, notes: Sequence[Annotation]) -> bool:
    """Whether somebody judged it, or noted something on it or within it."""
    if isinstance(item, Annotation):
        return True
    if any(one.kind == "verdict" and judged(one, item) for one in notes):
        return True
    return any(
        one.kind != "verdict"
        and one.signal in (None, item.id)
        and one.start_s <= item.end_s
        and one.end_s >= item.start_s
        for one in notes
    )
