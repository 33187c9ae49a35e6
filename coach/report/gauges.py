"""A session in numbers: a value a measure of `medidas.toml`, and how much each signal and finding held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from coach.manual.catalog import load_catalog
from coach.manual.findings import load_findings
from coach.report.result import SEEN_AT_ALL, Result
from coach.report.voice_result import VoiceResult

_LEAST_SPEECH_S: Final = 3.0
"""Speech below which a voice has no numbers."""


def gauges(result: Result) -> dict[str, float | None]:
    """Every measure of `medidas.toml`, in its unit and its order; None where nothing could be measured."""
    voice = result.voice if result.voice is not None and result.voice.speech_s >= _LEAST_SPEECH_S else None
    heard = {id: None if voice is None else value(voice) for id, value in _VOICE.items()}
    return {
        **heard,
        "mirada": _percent(share(result, "contacto_visual")),
        "sonrisa_vista": _percent(share(result, "sonrisa")),
    }


def share(result: Result, id: str) -> float | None:
    """Share of the time, in [0, 1], in which a signal or a finding held, of that in which it could be judged.

    None where it could not be judged for long enough: a signal out of view, a finding of a voice that hardly spoke.
    """
    if id in load_catalog():
        judged_s = result.observable[id] * result.duration_s
        judged = result.observable[id] >= SEEN_AT_ALL and judged_s > 0.0
        return min(1.0, result.seconds(id) / judged_s) if judged else None
    voice = result.voice
    if voice is None or voice.speech_s < _LEAST_SPEECH_S:
        return None
    return min(1.0, voice.seconds(id) / result.duration_s)


def shares(result: Result) -> dict[str, float | None]:
    """`share` of every signal and finding of the manual."""
    return {id: share(result, id) for id in (*load_catalog(), *load_findings())}


def _percent(value: float | None) -> float | None:
    return None if value is None else 100.0 * value


def _pauses(voice: VoiceResult) -> float:
    return 100.0 * voice.pause_s / (voice.speech_s + voice.pause_s)


def _clearance(voice: VoiceResult) -> float | None:
    return None if voice.level_db is None or voice.noise_db is None else voice.level_db - voice.noise_db


_VOICE: Final[Mapping[str, Callable[[VoiceResult], float | None]]] = {
    "palabras_min": lambda voice: voice.words_per_min,
    "pausas": _pauses,
    "inflexion": lambda voice: voice.pitch_range_st,
    "tono_medio": lambda voice: voice.pitch_median_hz,
    "nivel": lambda voice: voice.level_db,
    "voz_sobre_ruido": _clearance,
}
