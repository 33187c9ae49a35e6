"""One agent's sessions over time, measured against that agent's own earlier ones and nobody else's.

>>> usual([10.0, 12.0, None, 11.0])
Band(median=11.0, mad=1.0, sessions=3)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Final, Literal, TypeAlias

from coach.manual.catalog import Kind
from coach.manual.measures import load_measures
from coach.report.gauges import GAUGE_OF, gauges
from coach.report.record import SessionKind, SessionRecord, to_the_second
from coach.report.shares import Share, shares

ENOUGH: Final = 3
"""Earlier sessions from which there is something usual."""
LEAST_SHARE: Final = 0.05
"""A smaller change of how much of the time something held is no change."""
_SIGMA: Final = 1.4826
"""Of a normal distribution in terms of its median absolute deviation."""

Standing: TypeAlias = Literal["more", "less", "same", "early"]
"""Against what is usual; `early`: nothing is usual yet."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One session in numbers, by id: `gauges` in the units of medidas.toml, `shares` of what could be judged.

    `tones`: how near the voice was to each of the manual's, in [0, 1], on the average; empty where that is unknown.
    """

    started: datetime
    kind: SessionKind
    goal: str | None
    gauges: dict[str, float | None]
    shares: Mapping[str, Share]
    tones: Mapping[str, float]

    def value(self, id: str) -> float | None:
        """A gauge, or a share or the nearness of a tone in [0, 1]; None where it could not be measured."""
        if id in self.gauges:
            return self.gauges[id]
        if id in self.tones:
            return self.tones[id]
        share = self.shares.get(id)
        return None if share is None else share.value


@dataclass(frozen=True, slots=True)
class Band:
    """What is usual: median and median absolute deviation of so many earlier `sessions`."""

    median: float
    mad: float
    sessions: int

    def reach(self, least: float) -> float:
        """How far from the median is still usual: two spreads, and never less than `least`."""
        return max(2.0 * _SIGMA * self.mad, least)


@dataclass(frozen=True, slots=True)
class Change:
    """One number of this session beside the person's own: `last` is the newest earlier one."""

    id: str
    now: float
    last: float | None
    band: Band | None
    standing: Standing


def figures(record: SessionRecord) -> Figures:
    """A session's numbers."""
    result = record.result
    tones = {} if result.voice is None else result.voice.mean_scores()
    return Figures(record.started, record.kind, record.goal, gauges(result), shares(result), tones)


def usual(values: Sequence[float | None]) -> Band | None:
    """What these values are like; None when there are too few."""
    known = [value for value in values if value is not None]
    if len(known) < ENOUGH:
        return None
    middle = float(median(known))
    return Band(middle, float(median(abs(value - middle) for value in known)), len(known))


def before(now: Figures, sessions: Sequence[Figures]) -> list[Figures]:
    """Those of `sessions`, in any order, that began before this one, oldest first; never this one as it was kept."""
    here = to_the_second(now.started)
    return sorted((one for one in sessions if to_the_second(one.started) < here), key=lambda one: one.started)


def compared(now: Figures, earlier: Sequence[Figures]) -> tuple[Change, ...]:
    """Every number of this session that could be measured, beside those of earlier ones; `earlier` in any order."""
    ones = before(now, earlier)
    changes = (_change(id, now, ones) for id in (*now.gauges, *now.shares))
    return tuple(change for change in changes if change is not None)


def least_change(id: str) -> float:
    """The least difference that counts as one; the same for a share and for the gauge that tells it."""
    measures = load_measures()
    if id in GAUGE_OF:
        return measures[GAUGE_OF[id]].least / 100.0
    return measures[id].least if id in measures else LEAST_SHARE


def _change(id: str, now: Figures, ones: Sequence[Figures]) -> Change | None:
    value = now.value(id)
    if value is None:
        return None
    values = [known for one in ones if (known := one.value(id)) is not None]
    band = usual(values)
    return Change(id, value, values[-1] if values else None, band, _standing(value, band, least_change(id)))


def _standing(value: float, band: Band | None, least: float) -> Standing:
    if band is None:
        return "early"
    away = value - band.median
    return "same" if abs(away) <= band.reach(least) else "more" if away > 0.0 else "less"


def is_mended(change: Change, kind: Kind) -> bool:
    """Whether less of something to mend, or more of something to praise, than usual."""
    return change.standing == ("less" if kind == "corrige" else "more")
