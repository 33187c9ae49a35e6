"""A session from left to right: moments, what was seen, what was heard, and what could not be judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol, TypeAlias

from coach.core.events import CongruenceSegment, FindingSegment, SignalSegment
from coach.manual.catalog import Kind, load_catalog
from coach.manual.clients import load_clients
from coach.manual.conditions import ViewCondition
from coach.manual.congruences import load_congruences
from coach.manual.findings import load_findings
from coach.manual.moments import load_moments
from coach.report.counted import counted
from coach.report.result import Result, Span, Stretch
from coach.report.svg import WIDTH, Drawing, Ink, shortened, tick_step
from coach.report.words import ASIDE, FAMILY, MOSTLY, NOT_OBSERVABLE, clock, percent

LEFT: Final = 250
RIGHT: Final = 6
_ROW: Final = 24
_AXIS: Final = 26
_MOMENTS: Final = 30
_HEAD: Final = 26
_THINNEST: Final = 2.0

_Held: TypeAlias = SignalSegment | FindingSegment | CongruenceSegment


class _Named(Protocol):
    """A row of the manual that shows."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> Kind: ...


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the chart: what it is called, when it held, when nothing could be said.

    `held` is what is praised, or to be mended; `aside` is all that there was, where some of it was neither.
    """

    name: str
    kind: Kind
    held: Sequence[_Held]
    blind: tuple[Span, ...] = ()
    aside: Sequence[_Held] = ()


def groups(result: Result) -> dict[str, list[Row]]:
    """The rows that say something, under the heading they stand beneath."""
    told = counted(result)
    found: dict[str, list[Row]] = {}
    for family, signals in load_catalog().families.items():
        rows = [
            _line(signal, told.of(signal.id), result.of(signal.id), result.blind_to(signal.id))
            for signal in signals
            if result.source.video and (result.of(signal.id) or result.observable[signal.id] < MOSTLY)
        ]
        found[FAMILY[family]] = sorted(rows, key=lambda row: not row.held)
    if result.voice is not None and told.voice is not None:
        found["Voz"] = _lines(load_findings(), told.voice.findings, result.voice.findings)
    found["Voz y rostro"] = _lines(load_congruences(), told.congruences, result.congruences)
    return {head: rows for head, rows in found.items() if rows}


def _lines(rows: Mapping[str, _Named], held: Sequence[_Held], seen: Sequence[_Held]) -> list[Row]:
    return [
        _line(row, tuple(one for one in held if one.id == id), both)
        for id, row in rows.items()
        if (both := tuple(one for one in seen if one.id == id))
    ]


def _line(row: _Named, held: Sequence[_Held], seen: Sequence[_Held], blind: tuple[Span, ...] = ()) -> Row:
    return Row(row.name, row.kind, held, blind, () if held == seen else seen)


def timeline(result: Result, conditions: Mapping[str, ViewCondition], ink: Ink) -> str:
    """The whole chart."""
    shown = groups(result)
    top = _AXIS + (_MOMENTS if result.stretches else 0)
    height = top + sum(_HEAD + _ROW * len(rows) for rows in shown.values()) + 8
    drawing = Drawing("linea", height, alt_text(result), ink)
    _axis(drawing, result, height)
    for span in result.hampered:
        start, end = x(result, span.start_s), x(result, span.end_s)
        told = f"{conditions[span.id].name}: {_when(span)}"
        drawing.rect(start, top, max(_THINNEST, end - start), height - top, ink.veil, told)
    _moments(drawing, result, height)
    y = float(top)
    for head, rows in shown.items():
        drawing.text(0, y + 18, head, size=12, fill=ink.muted, bold=True)
        y += _HEAD
        for row in rows:
            _row(drawing, result, row, y)
            y += _ROW
    return drawing.svg()


def alt_text(result: Result) -> str:
    """The chart in words."""
    rows = [row for shown in groups(result).values() for row in shown]
    told = [f"{row.name} {len(row.aside or row.held)}" for row in rows if row.aside or row.held]
    seen = f"; veces que apareció cada cosa: {', '.join(told)}" if told else "; no apareció ninguna señal"
    return f"Línea de tiempo de {clock(result.duration_s)}{seen}."


def x(result: Result, t: float) -> float:
    """Where a moment of the session lies."""
    return LEFT + (WIDTH - LEFT - RIGHT) * min(1.0, t / max(result.duration_s, 1e-9))


def _axis(drawing: Drawing, result: Result, height: float) -> None:
    step = tick_step(result.duration_s)
    for count in range(int(result.duration_s / step) + 1):
        place = x(result, count * step)
        drawing.line(place, _AXIS - 6, place, height, drawing.ink.line)
        late = place > WIDTH - RIGHT - 16
        drawing.text(
            place, _AXIS - 12, clock(count * step), "end" if late else "middle", size=11, fill=drawing.ink.muted
        )


def _moments(drawing: Drawing, result: Result, height: float) -> None:
    moments, clients = load_moments(), load_clients()
    if result.stretches:
        drawing.text(LEFT - 10, _AXIS + 18, "Momento", "end", bold=True)
    for place, one in enumerate(result.stretches):
        start, end = x(result, one.start_s), x(result, one.end_s)
        name = "Sin momento" if one.moment is None else moments[one.moment].name
        client = "" if one.client is None else f", cliente {clients[one.client].name.lower()}"
        fill = drawing.ink.band if place % 2 == 0 else drawing.ink.track
        drawing.rect(
            start, _AXIS, end - start - 1, _MOMENTS - 6, fill, f"{name}{client}: {_when(one)}", 3, drawing.ink.line
        )
        drawing.text(start + 5, _AXIS + 16, shortened(name, end - start - 8, 12), size=12)
        if place:
            drawing.line(start - 0.5, _AXIS + _MOMENTS - 6, start - 0.5, height, drawing.ink.muted, "2 4")


def _row(drawing: Drawing, result: Result, row: Row, y: float) -> None:
    ink = drawing.ink
    mark = {"refuerza": "✓", "corrige": "!"}[row.kind] if row.held else "–"
    drawing.text(LEFT - 10, y + 16, f"{shortened(row.name, LEFT - 40)}  {mark}", "end")
    drawing.rect(LEFT, y + 5, WIDTH - LEFT - RIGHT, _ROW - 10, ink.track, round=3)
    for span in row.blind:
        _stretch(drawing, result, span, y, drawing.hatched, f"{row.name}: {NOT_OBSERVABLE}, {_when(span)}")
    for one in row.aside:
        _stretch(drawing, result, one, y, ink.hatch, f"{row.name}: {_when(one)}, {ASIDE}")
    for one in row.held:
        fill = ink.good if row.kind == "refuerza" else drawing.striped
        _stretch(drawing, result, one, y, fill, f"{row.name}: {_when(one)}, confianza {percent(one.confidence)}")


def _stretch(
    drawing: Drawing,
    result: Result,
    one: Span | _Held,
    y: float,
    fill: str,
    told: str,
) -> None:
    start, end = x(result, one.start_s), x(result, one.end_s)
    drawing.rect(start, y + 5, max(_THINNEST, end - start), _ROW - 10, fill, told, 2)


def _when(stretch: Span | Stretch | _Held) -> str:
    return f"{clock(stretch.start_s)} a {clock(stretch.end_s)}"
