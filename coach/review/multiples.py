"""Several sessions of one person beneath each other: a lane of each for everything that any of them shows.

Each begins at the start of their common axis of time; or a moment of the service (the greeting, a complaint) begins
at one place of it for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coach.exchange.marks import Mark, What
from coach.manual.moments import load_moments
from coach.review.lanes import Group, Item, Lane, place


@dataclass(frozen=True, slots=True)
class SessionMark(Mark):
    """A mark, and the id of the session that it lies in: two sessions may have the same one at the same time.

    It lies `shift_s` later than it did in its session.
    """

    session: str = ""
    shift_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Aligned:
    """Where sessions lie on their common axis: each begins so many seconds after it (`shifts_s`, in [0, …)).

    `origin_s`: where the moment begins for all that have it, None where they only begin together. `without`: which of
    them do not have it.
    """

    shifts_s: tuple[float, ...]
    origin_s: float | None
    without: tuple[bool, ...]


def moments_of(sessions: Sequence[Sequence[Lane]]) -> dict[str, str]:
    """The moments that any of these sessions has, id → name, in the manual's order."""
    names = {mark.id: mark.name for lanes in sessions for mark in _moments(lanes)}
    order = list(load_moments())
    places = {id: place for place, id in enumerate(order)}
    return {id: names[id] for id in sorted(names, key=lambda id: (places.get(id, len(order)), id))}


def align(sessions: Sequence[Sequence[Lane]], moment: str | None) -> Aligned:
    """So that the first stretch of `moment` begins at one place in all of them; None: so that they begin together.

    A session without it stays at the start, and all do where none has it.
    """
    starts = [min((one.start_s for one in _moments(lanes) if one.id == moment), default=None) for lanes in sessions]
    origin_s = max((start_s for start_s in starts if start_s is not None), default=None)
    shifts = (0.0 if start_s is None or origin_s is None else origin_s - start_s for start_s in starts)
    return Aligned(tuple(shifts), origin_s, tuple(moment is not None and start_s is None for start_s in starts))


def shifted(lanes: Sequence[Lane], by_s: float) -> tuple[Lane, ...]:
    """The same lanes of `owned` marks, later by `by_s`."""
    return tuple(replace(lane, items=tuple(_later(item, by_s) for item in lane.items)) for lane in lanes)


def owned(lanes: Sequence[Lane], session: str) -> tuple[Lane, ...]:
    """The lanes of a session, all their marks knowing that they are its."""
    return tuple(_owned(lane, session) for lane in lanes)


def multiples(sessions: Sequence[Sequence[Lane]]) -> tuple[tuple[Lane, ...], ...]:
    """Of the lanes of several sessions: for each thing that any of them shows a lane of each, empty where it does not.

    In the order of the groups and of the manual.
    """
    names: dict[tuple[Group, str], str] = {}
    for lanes in sessions:
        names |= {(lane.group, lane.id): lane.name for lane in lanes}
    found = [{(lane.group, lane.id): lane for lane in lanes} for lanes in sessions]
    return tuple(
        tuple(lanes.get(key) or Lane(*key, names[key], ()) for lanes in found) for key in sorted(names, key=place)
    )


def _owned(lane: Lane, session: str) -> Lane:
    marks = (
        SessionMark(item.what, item.id, item.name, item.start_s, item.end_s, item.value, item.noted, session)
        for item in lane.items
        if isinstance(item, Mark)
    )
    return Lane(lane.group, lane.id, lane.name, tuple(marks))


def _moments(lanes: Sequence[Lane]) -> list[Mark]:
    marks = (item for lane in lanes if lane.group is Group.CONTEXT for item in lane.items)
    return [mark for mark in marks if isinstance(mark, Mark) and mark.what is What.MOMENT]


def _later(item: Item, by_s: float) -> Item:
    if not isinstance(item, SessionMark):
        return item
    return replace(item, start_s=item.start_s + by_s, end_s=item.end_s + by_s, shift_s=item.shift_s + by_s)
