"""How far measurements pass the thresholds of a row of the manual, each way in which it may show (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from coach.core.countable import clearance_db
from coach.manual.catalog import Detector
from coach.manual.findings import Finding


class Detected(Protocol):
    """A row of the manual that a detector tells: a signal, a finding of the voice."""

    @property
    def id(self) -> str:
        """The row's id."""
        ...

    @property
    def detector(self) -> Detector:
        """What tells it."""
        ...


def margins(row: Detected, values: Mapping[str, float | None]) -> dict[int, float | None]:
    """The weakest condition of each way, 1 at the enter threshold and 0 at the exit.

    None for a way that cannot be judged, because a feature has no value or was not measured yet in its time.
    """
    weakest: dict[int, float | None] = {}
    for condition in row.detector.conditions:
        value, way = values.get(condition.feature), condition.way
        if value is None:
            weakest[way] = None
            continue
        margin = (value - condition.exit) / (condition.enter - condition.exit)
        before = weakest.get(way, margin)
        weakest[way] = None if before is None else min(before, margin)
    return weakest


def judged(finding: Finding, values: Mapping[str, float | None]) -> Mapping[str, float | None]:
    """The values that the finding is judged by; what it rests on is None where something that it requires is short."""
    for id, least in finding.requires.items():
        # A saturated voice has no SNR to show, yet noise hides its syllables all the same.
        value = clearance_db(values) if id == "snr_db" else values.get(id)
        if value is not None and value < least:
            conditions = finding.detector.conditions
            return {one.feature: values.get(one.feature) if one.of_sound else None for one in conditions}
    return values
