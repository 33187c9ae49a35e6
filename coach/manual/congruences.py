"""Where voice and face agree or do not, `congruencias.toml`. Its only reader.

>>> load_congruences()["escucha_activa"].parts
('asentir',)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final, get_args

from coach.manual.catalog import Bounded, Detector, Evidence, Kind, detector_check, line_of_advice, load_catalog
from coach.manual.findings import load_findings
from coach.manual.moments import load_moments
from coach.manual.tables import Field, choice, kept, list_of, read_rows, require_unique, text
from coach.manual.tones import load_tones

SILENCE: Final = "silence_s"
"""Seconds for which the agent has been silent, 0 while they speak; no value without a voice to hear."""


@dataclass(frozen=True, slots=True)
class Congruence:
    """One of them: texts in Spanish, the `moments` in which it is looked for (none: in all), how it is told.

    Its detector's conditions are over ids: of signals and findings (1 present, 0 absent, no value when not observable),
    of tones (their score) and `SILENCE`.
    """

    id: str
    name: str
    reflects: str
    advice: str
    kind: Kind
    evidence: Evidence
    evidence_note: str
    detector: Detector
    moments: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The signals, findings and tones that it rests on."""
        return tuple(sorted({one.feature for one in self.detector.conditions} - {SILENCE}))


@dataclass(frozen=True, slots=True)
class _Range:
    low: float
    high: float


@kept
def load_congruences(file: Traversable | None = None) -> Mapping[str, Congruence]:
    """The congruences by id in the order of the file (the packaged one by default). Raises `CatalogError`."""
    source = file or files("coach.manual") / "congruencias.toml"
    ids = [*load_catalog(), *load_findings(), *load_tones()]
    measured: dict[str, Bounded] = {**dict.fromkeys(ids, _Range(0.0, 1.0)), SILENCE: _Range(0.0, 60.0)}
    fields = {
        "name": Field(text()),
        "reflects": Field(text()),
        "advice": Field(line_of_advice),
        "kind": Field(choice(get_args(Kind))),
        "evidence": Field(choice(get_args(Evidence))),
        "evidence_note": Field(text()),
        "moments": Field(list_of(choice(load_moments()), least=1), optional=True),
        "detector": Field(detector_check(measured)),
    }
    rows = read_rows(source, fields, Congruence)
    require_unique(source, rows, "name")
    return MappingProxyType(rows)
