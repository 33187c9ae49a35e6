"""A session as lanes on one axis of time: one lane for each thing that was found, grouped as people look for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from coach.exchange.collect import timeline_of
from coach.exchange.marks import Mark, What
from coach.manual.catalog import load_catalog
from coach.report.result import Result
from coach.review.annotation import Annotation

Item: TypeAlias = Mark | Annotation


class Group(StrEnum):
    """Lanes that belong together, in the order in which they are shown."""

    NOTES = "notes"
    CUES = "cues"
    CONTEXT = "context"
    POSTURE = "postura"
    GESTURE = "gesto"
    FACE = "rostro"
    VOICE = "voice"
    TONES = "tones"
    TOGETHER = "together"
    CONDITIONS = "conditions"


_GROUPS: Final = {
    What.CUE: Group.CUES,
    What.MOMENT: Group.CONTEXT,
    What.CLIENT: Group.CONTEXT,
    What.FINDING: Group.VOICE,
    What.TONE: Group.TONES,
    What.CONGRUENCE: Group.TOGETHER,
    What.CONDITION: Group.CONDITIONS,
}
_SHARED: Final = (What.CUE, What.MOMENT, What.CLIENT)
"""All of these lie in one lane, whatever their id."""
DETECTIONS: Final = (What.SIGNAL, What.FINDING, What.TONE, What.CONGRUENCE)
"""What a person can agree or disagree with."""
HATCHED: Final = (What.NOT_OBSERVABLE, What.CONDITION)
"""What hampered Coach: nothing that anybody did."""
_WINDOW_STEP_S: Final = 1.5
"""Windows of the voice that begin no farther apart follow each other: there is one a second."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Items in order of their start. `id`: the signal, finding… whose lane it is, or what all of them are.

    `name` is the manual's, "" for a lane that the window must name.
    """

    group: Group
    id: str
    name: str
    items: tuple[Item, ...]
    starts: npt.NDArray[np.float64] = field(init=False, compare=False)
    ends: npt.NDArray[np.float64] = field(init=False, compare=False)
    hatched: npt.NDArray[np.bool_] = field(init=False, compare=False)
    _reached: npt.NDArray[np.float64] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Lay the times out for looking them up."""
        starts = np.array([item.start_s for item in self.items], np.float64)
        ends = np.array([item.end_s for item in self.items], np.float64)
        hatched = np.array([isinstance(item, Mark) and item.what in HATCHED for item in self.items], bool)
        reached = np.maximum.accumulate(ends)
        for name, values in (("starts", starts), ("ends", ends), ("hatched", hatched), ("_reached", reached)):
            object.__setattr__(self, name, values)

    def between(self, start_s: float, end_s: float) -> slice:
        """The places of those items that may show from `start_s` to `end_s`, found without looking at all."""
        first = int(np.searchsorted(self._reached, start_s, "left"))
        return slice(first, max(first, int(np.searchsorted(self.starts, end_s, "right"))))

    def covered(self, start_s: float, end_s: float, width: int, hatched: bool) -> npt.NDArray[np.bool_]:
        """Which of so many px any item touches, of those that are `hatched` or else of all others."""
        within = self.between(start_s, end_s)
        mine, scale = self.hatched[within] == hatched, width / (end_s - start_s)
        left = np.clip(np.floor((self.starts[within][mine] - start_s) * scale), 0, width).astype(np.int64)
        right = np.clip(np.ceil((self.ends[within][mine] - start_s) * scale), left + (left < width), width)
        steps = np.zeros(width + 1, np.int64)
        np.add.at(steps, left, 1)
        np.add.at(steps, right.astype(np.int64), -1)
        touched: npt.NDArray[np.bool_] = np.cumsum(steps)[:width] > 0
        return touched


def lanes_of(result: Result) -> tuple[Lane, ...]:
    """Everything that was found, and when it could not be judged, in the order of the groups and of the manual."""
    alike: dict[tuple[What, str], list[Mark]] = {}
    for mark in timeline_of(result, scores=False).marks:
        alike.setdefault((mark.what, mark.id), []).append(mark)
    lanes: dict[tuple[Group, str], list[Mark]] = {}
    for (what, id), marks in alike.items():
        key = group_of(marks[0]), what.value if what in _SHARED else id
        lanes.setdefault(key, []).extend(marks)
    return tuple(_lane(*key, lanes[key]) for key in sorted(lanes, key=place))


def place(key: tuple[Group, str]) -> tuple[int, int]:
    """Where the lane of a group and an id stands among others."""
    order = list(load_catalog())
    return list(Group).index(key[0]), order.index(key[1]) if key[1] in order else len(order)


def group_of(mark: Mark) -> Group:
    """Where a mark belongs; a signal that only an earlier manual knew counts as a gesture."""
    known = _GROUPS.get(mark.what)
    if known is not None:
        return known
    row = load_catalog().get(mark.id)
    return Group.GESTURE if row is None else Group(row.family)


def notes_lane(notes: Sequence[Annotation]) -> Lane:
    """The lane of what people noted, but what shows elsewhere.

    Verdicts show on what they judge, items of the standard in their list, moments of the service in their own lane.
    """
    mine = (one for one in notes if one.kind not in ("verdict", "item") and not one.of_service)
    return Lane(Group.NOTES, "notes", "", tuple(sorted(mine, key=lambda one: (one.start_s, one.end_s, one.id))))


def _lane(group: Group, id: str, marks: list[Mark]) -> Lane:
    name = "" if any(mark.what in _SHARED for mark in marks) else marks[0].name
    found = list(_joined(marks)) if group is Group.TONES else marks
    return Lane(group, id, name, tuple(sorted(found, key=lambda mark: (mark.start_s, mark.end_s))))


def _joined(windows: Iterable[Mark]) -> Iterator[Mark]:
    """Windows of one tone that follow each other, as one stretch with the greatest of their scores."""
    held: Mark | None = None
    last_s = 0.0
    for window in sorted(windows, key=lambda mark: mark.start_s):
        if held is not None and window.start_s - last_s <= _WINDOW_STEP_S:
            value = max(held.value or 0.0, window.value or 0.0)
            held = replace(held, end_s=window.end_s, value=value)
        else:
            if held is not None:
                yield held
            held = window
        last_s = window.start_s
    if held is not None:
        yield held
