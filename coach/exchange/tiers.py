"""Marks on tiers, as programs for annotation have them: on one tier nothing stands beside anything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from coach.exchange.marks import Mark, Timeline, What

_SHARED: Final = {What.TONE: "tono", What.MOMENT: "momento", What.CLIENT: "cliente"}
"""Of these one holds at a time: they share a tier. Every other id has one of its own."""
_PREFIXES: Final = {
    What.SIGNAL: "",
    What.NOT_OBSERVABLE: "no observable: ",
    What.FINDING: "hallazgo: ",
    What.CONGRUENCE: "congruencia: ",
    What.CONDITION: "condición: ",
}
NOTES: Final = "nota: "
"""Begins the name of every tier of what people noted in Coach: never a signal that somebody annotated."""
_NOTED: Final = {
    What.COMMENT: "comentario",
    What.AGREED: "de acuerdo: ",
    What.DISAGREED: "en desacuerdo: ",
    What.MISSED: "faltó: ",
}
_SHOWN_S: Final = 2.0
"""So long stands on its tier what was noted of an instant."""

_TEXTS: Final = {What.NOT_OBSERVABLE: "no observable"}
"""Where the text of an annotation is not the name: a signal's name would say that it was there."""


@dataclass(frozen=True, slots=True)
class Tier:
    """A name (of a signal: its id) and marks in order, at times of whole milliseconds."""

    name: str
    marks: tuple[Mark, ...]


def tiers_of(timeline: Timeline) -> list[Tier]:
    """Everything that lasts, scores excepted. Where marks of a tier overlap, the later begins as the earlier ends.

    (Each second a tone is told about the last twelve: on its tier it stands for the second that is new.)
    """
    grouped: dict[str, list[Mark]] = {}
    for mark in timeline.marks:
        if mark.what not in (What.TONE_SCORE, What.CUE, *_NOTED):
            name = _SHARED.get(mark.what) or _PREFIXES[mark.what] + mark.id
            grouped.setdefault(name, []).append(replace(mark, name=_TEXTS.get(mark.what, mark.name)))
    found = [Tier(name, tuple(_apart(marks))) for name, marks in grouped.items()]
    return [*(tier for tier in found if tier.marks), *_notes_of(timeline)]


def _notes_of(timeline: Timeline) -> list[Tier]:
    """What was noted, each at its own time: where two notes meet, the later one goes to a further tier."""
    rows: dict[str, list[list[Mark]]] = {}
    for mark in (_lasting(mark, timeline.duration_s) for mark in timeline.marks if mark.what in _NOTED):
        of_kind = rows.setdefault(NOTES + _NOTED[mark.what] + ("" if mark.what is What.COMMENT else mark.id), [])
        free = next((row for row in of_kind if row[-1].end_s <= mark.start_s), None)
        if free is None:
            of_kind.append([mark])
        else:
            free.append(mark)
    return [
        Tier(name if number == 1 else f"{name} ({number})", tuple(row))
        for name, of_kind in rows.items()
        for number, row in enumerate(of_kind, 1)
    ]


def _lasting(mark: Mark, duration_s: float) -> Mark:
    """At whole milliseconds, of which one is left at least: tiers know no instants."""
    start, end = milliseconds(mark.start_s), milliseconds(mark.end_s)
    if end <= start:
        last = milliseconds(duration_s)
        start = max(0, min(start, last - 1))
        end = max(start + 1, min(start + milliseconds(_SHOWN_S), last))
    return replace(mark, start_s=start / 1000.0, end_s=end / 1000.0)


def cues_of(timeline: Timeline) -> list[Mark]:
    """The lines of advice in order, each from when it was told."""
    return [mark for mark in timeline.marks if mark.what is What.CUE]


def shown(timeline: Timeline, seconds: float) -> list[Mark]:
    """The lines of advice for so long, or until the next one; the last one for a second at least.

    Of several at one moment only the last is left.
    """
    cues = cues_of(timeline)
    made = []
    for cue, following in zip_longest(cues, cues[1:]):
        until_s = max(timeline.duration_s, cue.start_s + 1.0) if following is None else following.start_s
        made.append(replace(cue, end_s=min(cue.start_s + seconds, until_s)))
    return list(_apart(made))


def milliseconds(seconds: float) -> int:
    """To the nearest."""
    return round(seconds * 1000.0)


def _apart(marks: list[Mark]) -> Iterator[Mark]:
    """Those of which at least a millisecond is left."""
    free = 0
    for mark in sorted(marks, key=lambda one: (one.end_s, one.start_s)):
        start, end = max(free, milliseconds(mark.start_s)), milliseconds(mark.end_s)
        if end > start:
            yield replace(mark, start_s=start / 1000.0, end_s=end / 1000.0)
            free = end
