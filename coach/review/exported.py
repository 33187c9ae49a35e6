"""What was noted on a session, as marks for other programs: comments, verdicts on what was found, and what was missed.

Who noted something stays in Coach. The items of the standard are about the whole session and have no place in time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from coach.exchange.collect import written
from coach.exchange.marks import Mark, Timeline, What
from coach.exchange.names import name_of
from coach.review.annotation import Annotation
from coach.review.moments import with_noted

_JUDGED: Final = (What.SIGNAL, What.FINDING, What.TONE, What.CONGRUENCE)
"""No two of them share an id."""


def with_notes(timeline: Timeline, notes: Iterable[Annotation]) -> Timeline:
    """The timeline, its moments as they hold, and everything else that was noted beside what Coach found."""
    notes = tuple(notes)
    held = with_noted(timeline, notes)
    marks = sorted((*held.marks, *_noted(notes)), key=lambda mark: (mark.start_s, mark.end_s))
    return replace(held, marks=tuple(marks))


def _noted(notes: Iterable[Annotation]) -> Iterator[Mark]:
    for note in notes:
        what, text = _what(note), written(note.text)
        if what is None:
            continue
        id = note.signal or ""
        name = ": ".join(part for part in (_name(id), text) if part)
        yield Mark(what, id, name, note.start_s, note.end_s, noted=True)


def _what(note: Annotation) -> What | None:
    """None for what no mark stands for: the moments, which hold in place of those told, and the standard's items.

    What is written on a moment, or at a point that is none of the service, is a comment.
    """
    if note.kind == "comment" or (note.kind == "moment" and (note.text or not note.of_service)):
        return What.COMMENT
    if note.kind == "missed":
        return What.MISSED
    if note.kind == "verdict":
        return What.AGREED if note.verdict == "agree" else What.DISAGREED
    return None


def _name(id: str) -> str:
    return next((name for name in (name_of(what, id) for what in _JUDGED) if name != id), id)
