"""A session in numbers: a value a measure of `medidas.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from coach.report.result import Result
from coach.report.shares import Share, shares
from coach.report.voice_result import VoiceResult

GAUGE_OF: Final[Mapping[str, str]] = {"contacto_visual": "mirada", "sonrisa": "sonrisa_vista"}
"""Signals whose share is a measure as well: the same number, in hundredths."""


def gauges(result: Result) -> dict[str, float | None]:
    """Every measure of `medidas.toml`, in its unit and its order; None where nothing could be measured."""
    voice = result.voice if result.voice is not None and result.voice.enough else None
    heard = {id: None if voice is None else value(voice) for id, value in _VOICE.items()}
    known = shares(result)
    return {**heard, **{gauge: _percent(known.get(id)) for id, gauge in GAUGE_OF.items()}}


def _percent(share: Share | None) -> float | None:
    return None if share is None else 100.0 * share.value


def _pauses(voice: VoiceResult) -> float:
    return 100.0 * voice.pause_s / (voice.speech_s + voice.pause_s)


_VOICE: Final[Mapping[str, Callable[[VoiceResult], float | None]]] = {
    "palabras_min": lambda voice: voice.words_per_min,
    "pausas": _pauses,
    "inflexion": lambda voice: voice.pitch_range_st,
    "tono_medio": lambda voice: voice.pitch_median_hz,
    "nivel": lambda voice: voice.level_db,
    "voz_sobre_ruido": lambda voice: voice.clearance_db,
}
