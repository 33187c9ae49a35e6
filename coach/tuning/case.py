"""One session as the tuning of one signal sees it, and what its detector makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coach.evaluation.labels import Label
from coach.evaluation.matching import finds, overlap
from coach.manual.catalog import Signal
from coach.tuning.course import Course


@dataclass(frozen=True, slots=True)
class Case:
    """`wanted`: what trainers agreed with or added. `unjudged`: reports of which nobody said anything, or not the same.

    `said` counts verdicts and additions.
    """

    session: str
    course: Course
    wanted: tuple[Label, ...]
    unjudged: tuple[Label, ...]
    said: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Over some sessions: of what trainers saw so many were `found` and `missed`; `false`: reports of nothing."""

    found: int
    missed: int
    false: int

    @property
    def f1(self) -> float | None:
        """Finding all and reporting nothing else, in [0, 1]; None where there was nothing to find or to report."""
        total = 2 * self.found + self.missed + self.false
        return 2 * self.found / total if total else None

    @property
    def rank(self) -> float:
        """To compare by: with nothing to find, reporting nothing is as good as can be."""
        return 1.0 if self.f1 is None else self.f1


def figures(signal: Signal, cases: Iterable[Case]) -> Figures:
    """How `signal`, with whatever thresholds it has, fares.

    A report that meets nothing wanted counts as false, also where nothing was reported before: whoever judged the
    session would have added what was missed there. One that meets what nobody judged counts as nothing.
    """
    found = missed = false = 0
    for case in cases:
        reports = case.course.reports(signal)
        hits = sum(any(finds(report, label) for report in reports) for label in case.wanted)
        found, missed = found + hits, missed + len(case.wanted) - hits
        known = (*case.wanted, *case.unjudged)
        false += sum(not any(overlap(report, label) > 0.0 for label in known) for report in reports)
    return Figures(found, missed, false)
