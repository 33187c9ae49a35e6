"""Looks for the thresholds of one signal that do best on some sessions: the fewest steps from where they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from coach.manual.adjustments import MOST_BANDS, moved_by, within
from coach.manual.catalog import Signal
from coach.manual.features import FeatureSpec
from coach.tuning.case import Case, Figures, figures
from coach.tuning.split import Split

STEP: Final = 0.25
"""Bands; finer would be fitted to chance."""
_MOVES: Final = tuple(STEP * place for place in range(-round(MOST_BANDS / STEP), round(MOST_BANDS / STEP) + 1))
_ROUNDS: Final = 2


@dataclass(frozen=True, slots=True)
class Tuned:
    """`bands`: how far each condition of the packaged row should move. Figures are of the sessions that were held out.

    `before`: with the thresholds that are in use now.
    """

    signal: Signal
    bands: tuple[float, ...]
    before: Figures
    after: Figures
    split: Split

    @property
    def moved(self) -> bool:
        """Whether there is anything to change."""
        return any(self.bands)

    @property
    def worthwhile(self) -> bool:
        """Whether sessions that were not tuned on do no worse with it."""
        return self.moved and self.after.rank >= self.before.rank


def tune(
    packaged: Signal,
    current: Signal,
    parts: Split,
    features: Mapping[str, FeatureSpec],
    progress: Callable[[float], None] = lambda share: None,
) -> Tuned:
    """The best bands for `packaged`, judged beside `current`, which is the same row as it is in use.

    `progress` gets the share of the attempts that are made.
    """
    attempt, attempts = count(1), len(_MOVES) * (1 + _ROUNDS * len(packaged.detector.conditions))
    bands = best(packaged, parts.tuning, features, lambda: progress(next(attempt) / attempts))
    tuned = _with(packaged, bands)
    return Tuned(packaged, bands, figures(current, parts.held_out), figures(tuned, parts.held_out), parts)


def best(
    signal: Signal, cases: Sequence[Case], features: Mapping[str, FeatureSpec], tick: Callable[[], None]
) -> tuple[float, ...]:
    """All conditions together first (those that can move so far), then one by one; of what is as good, the nearest."""
    conditions = signal.detector.conditions
    chosen = tuple(0.0 for _ in conditions)
    rank = _rank(signal, chosen, cases)

    def consider(bands: tuple[float, ...]) -> None:
        nonlocal chosen, rank
        tick()
        if bands == chosen or not within(moved_by(conditions, bands), features):
            return
        other = _rank(signal, bands, cases)
        if other > rank:
            chosen, rank = bands, other

    for move in _MOVES:
        consider(tuple(move if within(moved_by((one,), (move,)), features) else 0.0 for one in conditions))
    for place in [place for _ in range(_ROUNDS) for place in range(len(conditions))]:
        for move in _MOVES:
            consider((*chosen[:place], move, *chosen[place + 1 :]))
    return chosen


def _rank(signal: Signal, bands: tuple[float, ...], cases: Sequence[Case]) -> tuple[float, float]:
    return figures(_with(signal, bands), cases).rank, -sum(abs(move) for move in bands)


def _with(signal: Signal, bands: Sequence[float]) -> Signal:
    conditions = moved_by(signal.detector.conditions, bands)
    return replace(signal, detector=replace(signal.detector, conditions=conditions))
