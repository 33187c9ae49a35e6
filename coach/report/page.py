"""The result as one HTML page that needs nothing else: no script, no request, light and dark, fit for paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files

from coach.core.events import Cue
from coach.manual.catalog import Catalog, Signal
from coach.manual.conditions import ViewCondition
from coach.report.result import SEEN_AT_ALL, Result
from coach.report.timeline import timeline
from coach.report.voice_page import voice_section
from coach.report.words import (
    DEAF,
    EVIDENCE,
    FAMILY,
    HONEST,
    NOT_OBSERVABLE,
    PRIVATE,
    SOUND_ALONE,
    blind_words,
    clock,
    ends_early,
    joined,
    lasting,
    lowered,
    named,
    needs,
    times,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""The browser itself refuses every request that the page might make: its one picture is within it."""


def page(result: Result, catalog: Catalog, conditions: Mapping[str, ViewCondition]) -> str:
    """The whole document."""
    style = (files("coach.report") / "informe.css").read_text(encoding="utf-8")
    name = escape(_file_name(result.source.path))
    body = "\n".join(_Page(result, catalog, conditions).sections())
    return f"""<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{name} · Informe de Coach</title>
<style>
{style}</style>
</head>
<body>
<header>
<p class="brand">Coach</p>
<h1>{name}</h1>
<p class="muted">{clock(result.duration_s)} de {"video" if result.source.video else "sonido"}</p>
</header>
<main>
{body}
</main>
<footer>
<p><strong>{PRIVATE}</strong></p>
<p>{HONEST}</p>
</footer>
</body>
</html>
"""


class _Page:
    def __init__(self, result: Result, catalog: Catalog, conditions: Mapping[str, ViewCondition]) -> None:
        self._result, self._catalog, self._conditions = result, catalog, conditions
        self._present = result.present(catalog)

    def sections(self) -> Iterator[str]:
        if not self._result.source.video:
            yield f"<section><p>{SOUND_ALONE}</p></section>"
            yield from self._voice()
            yield from self._advice()
            return
        if self._result.seen_s < self._result.duration_s:
            yield f"<section><p>{ends_early(self._result.seen_s)}</p></section>"
        yield from self._cards("Lo que te ayudó", "refuerza", "En esta grabación no apareció ninguna de estas señales.")
        yield from self._cards("Lo que puedes cuidar", "corrige", "Nada que corregir en lo que se pudo ver.")
        yield from self._timeline()
        yield from self._hampered()
        yield from self._voice()
        yield from self._advice()
        yield from self._not_observable()

    def _cards(self, title: str, kind: str, nothing: str) -> Iterator[str]:
        ids = [id for id in self._present if self._catalog[id].kind == kind]
        yield f"<section><h2>{title}</h2>"
        if not ids:
            yield f'<p class="muted">{nothing}</p>'
        yield '<div class="cards">'
        for id in ids:
            yield self._card(self._catalog[id])
        yield "</div></section>"

    def _card(self, signal: Signal) -> str:
        count = len(self._result.of(signal.id))
        figures = f"{lasting(self._result.seconds(signal.id))} en total, {times(count)}"
        blind = blind_words(self._result.observable[signal.id])
        return f"""<article class="{signal.kind}">
<h3>{escape(signal.name)}</h3>
<p class="muted">{FAMILY[signal.family]} · {figures}{"; " + blind if blind else ""}</p>
<p>{escape(signal.reflects)}</p>
<p class="advice">{escape(signal.advice)}</p>
<p class="evidence"><strong>Evidencia {EVIDENCE[signal.evidence]}.</strong> {escape(signal.evidence_note)}</p>
</article>"""

    def _timeline(self) -> Iterator[str]:
        yield "<section><h2>A lo largo de la grabación</h2>"
        yield '<p class="key"><span class="good"></span> ayuda <span class="mend"></span> por cuidar'
        yield f'<span class="unseen"></span> {NOT_OBSERVABLE} <span class="veil"></span> algo estorbó la vista</p>'
        yield f'<div class="scroll">{timeline(self._result, self._catalog, self._conditions)}</div></section>'

    def _hampered(self) -> Iterator[str]:
        if not self._result.conditions:
            return
        yield "<section><h2>Lo que estorbó la vista</h2><ol>"
        for span in self._result.conditions:
            condition = self._conditions[span.id]
            yield f'<li><time class="from-to">{clock(span.start_s)} a {clock(span.end_s)}</time> '
            yield f"<span>{escape(condition.name)}<small>{escape(condition.advice)}</small></span></li>"
        yield "</ol></section>"

    def _voice(self) -> Iterator[str]:
        if self._result.deaf:
            yield f"<section><h2>Tu voz</h2><p>{DEAF}</p></section>"
        if self._result.voice is not None:
            yield from voice_section(self._result.voice, self._result.duration_s)

    def _advice(self) -> Iterator[str]:
        if not self._result.cues:
            return
        yield "<section><h2>Consejos</h2><ol>"
        for cue in self._result.cues:
            yield f'<li class="{cue.kind}"><time>{clock(cue.t)}</time> <span>{escape(cue.text)}'
            yield f"<small>{escape(self._because(cue))}</small></span></li>"
        yield "</ol></section>"

    def _because(self, cue: Cue) -> str:
        return joined([lowered(named(id, self._catalog, self._conditions)) for id in cue.because])

    def _not_observable(self) -> Iterator[str]:
        unseen = [s for id, s in self._catalog.items() if self._result.observable[id] < SEEN_AT_ALL]
        if not unseen:
            return
        yield f"<section><h2>{NOT_OBSERVABLE.capitalize()}</h2><ul>"
        for signal in unseen:
            yield f"<li>{escape(signal.name)}: <small>hacía falta ver bien {needs(signal)}</small></li>"
        yield "</ul></section>"


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]
