"""One agent's sessions as that agent reads them: the goal, each number over time, what is usual in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from coach.manual.catalog import load_catalog
from coach.manual.congruences import load_congruences
from coach.manual.drills import load_drills
from coach.manual.findings import load_findings
from coach.manual.measures import load_measures, signed
from coach.manual.tones import load_tones
from coach.report.chart_progress import progress_chart
from coach.report.content import Block, Charts, Content, DrillCard, Figure, Paragraph, Section
from coach.report.gauges import GAUGE_OF
from coach.report.progress import ENOUGH, Figures, least_change, usual
from coach.report.row_names import row_name
from coach.report.shares import of_which
from coach.report.voice_words import NOT_VALIDATED
from coach.report.words import HONEST, where_kept

NONE_YET: Final = (
    "Aquí verás cómo vas, contigo y con nadie más: cada cosa que mide Coach, de sesión en sesión, y lo que es habitual "
    "en ti."
)
INVITATION: Final = "Haz una práctica de tres minutos y elige guardarla: con tres ya se ve lo que es habitual en ti."
_TITLE: Final = "Tu progreso"
_CHANGED: Final = "Así has cambiado"
"""The title from two sessions on: before that nothing can have changed."""
_MOST_SESSIONS: Final = 20
"""Newest sessions that a chart shows."""


def progress_report(sessions: Sequence[Figures], goal: str | None = None) -> Content:
    """`sessions` in any order; `goal` is what the agent works on now."""
    dated = sorted(sessions, key=lambda one: one.started)[-_MOST_SESSIONS:]
    if not dated:
        return Content(_TITLE, "Todavía no hay sesiones guardadas.", (_invitation(),), (where_kept(), HONEST))
    count = "1 sesión guardada" if len(dated) == 1 else f"{len(dated)} sesiones guardadas"
    first, last = _day(dated[0]), _day(dated[-1])
    when = f"del {first}" if first == last else f"del {first} al {last}"
    sections = [_goal(dated, goal), _gauges(dated), _tones(dated), _rows(dated)]
    return Content(
        _TITLE if len(dated) < 2 else _CHANGED,
        f"{count}, {when}. Solo contigo: sin calificaciones y sin nadie más.",
        tuple(section for section in sections if section is not None),
        (where_kept(whence="kept"), HONEST),
    )


def _invitation() -> Section:
    return Section("vacio", "Tu primera sesión", (Paragraph(NONE_YET), Paragraph(INVITATION, "strong")))


def _goal(dated: Sequence[Figures], goal: str | None) -> Section:
    """What the agent works on, and how it goes."""
    if goal is None or goal not in load_drills():
        text = "Todavía no eliges una meta: en cada informe puedes escoger la que más te sirva."
        return Section("meta", "Tu meta", (Paragraph(text),))
    drill = load_drills()[goal]
    blocks: list[Block] = []
    if any(one.value(goal) is not None for one in dated):
        blocks.append(Charts((_figure(goal, dated),)))
    why = f"{row_name(goal)}: elegiste trabajar en esto."
    card = DrillCard("Tu meta de ahora", drill.goal, why, drill.seconds, drill.steps, drill.done, goal, open=False)
    return Section("meta", "Tu meta", (card, *blocks))


def _gauges(dated: Sequence[Figures]) -> Section | None:
    """The numbers that could be measured at least once."""
    known = [id for id in load_measures() if any(one.gauges.get(id) is not None for one in dated)]
    if not known:
        return None
    about = Paragraph(_about(dated), "muted")
    return Section("numeros", "Tus números", (about, Charts(tuple(_figure(id, dated) for id in known))))


def _tones(dated: Sequence[Figures]) -> Section | None:
    """The manual's tones that could be told at least once."""
    known = [id for id in load_tones() if any(id in one.tones for one in dated)]
    if not known:
        return None
    charts = Charts(tuple(_figure(id, dated) for id in known))
    return Section("tonos", "Tus tonos de voz", (Paragraph(NOT_VALIDATED, "muted"), charts))


def _rows(dated: Sequence[Figures]) -> Section | None:
    """All that was seen and heard at least once, what there was most of first."""
    ids = [id for id in (*load_catalog(), *load_findings(), *load_congruences()) if id not in GAUGE_OF]
    most = {id: sum(one.value(id) or 0.0 for one in dated) for id in ids}
    shown = sorted((id for id in ids if most[id] > 0.0), key=lambda id: -most[id])
    if not shown:
        return None
    told = "Qué tanto apareció cada cosa: debajo de cada gráfica dice de qué tiempo es el porcentaje."
    about = Paragraph(told, "muted")
    return Section("senales", "Lo que se vio y se oyó", (about, Charts(tuple(_figure(id, dated) for id in shown))))


def _about(dated: Sequence[Figures]) -> str:
    """What the band means, or when there will be one."""
    if len(dated) < ENOUGH:
        return f"Con {ENOUGH} sesiones aparecerá una franja: lo que es habitual en ti."
    return "La franja es lo habitual en ti, con la mediana de tus sesiones al centro: fuera de ella algo cambió."


def _figure(id: str, dated: Sequence[Figures]) -> Figure:
    """One number over time; shares in hundredths."""
    measures = load_measures()
    if id in measures:
        title, about, factor = f"{measures[id].name} ({measures[id].unit})", measures[id].about, 1.0
    elif id in load_tones():
        title, about, factor = f"Tono {row_name(id).lower()} (% de parecido)", load_tones()[id].character, 100.0
    else:
        title, about, factor = f"{row_name(id)} (% del tiempo)", _share_of(id, dated), 100.0
    values = [None if (value := one.value(id)) is None else factor * value for one in dated]
    days = [_day(one) for one in dated]
    chosen = [place for place, one in enumerate(dated) if one.goal == id]
    draw = partial(
        progress_chart,
        f"av-{id}",
        title,
        tuple(zip(days, values, strict=True)),
        usual(values),
        factor * least_change(id),
        goal_at=chosen[0] if chosen else None,
    )
    return Figure(title, " ".join(filter(None, (_told(values), about))), lambda ink: draw(ink=ink))


def _share_of(id: str, dated: Sequence[Figures]) -> str:
    """Of which time the shares are."""
    known = [one.shares[id] for one in dated if id in one.shares]
    return f"Porcentaje {of_which(known[-1].sense, any(one.cut for one in known))}." if known else ""


def _told(values: Sequence[float | None]) -> str:
    """The newest value, what is usual, and how often there was none."""
    known = [value for value in values if value is not None]
    band = usual(values)
    last = f"La última vez, {signed(known[-1])}" if known else ""
    middle = f"; lo habitual en ti, {signed(band.median)}" if band is not None else ""
    missing = f" Sin dato en {len(values) - len(known)} de {len(values)} sesiones." if len(known) < len(values) else ""
    return f"{last}{middle}.{missing}" if known else missing.strip()


def _day(one: Figures) -> str:
    """A day as charts write it.

    >>> _MONTHS[2]
    'mar'
    """
    return f"{one.started.day} {_MONTHS[one.started.month - 1]}"


_MONTHS: Final = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
