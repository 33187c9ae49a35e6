"""The table of features, `rasgos.toml`: what perception measures, in which unit and range."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from coach.manual.tables import CatalogError, Fault, Field, boolean, kept, number, read_rows, text


@dataclass(frozen=True, slots=True)
class FeatureSpec:
    """One feature: a number in [low, high] `unit`s, or None when it has no value.

    `rest` is the quantile of a person's calm stretches that is their neutral, None for features without a neutral;
    `prior` and `spread` are the neutral of people in general and how far people differ, None where unknown.
    `guided`: the neutral is learned only from a guided calibration. `drifts`: it follows a camera or a chair that is
    moved afterwards. `of`: this is the deviation of that feature from
    the person's neutral, without its sign when `absolute`; with `settle` it has no value until that feature has
    varied by so much, or has been seen long enough.
    """

    id: str
    unit: str
    low: float
    high: float
    about: str
    rest: float | None = None
    prior: float | None = None
    spread: float | None = None
    guided: bool = False
    drifts: bool = False
    of: str | None = None
    absolute: bool = False
    settle: float | None = None


@kept
def load_features(file: Traversable | None = None) -> Mapping[str, FeatureSpec]:
    """The features by id in the order of the file (the packaged one by default). Raises `CatalogError`."""
    fields = {
        "unit": Field(text()),
        "low": Field(number()),
        "high": Field(number()),
        "about": Field(text()),
        "rest": Field(number(0.0, 1.0), optional=True),
        "prior": Field(number(), optional=True),
        "spread": Field(number(0.0, above_low=True), optional=True),
        "guided": Field(boolean, optional=True),
        "drifts": Field(boolean, optional=True),
        "of": Field(text(), optional=True),
        "absolute": Field(boolean, optional=True),
        "settle": Field(number(0.0, above_low=True), optional=True),
    }
    source = file or files("coach.manual") / "rasgos.toml"
    rows = read_rows(source, fields, _feature)
    for spec in rows.values():
        if spec.of is not None and (spec.of not in rows or rows[spec.of].rest is None):
            raise CatalogError(source.name, f"«{spec.of}» no es un rasgo con «rest»; corrige el nombre", spec.id, "of")
    return MappingProxyType(rows)


def _feature(
    id: str,
    unit: str,
    low: float,
    high: float,
    about: str,
    rest: float | None = None,
    prior: float | None = None,
    spread: float | None = None,
    **more: Any,
) -> FeatureSpec:
    if not low < high:
        raise Fault(f"debe ser mayor que low ({low:g})", "high")
    if prior is not None and not low <= prior <= high:
        raise Fault(f"el valor {prior:g} queda fuera de low y high ({low:g} a {high:g})", "prior")
    for key, value in (("prior", prior), ("spread", spread)):
        if rest is not None and value is None:
            raise Fault("falta esta clave; quien tiene «rest» lleva «prior» y «spread»", key)
    if more.get("drifts") and rest is None:
        raise Fault("solo un rasgo con «rest» tiene un neutral que pueda moverse", "drifts")
    return FeatureSpec(id, unit, low, high, about, rest, prior, spread, **more)
