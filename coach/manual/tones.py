"""The manual's tones of voice, `tonos.toml`, and why one may not be told, `abstenciones.toml`. Their only reader.

>>> load_tones()["calido"].name
'Cálido'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final, get_args

from coach.manual.catalog import Evidence, line_of_advice
from coach.manual.tables import (
    Fault,
    Field,
    boolean,
    choice,
    kept,
    list_of,
    number,
    read_rows,
    require_unique,
    table,
    text,
)
from coach.manual.voice_features import load_voice_features
from coach.manual.voice_reference import load_voice_reference

SMILE: Final = "smile_share"
"""Share of the window in which the camera saw a smile; no value without a camera."""

MOST_SMILE: Final = 0.5
"""The most steps that the camera may count in a tone of the voice."""


@dataclass(frozen=True, slots=True)
class Zone:
    """Where one feature should be, from `low` to `high` (None: open), counting `weight`.

    In steps from the speaker's own (`FEATURE_z`), or in the feature's own unit when `raw`.
    """

    feature: str
    weight: float
    low: float | None
    high: float | None
    raw: bool

    @property
    def measured(self) -> str:
        """The name under which its value is found."""
        return self.feature if self.raw else f"{self.feature}_z"

    @property
    def direction(self) -> int:
        """Where it asks the voice to go from its own: up (1), down (-1), or nowhere in particular (0)."""
        if self.raw:
            return 0
        return int(self.low is not None and self.low > 0.0) - int(self.high is not None and self.high < 0.0)

    def outside(self, value: float) -> float:
        """How far a value lies beside it; 0 within."""
        low = 0.0 if self.low is None else self.low - value
        high = 0.0 if self.high is None else value - self.high
        return max(0.0, low, high)


@dataclass(frozen=True, slots=True)
class Tone:
    """One tone: texts in Spanish and its target profile; `momentos.toml` tells which moments ask for it."""

    id: str
    name: str
    character: str
    attitude: str
    use: str
    advice: str
    praise: str
    evidence: Evidence
    evidence_note: str
    zones: tuple[Zone, ...]


@dataclass(frozen=True, slots=True)
class Abstention:
    """A reason to say nothing: its short name and what it means."""

    id: str
    name: str
    about: str


@kept
def load_tones(file: Traversable | None = None) -> Mapping[str, Tone]:
    """The tones by id in the order of the file (the packaged one by default). Raises `CatalogError`."""
    source = file or files("coach.manual") / "tonos.toml"
    rows = read_rows(source, _fields(), Tone)
    require_unique(source, rows, "name")
    return MappingProxyType(rows)


@kept
def load_abstentions(file: Traversable | None = None) -> Mapping[str, Abstention]:
    """The reasons by id, in the order in which they are looked at. Raises `CatalogError`."""
    fields = {"name": Field(text()), "about": Field(text())}
    source = file or files("coach.manual") / "abstenciones.toml"
    rows = read_rows(source, fields, Abstention)
    require_unique(source, rows, "name")
    return MappingProxyType(rows)


def _fields() -> dict[str, Field]:
    zone = {
        "feature": Field(choice({*load_voice_features(), SMILE})),
        "low": Field(number(), optional=True),
        "high": Field(number(), optional=True),
        "weight": Field(number(0.0, 1.0, above_low=True)),
        "raw": Field(boolean, optional=True),
    }
    return {
        "name": Field(text()),
        "character": Field(text()),
        "attitude": Field(text()),
        "use": Field(text()),
        "advice": Field(line_of_advice),
        "praise": Field(line_of_advice),
        "evidence": Field(choice(get_args(Evidence))),
        "evidence_note": Field(text()),
        "zones": Field(list_of(table(zone, _zone), least=1)),
    }


def _zone(feature: str, weight: float, low: float | None = None, high: float | None = None, raw: bool = False) -> Zone:
    if low is None and high is None:
        raise Fault("lleva al menos una de las dos, low o high", "low")
    if low is not None and high is not None and not low < high:
        raise Fault(f"debe ser mayor que low ({low:g})", "high")
    if not raw and (feature == SMILE or "z" not in _forms(feature)):
        raise Fault("no se compara con la voz de la persona; agrega raw = true", "feature")
    if feature == SMILE and weight > MOST_SMILE:
        raise Fault(f"la cámara cuenta cuando mucho {MOST_SMILE:g} en un tono de la voz", "weight")
    return Zone(feature, weight, low, high, raw)


def _forms(feature: str) -> tuple[str, ...]:
    row = load_voice_reference().get(feature)
    return () if row is None else row.forms
