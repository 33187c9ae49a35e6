"""A recording from left to right as SVG: a row a signal, what hampered the view behind all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Final

from coach.core.events import SignalSegment
from coach.manual.catalog import Catalog, Signal
from coach.manual.conditions import ViewCondition
from coach.report.result import Result, Span
from coach.report.words import FAMILY, MOSTLY, NOT_OBSERVABLE, clock, percent

_WIDTH: Final = 960
_LEFT: Final = 250
_ROW: Final = 24
_TOP: Final = 26
_THINNEST: Final = 2.0
_TICKS: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
_MOST_TICKS: Final = 8


def timeline(result: Result, catalog: Catalog, conditions: Mapping[str, ViewCondition]) -> str:
    """Every signal that was present or not observable for long, by family; times along the top."""
    rows = [signal for family in FAMILY for signal in catalog.families[family] if _worth_a_row(result, signal)]
    height = _TOP + _ROW * len(rows) + 6
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="Señales a lo largo de la grabación">',
        '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<line x1="0" y1="0" x2="0" y2="6" class="hatch"/></pattern></defs>',
        *_veils(result, conditions, height),
        *_axis(result, height),
    ]
    for place, signal in enumerate(rows):
        parts.extend(_row(result, signal, _TOP + place * _ROW))
    return "\n".join([*parts, "</svg>"])


def _worth_a_row(result: Result, signal: Signal) -> bool:
    return bool(result.of(signal.id)) or result.observable[signal.id] < MOSTLY


def _x(result: Result, t: float) -> float:
    return _LEFT + (_WIDTH - _LEFT - 4) * min(1.0, t / max(result.duration_s, 1e-9))


def _axis(result: Result, height: int) -> Iterator[str]:
    step = next((step for step in _TICKS if result.duration_s / step <= _MOST_TICKS), _TICKS[-1])
    for count in range(int(result.duration_s / step) + 1):
        x = _x(result, count * step)
        yield f'<line x1="{x:.1f}" y1="{_TOP - 6}" x2="{x:.1f}" y2="{height}" class="grid"/>'
        yield f'<text x="{x:.1f}" y="{_TOP - 12}" class="tick">{clock(count * step)}</text>'


def _veils(result: Result, conditions: Mapping[str, ViewCondition], height: int) -> Iterator[str]:
    for span in result.conditions:
        x, end = _x(result, span.start_s), _x(result, span.end_s)
        yield (
            f'<rect x="{x:.1f}" y="{_TOP - 4}" width="{max(_THINNEST, end - x):.1f}" height="{height - _TOP + 4}" '
            f'class="veil"><title>{escape(conditions[span.id].name)}</title></rect>'
        )


def _row(result: Result, signal: Signal, top: int) -> Iterator[str]:
    middle = top + _ROW / 2
    yield f'<text x="{_LEFT - 10}" y="{middle + 4}" class="name">{escape(signal.name)}</text>'
    yield f'<rect x="{_LEFT}" y="{top + 5}" width="{_WIDTH - _LEFT - 4}" height="{_ROW - 10}" rx="3" class="track"/>'
    for span in result.blind_to(signal.id):
        yield _stretch(result, span, top, 'class="unseen"', f"{signal.name}: {NOT_OBSERVABLE}, {_when(span)}")
    for segment in result.of(signal.id):
        style = f'class="{signal.kind}" opacity="{0.55 + 0.45 * segment.confidence:.2f}"'
        told = f"{signal.name}: {_when(segment)}, confianza {percent(segment.confidence)}"
        yield _stretch(result, segment, top, style, told)


def _stretch(result: Result, stretch: Span | SignalSegment, top: int, style: str, told: str) -> str:
    x, end = _x(result, stretch.start_s), _x(result, stretch.end_s)
    return (
        f'<rect x="{x:.1f}" y="{top + 5}" width="{max(_THINNEST, end - x):.1f}" height="{_ROW - 10}" rx="3" '
        f"{style}><title>{escape(told)}</title></rect>"
    )


def _when(stretch: Span | SignalSegment) -> str:
    return f"{clock(stretch.start_s)} a {clock(stretch.end_s)}"
