"""Several sessions of one person beneath each other: a lane of each for everything that any of them shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.exchange.marks import Mark
from coach.review.lanes import Group, Lane, place


@dataclass(frozen=True, slots=True)
class SessionMark(Mark):
    """A mark, and the id of the session that it lies in: two sessions may have the same one at the same time."""

    session: str = ""


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
        SessionMark(item.what, item.id, item.name, item.start_s, item.end_s, item.value, session)
        for item in lane.items
        if isinstance(item, Mark)
    )
    return Lane(lane.group, lane.id, lane.name, tuple(marks))
