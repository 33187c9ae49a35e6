"""The first sheet: what went well, one goal with its drill and others to choose from, and the agent's own course."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from coach.manual.measures import load_measures
from coach.report.chart_tones import moment_name
from coach.report.content import Block, Cards, DrillCard, Paragraph, Section, Table
from coach.report.gauges import GAUGE_OF
from coach.report.goals import Goal
from coach.report.praise import praises
from coach.report.progress import ENOUGH, Change, Figures, before
from coach.report.result import Result
from coach.report.row_names import row_name
from coach.report.shares import of_which
from coach.report.words import lowered, percent

_STANDING: Final = {
    "more": "más que lo habitual en ti",
    "less": "menos que lo habitual en ti",
    "same": "como lo habitual en ti",
    "early": "aún sin datos para comparar",
}
_MOST_CHANGES: Final = 6
_SOON: Final = f"Con {ENOUGH} sesiones anteriores aquí verás también lo habitual en ti."
_OF_TIME: Final = "Cada porcentaje de lo que se vio u oyó es del tiempo en que eso se podía juzgar y venía al caso."


def went_well(result: Result, changes: Sequence[Change]) -> Section:
    """Praise comes first."""
    cards = praises(result, changes)
    nothing = Paragraph("Esta vez no se vio ni se oyó a nadie lo bastante para decir algo.", "muted")
    return Section("bien", "Lo que hiciste bien", (Cards(cards) if cards else nothing,))


def goal_section(goals: Sequence[Goal], chosen: str | None) -> Section | None:
    """One goal: the agent's own choice if there is one; None when there was nothing to go by."""
    if not goals:
        return None
    first = next((goal for goal in goals if goal.id == chosen), goals[0])
    others = [goal for goal in goals if goal.id != first.id]
    overline = "La meta que elegiste" if chosen == first.id else "Te propongo una meta"
    blocks: list[Block] = [_drill(first, overline, main=True, open=chosen != first.id)]
    if others:
        blocks.append(Paragraph("Si prefieres otra, elige: la que te sirva a ti es la mejor.", "muted"))
        blocks += [_drill(goal, "También podrías", main=False) for goal in others]
    return Section("meta", "Una meta para la próxima vez", tuple(blocks))


def _drill(goal: Goal, overline: str, main: bool, open: bool = True) -> DrillCard:
    drill = goal.drill
    return DrillCard(
        overline=overline,
        goal=drill.goal,
        why=why(goal),
        seconds=drill.seconds,
        steps=drill.steps,
        done=drill.done,
        id=goal.id,
        row=goal.id,
        main=main,
        open=open,
    )


def why(goal: Goal) -> str:
    """Why this goal is proposed, in one sentence."""
    name = row_name(goal.id)
    match goal.reason:
        case "held":
            return f"{name}: apareció {'' if goal.share is None else goal.share.in_words}."
        case "missing":
            return f"{name}: casi no apareció en «{moment_name(goal.moment)}», donde el manual lo recomienda."
        case "tone_far":
            asked = f"«{moment_name(goal.moment)}» pide un tono {lowered(name)}"
            return f"{asked}, y tu voz se le pareció en un {percent(goal.near or 0.0)}."
        case "kept":
            return "No hubo nada que corregir en lo que se pudo ver y oír; conserva lo que ya haces."


def own_course(now: Figures, earlier: Sequence[Figures], changes: Sequence[Change]) -> Section:
    """This session beside the agent's own earlier ones."""
    ones = before(now, earlier)
    if not ones:
        first = "Esta es la primera sesión que puedo comparar: cuando guardes varias, aquí verás cómo vas contigo."
        return Section("avance", "Comparado contigo", (Paragraph(first),))
    count = "tu sesión anterior" if len(ones) == 1 else f"tus {len(ones)} sesiones anteriores"
    blocks: list[Block] = [
        Paragraph(f"Solo contra {count}, nunca contra otras personas. Más o menos no es bueno ni malo por sí solo.")
    ]
    blocks += _followed(ones, now)
    rest = _telling(changes)
    rows = tuple(_row(change) for change in (*(one for one in changes if one.id in load_measures()), *rest))
    if any(change.band is not None for change in changes):
        header = ("Qué", "Esta vez", "La vez pasada", "Lo habitual", "Esta vez fue")
        blocks.append(Table("Esta sesión y lo habitual en ti", header, rows))
    else:
        blocks.append(
            Table("Esta sesión y la vez pasada", ("Qué", "Esta vez", "La vez pasada"), tuple(r[:3] for r in rows))
        )
        blocks.append(Paragraph(_SOON))
    if rest:
        blocks.append(Paragraph(_OF_TIME, "muted"))
    return Section("avance", "Comparado contigo", tuple(blocks))


def _followed(ones: Sequence[Figures], now: Figures) -> list[Block]:
    """How the goal that was chosen last went; it holds until another is chosen."""
    place = next((place for place in reversed(range(len(ones))) if ones[place].goal is not None), None)
    if place is None:
        return []
    then, ago = ones[place], len(ones) - place
    goal = then.goal or ""
    when = "La vez pasada" if ago == 1 else f"Hace {ago} sesiones"
    told = f"{when} elegiste como meta: {lowered(_goal_words(goal))}."
    return [Paragraph(f"{told}{_since(goal, then, now)}", "strong")]


def _since(goal: str, then: Figures, now: Figures) -> str:
    """How much of it there was when it was chosen, and how much there is now."""
    name, before, after = row_name(goal), then.shares.get(goal), now.shares.get(goal)
    if before is not None and after is not None:
        time = of_which(after.sense, before.cut or after.cut)
        return f" {name}: {percent(before.value)} entonces y {percent(after.value)} esta vez, {time}."
    if goal in then.tones and goal in now.tones:
        near = f"{percent(then.tones[goal])} de parecido entonces y {percent(now.tones[goal])} esta vez"
        return f" Tono {lowered(name)}: {near}, en toda la sesión."
    return ""


def _goal_words(id: str) -> str:
    return Goal(id, 0.0, "kept").drill.goal


def _telling(changes: Sequence[Change]) -> list[Change]:
    """Of what was seen and heard, that which changed most, beyond what a gauge tells."""
    measures = load_measures()
    rest = [change for change in changes if change.id not in (*measures, *GAUGE_OF) and (change.now or change.last)]
    rest.sort(key=lambda change: (change.standing in ("same", "early"), -abs(change.now - (change.last or 0.0))))
    return rest[:_MOST_CHANGES]


def _row(change: Change) -> tuple[str, ...]:
    measures = load_measures()
    if change.id in measures:
        measure = measures[change.id]
        name, now, last = measure.name, measure.shown(change.now), measure.shown(change.last)
        usual = "—" if change.band is None else measure.shown(change.band.median)
    else:
        name, now = row_name(change.id), percent(change.now)
        last = "—" if change.last is None else percent(change.last)
        usual = "—" if change.band is None else percent(change.band.median)
    return name, now, last, usual, _STANDING[change.standing]
