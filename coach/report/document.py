"""The JSON document of a recording: stable, for programs. Times in seconds from the start of the medium."""

from __future__ import annotations

from typing import Any, Final

from coach.core.events import Cue, SignalSegment
from coach.core.source import SourceInfo
from coach.manual.catalog import Catalog
from coach.report.result import Result

VERSION: Final = 1


def document(result: Result, catalog: Catalog) -> dict[str, Any]:
    """Everything that is known of a recording, as plain values; what cannot be judged is None or a share of 0."""
    return {
        "version": VERSION,
        "source": _source(result.source, result.duration_s),
        "signals": [_signal(segment, catalog) for segment in result.segments],
        "observable": {id: round(result.observable[id], 3) for id in catalog},
        "voice": None,  # until Coach listens
        "advice": [_advice(cue) for cue in result.cues],
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


def _advice(cue: Cue) -> dict[str, Any]:
    return {"t_s": round(cue.t, 3), "text": cue.text, "because": list(cue.because), "kind": cue.kind}
