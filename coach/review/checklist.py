"""The items of the competence standard beside what a session has to show for each. The trainer decides, nobody else.

A tick is an annotation of the kind `item`: `signal` is the item, its verdict says whether it was seen ("agree") or not,
or that it could not be seen at all ("not_observable"). Nothing is ever counted, added up or ranked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from coach.exchange.marks import Mark, What
from coach.manual.standard import StandardItem, load_standard
from coach.review.annotation import Annotation
from coach.review.lanes import Lane
from coach.review.moments import lanes_held


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """One item. `moments`: when it was due, empty where nobody told; `evidence`: what was found then, by time."""

    item: StandardItem
    moments: tuple[Mark, ...]
    evidence: tuple[Mark, ...]

    @property
    def spans(self) -> tuple[Mark, ...]:
        """Where to look in the timeline: the evidence, or at least the moments."""
        return self.evidence or self.moments


def checklist(lanes: Sequence[Lane], notes: Iterable[Annotation] = ()) -> tuple[CheckedItem, ...]:
    """All items in the standard's order, with what a session shows for each; moments that were noted hold."""
    found: dict[tuple[What, str], list[Mark]] = {}
    moments: list[Mark] = []
    for mark in (item for lane in lanes_held(lanes, notes) for item in lane.items if isinstance(item, Mark)):
        if mark.what is What.MOMENT:
            moments.append(mark)
        else:
            found.setdefault((mark.what, mark.id), []).append(mark)
    return tuple(_checked(item, moments, found) for item in load_standard().values())


def ticks(notes: Iterable[Annotation]) -> dict[str, dict[str, Annotation]]:
    """What each author said of each item: by item, then by author."""
    said: dict[str, dict[str, Annotation]] = {}
    for note in notes:
        if note.kind == "item" and note.signal is not None:
            said.setdefault(note.signal, {})[note.author] = note
    return said


def _checked(
    item: StandardItem, moments: Sequence[Mark], found: Mapping[tuple[What, str], Sequence[Mark]]
) -> CheckedItem:
    due = tuple(mark for mark in moments if mark.id in item.moments)
    wanted = {What.SIGNAL: item.signals, What.FINDING: item.findings, What.TONE: item.tones}
    fitting = [mark for what, ids in wanted.items() for id in ids for mark in found.get((what, id), ())]
    # Who tells no moments is shown all there is; who does, only what was found when the item was due.
    shown = list(_within(fitting, due)) if item.moments and moments else fitting
    return CheckedItem(item, due, tuple(sorted(shown, key=lambda mark: (mark.start_s, mark.end_s, mark.id))))


def _within(marks: Iterable[Mark], moments: Sequence[Mark]) -> Iterator[Mark]:
    """The parts of `marks` that lie in any of `moments`."""
    for mark in marks:
        for moment in moments:
            start_s, end_s = max(mark.start_s, moment.start_s), min(mark.end_s, moment.end_s)
            if start_s < end_s:
                yield replace(mark, start_s=start_s, end_s=end_s)
