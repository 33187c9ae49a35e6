"""How far trainers and detectors agree, signal by signal: Cohen's kappa, and precision as the trainers see it.

Whoever judged a signal in a session is taken to have gone through all of it: where nothing was detected and nothing
noted as missed, they saw nothing either. Detections that they passed over are left out, and so is the time in which the
signal could not be judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from coach.exchange.marks import Mark, What
from coach.report.result import Result
from coach.review.annotation import Annotation
from coach.review.lanes import DETECTIONS, lanes_of
from coach.review.notes import judged as is_on

CELL_S: Final = 0.5
"""Time is compared in steps of this."""
LEAST_CELLS: Final = 60
"""Half a minute: with less there is no kappa."""
LEAST_SAID: Final = 5
"""Verdicts, or verdicts and misses, below which neither figure says anything."""

_Cells = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One session and what was noted on it, by however many people."""

    result: Result
    notes: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of one signal (finding, tone, congruence), over all trainers and sessions.

    `judged` detections had a verdict, `agreed` of them a good one; `missed` were added. Of the compared time `both`
    saw it, only the `detector` or only the `trainer` did, or `neither`, in cells of half a second.
    """

    id: str
    judged: int = 0
    agreed: int = 0
    missed: int = 0
    both: int = 0
    detector: int = 0
    trainer: int = 0
    neither: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the judged detections that trainers agree with, None where they judged too few."""
        return self.agreed / self.judged if self.judged >= LEAST_SAID else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa, in [-1, 1]; None where too little was said or compared, or neither of them ever varied."""
        total = self.both + self.detector + self.trainer + self.neither
        if self.judged + self.missed < LEAST_SAID or total < LEAST_CELLS:
            return None
        return cohen(self.both, self.detector, self.trainer, self.neither)


def cohen(both: int, first: int, second: int, neither: int) -> float | None:
    """Kappa of two who each said yes or no: how much more they agree than by chance. None where chance explains all.

    >>> cohen(20, 5, 10, 15)
    0.4
    >>> cohen(0, 0, 0, 50) is None
    True
    """
    total = both + first + second + neither
    if not total:
        return None
    yes = (both + first) * (both + second)
    no = (neither + first) * (neither + second)
    chance = (yes + no) / total**2
    return None if chance == 1.0 else round(((both + neither) / total - chance) / (1.0 - chance), 12)


def agreement(sessions: Iterable[Reviewed]) -> dict[str, Agreement]:
    """By id, for everything that anybody judged or noted as missed; each trainer counts as one."""
    found: dict[str, Agreement] = {}
    for session in sessions:
        marks = [mark for lane in lanes_of(session.result) for mark in lane.items if isinstance(mark, Mark)]
        said = [note for note in session.notes if note.signal is not None and note.kind in ("verdict", "missed")]
        for author, id in sorted({(note.author, note.signal) for note in said if note.signal is not None}):
            mine = [note for note in said if (note.author, note.signal) == (author, id)]
            detections = [mark for mark in marks if mark.id == id and mark.what in DETECTIONS]
            one = _compared(id, detections, mine, _observable(session.result, id, marks))
            found[id] = _sum(found.get(id, Agreement(id)), one)
    return found


def _compared(id: str, detections: Sequence[Mark], notes: Sequence[Annotation], observable: _Cells) -> Agreement:
    """One trainer, one session, one signal."""
    verdicts = {mark: next((note.verdict for note in notes if is_on(note, mark)), None) for mark in detections}
    agreed = [mark for mark, verdict in verdicts.items() if verdict == "agree"]
    missed = [note for note in notes if note.kind == "missed"]
    said = _cells(observable, missed)
    seen, open_ = _cells(observable, detections), [mark for mark, verdict in verdicts.items() if verdict is None]
    thought = said | _cells(observable, agreed)
    compared = observable & ~(_cells(observable, open_) & ~said)
    counts = (
        int(np.sum(compared & detector & trainer)) for detector in (seen, ~seen) for trainer in (thought, ~thought)
    )
    both, detector, trainer, neither = counts
    judged = sum(verdict is not None for verdict in verdicts.values())
    return Agreement(id, judged, len(agreed), len(missed), both, detector, trainer, neither)


def _sum(one: Agreement, other: Agreement) -> Agreement:
    counts = ("judged", "agreed", "missed", "both", "detector", "trainer", "neither")
    return Agreement(one.id, *(getattr(one, count) + getattr(other, count) for count in counts))


def _cells(like: _Cells, spans: Iterable[Mark | Annotation]) -> _Cells:
    """The cells whose middle lies within any of these."""
    middle = (np.arange(len(like)) + 0.5) * CELL_S
    within = np.zeros(len(like), bool)
    for span in spans:
        within |= (middle >= span.start_s) & (middle < span.end_s)
    return within


def _observable(result: Result, id: str, marks: Sequence[Mark]) -> _Cells:
    """When the signal could be judged.

    Of the picture that is known. A voice could be wherever one of its windows could; when voice and face could be
    compared nobody kept.
    """
    whole = np.ones(int(result.duration_s / CELL_S), bool)
    if id in result.observable:
        blind = [mark for mark in marks if mark.id == id and mark.what is What.NOT_OBSERVABLE]
        seen = np.arange(len(whole)) * CELL_S < result.seen_s
        return whole & seen & ~_cells(whole, blind)
    congruences = {one.id for one in result.congruences}
    windows = () if result.voice is None or id in congruences else result.voice.scored
    heard = [Mark(What.TONE, "", "", window.start_s, window.end_s) for window in windows]
    return _cells(whole, heard)


def by_id(found: Mapping[str, Agreement], order: Iterable[str]) -> tuple[Agreement, ...]:
    """In the manual's order, whatever it does not know at the end."""
    places = {id: place for place, id in enumerate(order)}
    return tuple(sorted(found.values(), key=lambda one: (places.get(one.id, len(places)), one.id)))
