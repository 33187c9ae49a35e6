"""The voice in the HTML report: figures, curves of rate and pitch, findings, the five tones."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Final

from coach.manual.findings import load_findings
from coach.report.spectrogram import Spectrogram
from coach.report.voice_result import Point, VoiceResult
from coach.report.voice_words import NOT_VALIDATED, asked_for, finding_rows, silences, sounded, spoken, tone_rows
from coach.report.words import EVIDENCE, clock, percent

_WIDTH: Final = 960
_HEIGHT: Final = 120
_LEFT: Final = 60
_TOP: Final = 10
_BOTTOM: Final = 22
_MOST_POINTS: Final = 900
_RATE_BAND: Final = (4.0, 6.0)
"""Syllables a second that are neither slow nor fast (120 to 180 words a minute)."""
_PITCH_ROOM_ST: Final = 3.0


def voice_section(voice: VoiceResult, duration_s: float) -> Iterator[str]:
    """Lines of HTML."""
    yield f"<section><h2>Tu voz</h2><p>{escape(spoken(voice))}</p>"
    if voice.speech_s > 0.0:
        yield f"<p>{escape(sounded(voice))}</p>"
        yield from _curves(voice, duration_s)
        if voice.spectrogram is not None:
            yield from _strip(voice.spectrogram, duration_s)
    yield "</section>"
    if voice.speech_s > 0.0:
        yield from _findings(voice)
        yield from _tones(voice)


def _findings(voice: VoiceResult) -> Iterator[str]:
    rows = finding_rows(voice)
    if not rows:
        return
    known = load_findings()
    yield '<section><h2>Lo que puedes cuidar de tu voz</h2><div class="cards">'
    for id, extent in rows:
        finding = known[id]
        yield f"""<article class="corrige">
<h3>{escape(finding.name)}</h3>
<p class="muted">{escape(extent)}</p>
<p>{escape(finding.reflects)}</p>
<p class="advice">{escape(finding.advice)}</p>
<p class="evidence"><strong>Evidencia {EVIDENCE[finding.evidence]}.</strong> {escape(finding.evidence_note)}</p>
</article>"""
    yield "</div></section>"


def _tones(voice: VoiceResult) -> Iterator[str]:
    yield "<section><h2>Los cinco tonos</h2>"
    yield f'<p class="muted">{NOT_VALIDATED}</p>'
    if (asked := asked_for(voice)) != "":
        yield f"<p><strong>{escape(asked)}</strong></p>"
    yield '<ol class="tones">'
    for row in tone_rows(voice):
        score = "sin dato" if row.score is None else percent(row.score)
        width = 0.0 if row.score is None else 100.0 * row.score
        wanted = " <strong>(lo pide este momento)</strong>" if row.wanted else ""
        yield f"<li><span>{escape(row.tone.name)}{wanted}<small>{escape(row.tone.character)} {escape(row.tone.use)}"
        yield f'</small></span><svg class="bar" viewBox="0 0 100 8" role="img" aria-label="{score}">'
        yield '<rect width="100" height="8" rx="2" class="track"/>'
        yield f'<rect width="{width:.0f}" height="8" rx="2" class="refuerza"/></svg><span>{score}</span></li>'
    yield "</ol>"
    if (reasons := silences(voice)) != []:
        yield "<p>Cuándo no se dice cuál tono destaca:</p><ul>"
        yield from (f"<li>{escape(reason)}</li>" for reason in reasons)
        yield "</ul>"
    yield "</section>"


def _curves(voice: VoiceResult, duration_s: float) -> Iterator[str]:
    step = max(1, len(voice.curve) // _MOST_POINTS)
    points = voice.curve[::step]
    rates = [point.rate_syl_s for point in points if point.rate_syl_s is not None]
    pitches = [point.pitch_st for point in points if point.pitch_st is not None]
    if rates:
        low, high = min(2.0, *rates), max(8.0, *rates)
        yield "<h3>Ritmo, en sílabas por segundo (12 s hacia atrás)</h3>"
        yield _curve(points, lambda point: point.rate_syl_s, duration_s, (low, high), _RATE_BAND)
    if pitches:
        low, high = min(pitches) - _PITCH_ROOM_ST, max(pitches) + _PITCH_ROOM_ST
        yield "<h3>Tono de la voz, en semitonos sobre 100 Hz (12 s hacia atrás)</h3>"
        yield _curve(points, lambda point: point.pitch_st, duration_s, (low, high), None)


def _strip(spectrogram: Spectrogram, duration_s: float) -> Iterator[str]:
    data = b64encode(spectrogram.png()).decode("ascii")
    room = _HEIGHT - _TOP - _BOTTOM
    yield "<h3>Cómo sonó, de lo grave a lo agudo</h3>"
    yield '<p class="muted">Cada columna es un instante: el color es más intenso donde sonó más fuerte, los huecos son '
    yield "tus pausas, y una franja pareja que no se corta ni en las pausas es ruido de fondo.</p>"
    yield f'<div class="scroll"><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="Espectrograma de tu voz">'
    yield f'<image x="{_LEFT}" y="{_TOP}" width="{_x(spectrogram.duration_s, duration_s) - _LEFT:.1f}" height="{room}" '
    yield f'preserveAspectRatio="none" href="data:image/png;base64,{data}"/>'
    yield f'<text x="{_LEFT - 8}" y="{_TOP + 10}" class="name">agudo</text>'
    yield f'<text x="{_LEFT - 8}" y="{_TOP + room}" class="name">grave</text>'
    yield f"{_clock_ticks(duration_s)}</svg></div>"


def _x(t: float, duration_s: float) -> float:
    """Where a moment lies on the axis that curves and spectrogram share."""
    return _LEFT + (_WIDTH - _LEFT - 4) * min(1.0, t / max(duration_s, 1e-9))


def _clock_ticks(duration_s: float) -> str:
    return "".join(
        f'<text x="{_x(share * duration_s, duration_s) - 12 * share:.1f}" y="{_HEIGHT - 4}" class="tick">'
        f"{clock(share * duration_s)}</text>"
        for share in (0.0, 0.5, 1.0)
    )


def _curve(
    points: Sequence[Point],
    value: Callable[[Point], float | None],
    duration_s: float,
    extent: tuple[float, float],
    band: tuple[float, float] | None,
) -> str:
    low, high = extent

    def y(level: float) -> float:
        return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (high - level) / (high - low)

    parts = [f'<div class="scroll"><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">']
    if band is not None:
        parts.append(
            f'<rect x="{_LEFT}" y="{y(band[1]):.1f}" width="{_WIDTH - _LEFT - 4}" '
            f'height="{y(band[0]) - y(band[1]):.1f}" class="good-band"/>'
        )
    for level in (low, high):
        parts.append(f'<text x="{_LEFT - 8}" y="{y(level) + 4:.1f}" class="name">{level:.0f}</text>')
    parts.append(_clock_ticks(duration_s))
    for run in _runs(points, value):
        line = " ".join(f"{_x(t, duration_s):.1f},{y(level):.1f}" for t, level in run)
        parts.append(f'<polyline points="{line}" class="curve"/>')
    return "".join([*parts, "</svg></div>"])


def _runs(points: Sequence[Point], value: Callable[[Point], float | None]) -> Iterator[list[tuple[float, float]]]:
    """Stretches without a hole: nothing is drawn where nothing could be measured."""
    run: list[tuple[float, float]] = []
    for point in points:
        level = value(point)
        if level is not None:
            run.append((point.t, level))
        elif run:
            yield run
            run = []
    if run:
        yield run
