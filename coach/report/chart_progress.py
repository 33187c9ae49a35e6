"""One number from session to session, with the person's own usual band behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from coach.report.progress import Band
from coach.report.svg import Drawing, Ink

_WIDTH: Final = 460
_HEIGHT: Final = 150
_LEFT: Final = 48
_RIGHT: Final = 14
_TOP: Final = 14
_BOTTOM: Final = 26


def progress_chart(
    name: str,
    title: str,
    dated: Sequence[tuple[str, float | None]],
    band: Band | None,
    least: float,
    ink: Ink,
    goal_at: int | None = None,
) -> str:
    """`dated`: (date, value) in order of time; None has no dot. `least`: the least that is a change.

    `goal_at`: after which session it was chosen as a goal.
    """
    known = [value for _, value in dated if value is not None]
    drawing = Drawing(name, _HEIGHT, alt_text(title, dated, band), ink, _WIDTH)
    low, high = _extent(known, band, least)

    def y(value: float) -> float:
        return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (high - value) / (high - low)

    def x(place: int) -> float:
        room = _WIDTH - _LEFT - _RIGHT - 12
        return _LEFT + 6 + room * (0.5 if len(dated) == 1 else place / (len(dated) - 1))

    if band is not None:
        reach = band.reach(least)
        top, bottom = y(band.median + reach), y(band.median - reach)
        drawing.rect(_LEFT, top, _WIDTH - _LEFT - _RIGHT, bottom - top, ink.band, "lo habitual en ti", 3)
        drawing.line(_LEFT, y(band.median), _WIDTH - _RIGHT, y(band.median), ink.good, "5 4")
        drawing.text(_LEFT - 6, y(band.median) + 4, f"{band.median:.0f}", "end", size=11)
    else:
        for value in (min(known), max(known)) if known else ():
            drawing.text(_LEFT - 6, y(value) + 4, f"{value:.0f}", "end", size=11, fill=ink.muted)
    if goal_at is not None:
        drawing.line(x(goal_at), _TOP, x(goal_at), _HEIGHT - _BOTTOM, ink.muted, "2 3")
        drawing.text(x(goal_at) + 4, _TOP + 8, "tu meta", size=10, fill=ink.muted)
    drawing.line(_LEFT, _HEIGHT - _BOTTOM, _WIDTH - _RIGHT, _HEIGHT - _BOTTOM, ink.line)
    points = [(x(place), y(value)) for place, (_, value) in enumerate(dated) if value is not None]
    drawing.curve(points, ink.voice, 1.5)
    for place, (date, level) in enumerate(dated):
        if level is not None:
            last = place == len(dated) - 1
            drawing.dot(x(place), y(level), ink.voice if last else ink.surface, 4.5, f"{date}: {level:.0f}", ink.voice)
    drawing.text(x(0) - 4, _HEIGHT - 8, dated[0][0], size=11, fill=ink.muted)
    if len(dated) > 1:
        drawing.text(x(len(dated) - 1) + 4, _HEIGHT - 8, dated[-1][0], "end", size=11, fill=ink.muted)
    return drawing.svg()


def alt_text(title: str, dated: Sequence[tuple[str, float | None]], band: Band | None) -> str:
    """The chart in words."""
    told = ", ".join(f"{date} {'sin dato' if value is None else f'{value:.0f}'}" for date, value in dated)
    usual = "" if band is None else f"; lo habitual en ti: {band.median:.0f}"
    return f"{title}: {told}{usual}."


def _extent(known: Sequence[float], band: Band | None, least: float) -> tuple[float, float]:
    """From the least to the most that is drawn, with room around it."""
    edges = [*known]
    if band is not None:
        edges += [band.median - band.reach(least), band.median + band.reach(least)]
    low, high = min(edges, default=0.0), max(edges, default=1.0)
    room = max(0.1 * (high - low), least)
    return low - room, high + room
