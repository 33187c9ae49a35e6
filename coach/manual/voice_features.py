"""The table of voice features, `rasgos_voz.toml`: what hearing measures, in which unit, over which window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from coach.manual.tables import Fault, Field, kept, number, read_rows, text


@dataclass(frozen=True, slots=True)
class VoiceFeatureSpec:
    """One feature: a number in [low, high] `unit`s, or None when it has no value.

    It looks back `window_s` seconds, and the newest sound in it is at most `latency_s` seconds older than the moment
    it is told for. `source` says where its definition comes from.
    """

    id: str
    unit: str
    low: float
    high: float
    window_s: float
    latency_s: float
    about: str
    source: str


@kept
def load_voice_features(file: Traversable | None = None) -> Mapping[str, VoiceFeatureSpec]:
    """The features by id in the order of the file (the packaged one by default). Raises `CatalogError`.

    >>> load_voice_features()["rate_syl_s"].unit
    'syl/s'
    """
    fields = {
        "unit": Field(text()),
        "low": Field(number()),
        "high": Field(number()),
        "window_s": Field(number(0.0)),
        "latency_s": Field(number(0.0)),
        "about": Field(text()),
        "source": Field(text()),
    }
    return MappingProxyType(read_rows(file or files("coach.manual") / "rasgos_voz.toml", fields, _feature))


def _feature(
    id: str, unit: str, low: float, high: float, window_s: float, latency_s: float, about: str, source: str
) -> VoiceFeatureSpec:
    if not low < high:
        raise Fault(f"debe ser mayor que low ({low:g})", "high")
    return VoiceFeatureSpec(id, unit, low, high, window_s, latency_s, about, source)
