"""The findings of the voice, `hallazgos.toml`: what can be heard of the delivery and what to advise. Its only reader.

>>> load_findings()["rapido"].rates
True
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

from coach.manual.catalog import Bounded, Detector, Evidence, detector_check, line_of_advice
from coach.manual.tables import (
    Fault,
    Field,
    Validator,
    choice,
    integer,
    kept,
    list_of,
    number,
    read_rows,
    require_unique,
    table,
    text,
)
from coach.manual.voice_features import load_voice_features
from coach.manual.voice_reference import derived_voice_features

TURN: Final = "turn_s"
"""Seconds of speech, and of the pauses inside turns, in the window: derived from `speech_s` and `pause_share`."""

RATE_FACTOR: Final = "rate_factor"
"""What the counts of syllables in the same features were multiplied by: without it they cannot be counted anew."""

RATES: Final = frozenset(("rate_syl_s", "articulation_syl_s", "rate_flow_syl_s"))
"""Counts of syllables, which the reading calibrates."""

LONGEST_LAG_S: Final = 12.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: texts in Spanish, what it `requires` of features to be judged, how it is detected.

    `tells` maps each way of the detector to what is heard when it holds.
    """

    id: str
    name: str
    reflects: str
    advice: str
    evidence: Evidence
    evidence_note: str
    requires: Mapping[str, float]
    tells: Mapping[int, str]
    detector: Detector

    @property
    def kind(self) -> Literal["corrige"]:
        """Every finding is something to mend."""
        return "corrige"

    @property
    def rates(self) -> bool:
        """Whether it rests on counted syllables alone, which are rough until calibrated."""
        return all(condition.feature in RATES for condition in self.detector.conditions)


@dataclass(frozen=True, slots=True)
class _Range:
    low: float
    high: float


@kept
def load_findings(file: Traversable | None = None) -> Mapping[str, Finding]:
    """The findings by id in the order of the file (the packaged one by default). Raises `CatalogError`."""
    source = file or files("coach.manual") / "hallazgos.toml"
    rows = read_rows(source, _fields(), _finding)
    require_unique(source, rows, "name")
    return MappingProxyType(rows)


def _fields() -> dict[str, Field]:
    features: dict[str, Bounded] = {
        **load_voice_features(),
        **{id: _Range(-100.0, 100.0) for id in derived_voice_features()},
    }
    lag = {"lag_s": Field(number(0.0, LONGEST_LAG_S), optional=True)}
    more = {"least": Field(integer(1, 9), optional=True), **lag}
    return {
        "name": Field(text()),
        "reflects": Field(text()),
        "advice": Field(line_of_advice),
        "evidence": Field(choice(get_args(Evidence))),
        "evidence_note": Field(text()),
        "requires": Field(_minima({*features, TURN})),
        "tells": Field(list_of(text(), least=1)),
        "detector": Field(detector_check(features, more, lag)),
    }


def _minima(features: set[str]) -> Validator:
    def check(value: object) -> Mapping[str, float]:
        if not isinstance(value, dict):
            raise Fault("debe ser una tabla con sus claves")
        fields = {feature: Field(number(), optional=True) for feature in features}
        build: Callable[..., dict[str, float]] = dict
        minima: Mapping[str, float] = table(fields, build)(value)
        return MappingProxyType(minima)

    return check


def _finding(id: str, tells: tuple[str, ...], detector: Detector, **more: Any) -> Finding:
    ways = sorted({condition.way for condition in detector.conditions})
    if ways != list(range(1, len(tells) + 1)):
        raise Fault(f"lleva una frase por cada manera (way) del detector, y son {len(ways)}", "tells")
    if detector.least > len(ways):
        raise Fault(f"pide más maneras de las que hay ({len(ways)})", "detector.least")
    return Finding(id=id, tells=MappingProxyType(dict(enumerate(tells, 1))), detector=detector, **more)
