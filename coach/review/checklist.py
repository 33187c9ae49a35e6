"""The items of the competence standard beside what a session has to show for each. The trainer decides, nobody else.

A tick is an annotation of the kind `item`: `signal` is the item, its verdict says whether it was seen ("agree") or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from coach.exchange.marks import Mark, What
from coach.manual.standard import StandardItem, load_standard
from coach.report.result import Result
from coach.review.annotation import Annotation, Verdict
from coach.review.lanes import lanes_of

_SHOWN: Final = (What.SIGNAL, What.FINDING, What.TONE)


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """One item. `moments`: when it was due, empty where nobody told; `evidence`: what was found then, by time.

    `seen` is what the trainer said ("agree": it was seen), None until they do: evidence alone never sets it.
    """

    item: StandardItem
    moments: tuple[Mark, ...]
    evidence: tuple[Mark, ...]
    seen: Verdict | None = None

    @property
    def spans(self) -> tuple[Mark, ...]:
        """Where to look in the timeline: the evidence, or at least the moments."""
        return self.evidence or self.moments


def checklist(result: Result, notes: Iterable[Annotation] = (), author: str = "") -> tuple[CheckedItem, ...]:
    """All items in the standard's order, with what `author` said of each in `notes`."""
    said = {note.signal: note.verdict for note in notes if note.kind == "item" and note.author == author}
    marks = [mark for lane in lanes_of(result) for mark in lane.items if isinstance(mark, Mark)]
    moments = [mark for mark in marks if mark.what is What.MOMENT]
    found = [mark for mark in marks if mark.what in _SHOWN]
    return tuple(_checked(item, moments, found, said.get(item.id)) for item in load_standard().values())


def _checked(item: StandardItem, moments: Sequence[Mark], found: Sequence[Mark], seen: Verdict | None) -> CheckedItem:
    due = tuple(mark for mark in moments if mark.id in item.moments)
    wanted = {What.SIGNAL: item.signals, What.FINDING: item.findings, What.TONE: item.tones}
    fitting = [mark for mark in found if mark.id in wanted[mark.what]]
    # Who tells no moments is shown all there is; who does, only what was found when the item was due.
    shown = list(_within(fitting, due)) if item.moments and moments else fitting
    return CheckedItem(item, due, tuple(sorted(shown, key=lambda mark: (mark.start_s, mark.end_s, mark.id))), seen)


def _within(marks: Iterable[Mark], moments: Sequence[Mark]) -> Iterator[Mark]:
    """The parts of `marks` that lie in any of `moments`."""
    for mark in marks:
        for moment in moments:
            start_s, end_s = max(mark.start_s, moment.start_s), min(mark.end_s, moment.end_s)
            if start_s < end_s:
                yield replace(mark, start_s=start_s, end_s=end_s)
