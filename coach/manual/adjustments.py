"""Thresholds adjusted on this computer, `umbrales.toml`: a row a signal, laid over the packaged rows. Its only reader.

A threshold may move by one band (from its exit to its enter) and no farther. Each names the packaged one that it was
made from: where a newer Coach has other thresholds the adjustment is refused, not guessed at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from typing import Any, Final

from coach.manual.catalog import Catalog, Condition
from coach.manual.features import FeatureSpec
from coach.manual.tables import Fault, Field, integer, list_of, number, read_rows, table, text

MOST_BANDS: Final = 1.0
"""How far a threshold may move, in bands: twice as strict, or down to what used to be its exit."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One condition: the thresholds that it had, and how many bands they moved; up is stricter."""

    feature: str
    way: int
    enter: float
    exit: float
    bands: float


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One signal: `made` on that day (ISO 8601), its conditions in the order of the packaged row."""

    id: str
    made: str
    conditions: tuple[Moved, ...]


def load_adjustments(file: Traversable, catalog: Catalog, features: Mapping[str, FeatureSpec]) -> dict[str, Adjustment]:
    """By id; none where there is no such file. Raises `CatalogError`."""
    if not file.is_file():
        return {}
    moved = {
        "feature": Field(text()),
        "way": Field(integer(1, 9)),
        "enter": Field(number()),
        "exit": Field(number()),
        "bands": Field(number(-MOST_BANDS, MOST_BANDS)),
    }
    fields = {"made": Field(text()), "conditions": Field(list_of(table(moved, Moved), least=1))}

    def build(id: str, **values: Any) -> Adjustment:
        if id not in catalog:
            raise Fault("no hay ninguna señal así")
        adjustment = Adjustment(id, **values)
        _check(adjustment, catalog[id].detector.conditions, features)
        return adjustment

    return read_rows(file, fields, build)


def adjusted(catalog: Catalog, adjustments: Mapping[str, Adjustment]) -> Catalog:
    """The signals with these thresholds."""
    rows = dict(catalog)
    for id, adjustment in adjustments.items():
        detector = rows[id].detector
        bands = [one.bands for one in adjustment.conditions]
        rows[id] = replace(rows[id], detector=replace(detector, conditions=moved_by(detector.conditions, bands)))
    return Catalog(rows, catalog.precedence)


def moved_by(conditions: tuple[Condition, ...], bands: Sequence[float]) -> tuple[Condition, ...]:
    """The conditions, each stricter by so many of its bands (looser below 0).

    >>> moved_by((Condition("smile_delta", True, 2.0, 1.0),), [-0.5])
    (Condition(feature='smile_delta', above=True, enter=1.5, exit=0.5, way=1, lag_s=None),)
    """
    return tuple(
        replace(one, enter=one.enter + by * (one.enter - one.exit), exit=one.exit + by * (one.enter - one.exit))
        for one, by in zip(conditions, bands, strict=True)
    )


def within(conditions: tuple[Condition, ...], features: Mapping[str, FeatureSpec]) -> bool:
    """Whether every threshold is one that its feature can reach."""
    return all(
        features[one.feature].low <= value <= features[one.feature].high
        for one in conditions
        for value in (one.enter, one.exit)
    )


def _check(adjustment: Adjustment, packaged: tuple[Condition, ...], features: Mapping[str, FeatureSpec]) -> None:
    made_from = [(one.feature, one.way, one.enter, one.exit) for one in adjustment.conditions]
    if made_from != [(one.feature, one.way, one.enter, one.exit) for one in packaged]:
        raise Fault("se ajustó con otra versión de Coach, que tenía otros umbrales; vuelve a ajustar", "conditions")
    if not within(moved_by(packaged, [one.bands for one in adjustment.conditions]), features):
        raise Fault("un umbral queda donde nadie llega; vuelve a ajustar", "conditions")
