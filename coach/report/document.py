"""The JSON document of a recording: stable, for programs. Times in seconds from the start of the medium."""

from __future__ import annotations

from typing import Any, Final

from coach.core.events import Cue, FindingSegment, SignalSegment, ToneScored
from coach.core.source import SourceInfo
from coach.manual.catalog import Catalog
from coach.manual.conditions import hampers_only
from coach.report.result import Result
from coach.report.voice_result import VoiceResult

VERSION: Final = 1
_SHARE_DIGITS: Final = 6
"""So that a second of a whole day is more than nothing: a share of 0 says that it could never be judged."""


def document(result: Result, catalog: Catalog) -> dict[str, Any]:
    """Everything that is known of a recording, as plain values; what cannot be judged is None or a share of 0.

    Where one of several voices was chosen, `voice` says so too: `chosen`, from 1 as it is asked for, of so many
    `voices`. Otherwise it has neither key.
    """
    return {
        "version": VERSION,
        "source": _source(result.source, result.duration_s),
        "signals": [_signal(segment, catalog) for segment in result.segments],
        "observable": {id: round(result.observable[id], _SHARE_DIGITS) for id in catalog},
        "voice": None if result.voice is None else _voice(result.voice),
        "advice": [_advice(cue) for cue in result.cues if not hampers_only(cue.because)],
    }


def _source(info: SourceInfo, duration_s: float) -> dict[str, Any]:
    return {
        "path": info.path,
        "duration_s": round(duration_s, 3),
        "video": info.video,
        "audio": info.audio,
        "fps": None if info.fps is None else round(info.fps, 3),
    }


def _signal(segment: SignalSegment, catalog: Catalog) -> dict[str, Any]:
    return {
        "id": segment.id,
        "family": catalog[segment.id].family,
        "start_s": round(segment.start_s, 3),
        "end_s": round(segment.end_s, 3),
        "confidence": round(segment.confidence, 3),
    }


def _voice(voice: VoiceResult) -> dict[str, Any]:
    return {
        "speech_s": round(voice.speech_s, 3),
        "pause_s": round(voice.pause_s, 3),
        "syllables": round(voice.syllables, 1),
        "speech_rate_syl_s": _rounded(voice.speech_rate_syl_s),
        "articulation_rate_syl_s": _rounded(voice.articulation_rate_syl_s),
        "words_per_min": _rounded(voice.words_per_min, 1),
        "pitch_median_hz": _rounded(voice.pitch_median_hz, 1),
        "pitch_range_st": _rounded(voice.pitch_range_st, 2),
        "level_db": _rounded(voice.level_db, 1),
        "noise_db": _rounded(voice.noise_db, 1),
        "tones": [_tone(tone) for tone in voice.scored],
        "findings": [_finding(segment) for segment in voice.findings],
        **({} if voice.chosen is None else {"chosen": voice.chosen + 1, "voices": len(voice.voices)}),
    }


def _tone(tone: ToneScored) -> dict[str, Any]:
    return {
        "start_s": round(tone.start_s, 3),
        "end_s": round(tone.end_s, 3),
        "scores": {id: round(score, 3) for id, score in (tone.scores or {}).items()},
        "id": tone.id,
    }


def _finding(segment: FindingSegment) -> dict[str, Any]:
    return {
        "id": segment.id,
        "start_s": round(segment.start_s, 3),
        "end_s": round(segment.end_s, 3),
        "confidence": round(segment.confidence, 3),
    }


def _rounded(value: float | None, digits: int = 3) -> float | None:
    return None if value is None else round(value, digits)


def _advice(cue: Cue) -> dict[str, Any]:
    return {"t_s": round(cue.t, 3), "text": cue.text, "because": list(cue.because), "kind": cue.kind}
