"""Which labels of a clip were found, and which reports are false alarms.

A label is found when a report of its id overlaps it by at least 30% of their union, or covers at least 50% of it. A
report is a false alarm when its id is not to be ignored and it overlaps no label of its id at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from coach.core.events import SignalSegment
from coach.evaluation.labels import ClipLabels, Label

_UNION: Final = 0.30
_COVERED: Final = 0.50


@dataclass(frozen=True, slots=True)
class Finding:
    """A label and the earliest report that found it, None when it was missed."""

    label: Label
    report: SignalSegment | None


@dataclass(frozen=True, slots=True)
class Match:
    """The outcome of one clip."""

    findings: tuple[Finding, ...]
    false_alarms: tuple[SignalSegment, ...]


def match(labels: ClipLabels, reports: Sequence[SignalSegment]) -> Match:
    """Hold the reports of a clip against its labels."""
    findings = tuple(
        Finding(
            label,
            min(
                (report for report in reports if finds(report, label)), key=lambda report: report.start_s, default=None
            ),
        )
        for label in labels.signals
    )
    false_alarms = tuple(
        report
        for report in reports
        if report.id not in labels.ignore
        and not any(report.id == label.id and overlap(report, label) > 0.0 for label in labels.signals)
    )
    return Match(findings, false_alarms)


def overlap(report: SignalSegment, label: Label) -> float:
    """Seconds that both share."""
    return max(0.0, min(report.end_s, label.end_s) - max(report.start_s, label.start_s))


def finds(report: SignalSegment, label: Label) -> bool:
    """Whether `label` counts as found by `report` alone.

    >>> label = Label("sonrisa", 2.0, 4.0)
    >>> finds(SignalSegment("sonrisa", 3.0, 9.0, 1.0), label), finds(SignalSegment("sonrisa", 3.1, 4.0, 1.0), label)
    (True, True)
    >>> finds(SignalSegment("sonrisa", 3.5, 4.0, 1.0), label), finds(SignalSegment("asentir", 2.0, 4.0, 1.0), label)
    (False, False)
    """
    if report.id != label.id:
        return False
    shared = overlap(report, label)
    length = label.end_s - label.start_s
    union = length + (report.end_s - report.start_s) - shared
    return shared >= _UNION * union or shared >= _COVERED * length
