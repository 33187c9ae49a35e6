"""The voice in the terminal summary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from coach.manual.findings import load_findings
from coach.report.result import Result
from coach.report.voice_words import (
    NOT_VALIDATED,
    asked_for,
    finding_rows,
    silences,
    sounded,
    spoken,
    told_apart,
    tone_rows,
)
from coach.report.words import percent

_CELLS: Final = 20
_NAME: Final = 12


def voice_text(result: Result, told: Result, blocks: bool) -> Iterator[str]:
    """Paragraphs to be wrapped: figures, findings that count (`told`), the tones, why no tone is told; none unheard."""
    voice = told.voice
    if voice is None:
        return
    yield from filter(None, [told_apart(voice)])
    if len(voice.voices) > 1 and voice.chosen is None:
        yield "Para medir solo la tuya, elige con --voz 1, o el número que le toque."
    yield spoken(voice)
    if voice.speech_s <= 0.0:
        return
    yield from filter(None, [sounded(voice)])
    findings = load_findings()
    for id, extent in finding_rows(result, told):
        yield f"{'○' if blocks else '-'} {findings[id].name}: {extent}. {findings[id].advice}."
    if voice.mean_scores():
        yield from (_bar(row.tone.name, row.score, blocks) for row in tone_rows(voice))
    yield from filter(None, [asked_for(voice)])
    yield from silences(voice)
    yield NOT_VALIDATED


def _bar(name: str, score: float | None, blocks: bool) -> str:
    if score is None:
        return f"{name:<{_NAME}} -"
    full, empty = ("█", "·") if blocks else ("#", ".")
    cells = round(_CELLS * score)
    return f"{name:<{_NAME}} {full * cells}{empty * (_CELLS - cells)} {percent(score)}"
