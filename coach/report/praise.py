"""What went well, told first: what was seen and heard, never more than that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from coach.manual.catalog import Signal, load_catalog
from coach.manual.congruences import Congruence, load_congruences
from coach.manual.findings import Finding, load_findings
from coach.manual.tones import load_tones
from coach.report.chart_tones import moment_name
from coach.report.content import Card
from coach.report.counted import counted, left_out, occasions
from coach.report.moment_view import MomentView, moment_views
from coach.report.progress import Change, is_mended
from coach.report.rate_band import in_band, pace_band
from coach.report.result import Result
from coach.report.shares import Share, judgeable, shares
from coach.report.words import joined, lasting, lowered, percent, running, times

MOST: Final = 6
_TONE_NEAR: Final = 0.6
_CLEAR_S: Final = 20.0
"""Time in which a thing could be judged, and speech, from which its absence, or a change of it, says something."""


def praises(result: Result, changes: Sequence[Change]) -> tuple[Card, ...]:
    """At most six cards, those of change first; at least one for a session in which somebody was seen or heard."""
    views = moment_views(counted(result))
    found = [*_mended(result, changes), *_signals(result, views), *_tones(views), *_voice(result)]
    return tuple(found[:MOST]) or _present(result)


def _mended(result: Result, changes: Sequence[Change]) -> Iterator[Card]:
    """Better than this agent's own usual: more only if all of it was in place, less only if it would not have been."""
    told, known = counted(result), shares(result)
    rows: dict[str, Signal | Finding | Congruence] = {**load_catalog(), **load_findings(), **load_congruences()}
    for change in changes:
        row, share = rows.get(change.id), known.get(change.id)
        if row is None or share is None or change.band is None or not is_mended(change, row.kind):
            continue
        less = row.kind == "corrige"
        if not _says_something(result, share) or not (less or told.held(row.id) == result.held(row.id)):
            continue
        figures = f"{share.words}; lo habitual en ti es {percent(change.band.median)}"
        more = "menos" if less else "más"
        course = f"Esta vez ocupó {more} de ese tiempo que en tus sesiones anteriores."
        yield Card("refuerza", f"Apareció {more}: {lowered(row.name)}", figures, course, row=change.id)


def _says_something(result: Result, share: Share) -> bool:
    spoke = result.voice is not None and result.voice.speech_s >= _CLEAR_S
    return share.of_s >= _CLEAR_S and (spoke or share.sense == "seen")


def _signals(result: Result, views: Sequence[MomentView]) -> Iterator[Card]:
    """What showed where it does good."""
    catalog, told, known = load_catalog(), counted(result), shares(result)
    for id in told.present(id for id, signal in catalog.items() if signal.kind == "refuerza"):
        signal, share, out = catalog[id], known.get(id), left_out(result, id)
        figures = f"{lasting(told.seconds(id))} en total, {times(occasions(result, told, id))}"
        figures += out or ("" if share is None else f"; {share.words}")
        at = [moment_name(view.moment) for view in views if view.moment is not None and view.held_s[id] > 0.0]
        reflects = signal.reflects
        if at and len(views) > 1:
            reflects += f" Apareció en {joined([f'«{one}»' for one in at])}."
        yield Card("refuerza", signal.name, figures, reflects, row=id)


def _tones(views: Sequence[MomentView]) -> Iterator[Card]:
    tones = load_tones()
    for id in tones:
        near = [view for view in views if id in view.wanted and view.scores.get(id, 0.0) >= _TONE_NEAR]
        if near:
            told = joined([f"«{moment_name(view.moment)}» ({percent(view.scores[id])})" for view in near])
            figures = f"Parecido medio en {told}, donde el manual lo pide"
            title = f"Voz cerca de un tono {lowered(tones[id].name)}"
            yield Card("refuerza", title, figures, tones[id].attitude, row=id)


def _voice(result: Result) -> Iterator[Card]:
    voice = result.voice
    if voice is None or voice.speech_s < _CLEAR_S:
        return
    held = {one.id for one in voice.findings}
    words = voice.words_per_min
    if words is not None and in_band(words) and not held & {"rapido", "lento"}:
        low, high = pace_band()
        figures = f"Unas {words:.0f} palabras por minuto; se sigue bien de {low:.0f} a {high:.0f}"
        yield Card("refuerza", "Ritmo que se puede seguir", figures, "Al cliente le da tiempo de entenderte.")
    if not held and all(judgeable(finding, voice) for finding in load_findings().values()):
        yield Card(
            "refuerza",
            "Nada que cuidar en tu voz",
            f"{lasting(voice.speech_s)} de voz",
            "Ni el ritmo, ni el volumen, ni la inflexión, ni la claridad llegaron a llamar la atención.",
        )


def _present(result: Result) -> tuple[Card, ...]:
    spoke = result.voice is not None and result.voice.speech_s > 0.0
    if not spoke and not any(result.observable.values()):
        return ()
    text = "Practicar y revisarte es lo que más ayuda; si la guardas, la próxima vez tendrás con qué compararte."
    return (Card("refuerza", "Hiciste tu sesión", running(result.duration_s), text),)
