"""Which moment of the service holds when: what the agent told, and in its place what somebody noted afterwards.

An annotation of the kind `moment` whose `signal` is the id of a moment says that the service was there from its start
to its end; one without only marks a place to come back to. Where notes of several people meet the newest holds. What
the agent told stays in the session as it is: it shows again where a note is taken away.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from coach.core.events import ContextChanged
from coach.exchange.collect import held
from coach.exchange.marks import Mark, Timeline, What
from coach.manual.moments import load_moments
from coach.review.annotation import Annotation
from coach.review.lanes import Group, Item, Lane, place

LEAST_S: Final = 0.5
"""A shorter moment is none: it is what is left where another one begins."""
_HAIR_S: Final = 0.001
"""Stored times are rounded to a millisecond."""


def parts_beside(start_s: float, end_s: float, taken: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """What is left of a stretch beside those that are `taken`.

    >>> parts_beside(0.0, 60.0, [(20.0, 30.0), (50.0, 90.0)])
    [(0.0, 20.0), (30.0, 50.0)]
    """
    left = []
    for from_s, to_s in sorted(taken):
        if from_s > start_s:
            left.append((start_s, min(from_s, end_s)))
        start_s = max(start_s, to_s)
    left.append((start_s, end_s))
    return [(from_s, to_s) for from_s, to_s in left if to_s - from_s > _HAIR_S]


def moments_held(told: Iterable[Mark], notes: Iterable[Annotation]) -> tuple[Mark, ...]:
    """The moments as they hold, in order of time: never two at once where they were noted."""
    taken: list[tuple[float, float]] = []
    found: list[Mark] = []
    for note in _newest_first(notes):
        mark = replace(held(What.MOMENT, note.signal or "", note.start_s, note.end_s), noted=True)
        found += _beside(mark, taken)
        _take(taken, note.start_s, note.end_s)
    for mark in told:
        found += _beside(mark, taken)
    return tuple(sorted(found, key=lambda one: (one.start_s, one.end_s, one.id)))


def from_there_on(t: float, moments: Iterable[Mark], duration_s: float) -> tuple[float, float]:
    """From `t` until the next of these moments begins, or the session ends."""
    return t, min((one.start_s for one in moments if one.start_s >= t + LEAST_S), default=max(t, duration_s))


def lanes_held(lanes: Sequence[Lane], notes: Iterable[Annotation]) -> tuple[Lane, ...]:
    """The lanes of a session, its moments as they hold."""
    noted = [note for note in notes if note.of_service]
    return _with_moments(lanes, moments_held(told_in(lanes), noted)) if noted else tuple(lanes)


def lanes_to_note_on(lanes: Sequence[Lane], notes: Iterable[Annotation]) -> tuple[Lane, ...]:
    """The same, what was noted as the notes themselves: they can be picked, moved and taken away."""
    noted = [note for note in notes if note.of_service]
    if not noted:
        return tuple(lanes)
    told = [one for one in moments_held(told_in(lanes), noted) if not one.noted]
    return _with_moments(lanes, [*told, *noted])


def with_noted(timeline: Timeline, notes: Iterable[Annotation]) -> Timeline:
    """A timeline for other programs, its moments as they hold."""
    others = [mark for mark in timeline.marks if mark.what is not What.MOMENT]
    moments = moments_held((mark for mark in timeline.marks if mark.what is What.MOMENT), notes)
    return replace(timeline, marks=tuple(sorted((*others, *moments), key=lambda mark: (mark.start_s, mark.end_s))))


def contexts(told: Iterable[ContextChanged], notes: Iterable[Annotation]) -> list[ContextChanged]:
    """What the agent told of the service, in order of time, as if the noted moments had been told; the client stays.

    Moments that this manual does not know are passed over.
    """
    events = sorted(told, key=lambda one: one.t)
    known = (note for note in notes if note.signal in load_moments())
    noted = moments_held((), known)
    if not noted:
        return events
    times = {event.t for event in events} | {t for one in noted for t in (one.start_s, one.end_s)}
    found: list[ContextChanged] = []
    for t in sorted(times):
        last = next((event for event in reversed(events) if event.t <= t), ContextChanged(t, None, None))
        moment = next((one.id for one in noted if one.start_s <= t < one.end_s), last.moment)
        if not found or (found[-1].moment, found[-1].client) != (moment, last.client):
            found.append(ContextChanged(t, moment, last.client))
    return found


def told_in(lanes: Iterable[Lane]) -> list[Mark]:
    """The moments that the agent told."""
    return [
        item
        for lane in lanes
        if _key(lane) == _MOMENTS
        for item in lane.items
        if isinstance(item, Mark) and item.what is What.MOMENT
    ]


_MOMENTS: Final = (Group.CONTEXT, What.MOMENT.value)


def _key(lane: Lane) -> tuple[Group, str]:
    return lane.group, lane.id


def _with_moments(lanes: Sequence[Lane], items: Iterable[Item]) -> tuple[Lane, ...]:
    lane = Lane(*_MOMENTS, "", tuple(sorted(items, key=lambda item: (item.start_s, item.end_s))))
    others = [one for one in lanes if _key(one) != _MOMENTS]
    return tuple(sorted((lane, *others), key=lambda one: place(_key(one))))


def _newest_first(notes: Iterable[Annotation]) -> list[Annotation]:
    return sorted((one for one in notes if one.of_service), key=lambda one: (one.made_at, one.id), reverse=True)


def _met(taken: Sequence[tuple[float, float]], start_s: float, end_s: float) -> slice:
    """Those that a stretch meets, of stretches in order that do not meet each other."""
    first = bisect_left(taken, start_s, key=lambda one: one[1])
    return slice(first, max(first, bisect_right(taken, end_s, key=lambda one: one[0])))


def _take(taken: list[tuple[float, float]], start_s: float, end_s: float) -> None:
    """One more; with those that it meets it becomes one, so that thousands of them cost no time."""
    met = taken[_met(taken, start_s, end_s)]
    if met:
        taken[_met(taken, start_s, end_s)] = [(min(start_s, met[0][0]), max(end_s, met[-1][1]))]
    else:
        taken.insert(bisect_left(taken, (start_s, end_s)), (start_s, end_s))


def _beside(mark: Mark, taken: Sequence[tuple[float, float]]) -> Iterator[Mark]:
    for start_s, end_s in parts_beside(mark.start_s, mark.end_s, taken[_met(taken, mark.start_s, mark.end_s)]):
        yield mark if (start_s, end_s) == (mark.start_s, mark.end_s) else replace(mark, start_s=start_s, end_s=end_s)
