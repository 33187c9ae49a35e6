"""From one thing on the timeline to the next: what lies at a time, and what lies beside it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from coach.exchange.marks import Mark
from coach.review.annotation import Annotation
from coach.review.lanes import Item, Lane


def nearest(lane: Lane, t: float, within_s: float) -> Item | None:
    """Of the items at `t`, or no farther than `within_s` from it, the shortest: a longer one is reached beside it."""
    found = [item for item in lane.items[lane.between(t - within_s, t + within_s)] if item.end_s >= t - within_s]
    return min(found, key=lambda item: item.end_s - item.start_s, default=None)


def around(lanes: Sequence[Lane], mark: Mark) -> Item | None:
    """What lies on the lanes of which `mark` is a part, or itself: a mark, or the note that it stands for."""
    for lane in lanes:
        for item in lane.items[lane.between(mark.start_s, mark.end_s)]:
            if _same(item, mark) and item.start_s <= mark.start_s and item.end_s >= mark.end_s:
                return item
    return None


def _same(item: Item, mark: Mark) -> bool:
    if isinstance(item, Annotation):
        return mark.noted and item.of_service and item.signal == mark.id
    return (item.what, item.id, item.noted) == (mark.what, mark.id, mark.noted)


def neighbour(lanes: Sequence[Lane], item: Item | None, along: int, across: int, near_s: float) -> Item | None:
    """The next item `along` its lane (-1 or 1), or the nearest in the next lane `across`; `item` at the ends.

    Without an item: the one nearest to `near_s` in the first lane that has any.
    """
    filled = [lane for lane in lanes if lane.items]
    here = next((place for place, lane in enumerate(filled) if item is not None and item in lane.items), None)
    if here is None or item is None:
        return _closest(filled[0], near_s) if filled else None
    if across:
        there = here + across
        return _closest(filled[there], item.start_s) if 0 <= there < len(filled) else item
    items = filled[here].items
    return items[min(max(items.index(item) + along, 0), len(items) - 1)]


def _closest(lane: Lane, t: float) -> Item:
    return lane.items[int(np.argmin(np.abs(lane.starts - t)))]
