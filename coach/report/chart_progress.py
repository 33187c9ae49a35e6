"""One number from session to session, with the person's own usual band behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from coach.manual.measures import signed
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
    chart = _Chart(name, title, dated, band, least, ink)
    chart.usual()
    if goal_at is not None:
        chart.goal(goal_at)
    chart.values()
    return chart.drawing.svg()


class _Chart:
    """One chart while it is drawn."""

    def __init__(
        self,
        name: str,
        title: str,
        dated: Sequence[tuple[str, float | None]],
        band: Band | None,
        least: float,
        ink: Ink,
    ) -> None:
        self.drawing = Drawing(name, _HEIGHT, alt_text(title, dated, band), ink, _WIDTH)
        self._dated, self._band, self._least, self._ink = dated, band, least, ink
        self._known = [value for _, value in dated if value is not None]
        self._low, self._high = _extent(self._known, band, least)

    def usual(self) -> None:
        """The band, or the extremes where there is none yet."""
        ink, band = self._ink, self._band
        if band is None:
            for value in (min(self._known), max(self._known)) if self._known else ():
                self.drawing.text(_LEFT - 6, self._y(value) + 4, signed(value), "end", size=11, fill=ink.muted)
            return
        reach = band.reach(self._least)
        top, middle, bottom = (self._y(band.median + away) for away in (reach, 0.0, -reach))
        self.drawing.rect(_LEFT, top, _WIDTH - _LEFT - _RIGHT, bottom - top, ink.band, "lo habitual en ti", 3)
        self.drawing.line(_LEFT, middle, _WIDTH - _RIGHT, middle, ink.good, "5 4")
        self.drawing.text(_LEFT - 6, middle + 4, signed(band.median), "end", size=11)

    def goal(self, place: int) -> None:
        """When it was chosen as a goal."""
        x = self._x(place)
        self.drawing.line(x, _TOP, x, _HEIGHT - _BOTTOM, self._ink.muted, "2 3")
        late = x > _WIDTH - _RIGHT - 60
        self.drawing.text(
            x - 4 if late else x + 4, _TOP + 8, "tu meta", "end" if late else "start", size=10, fill=self._ink.muted
        )

    def values(self) -> None:
        """The line with its dots, and the dates at both ends."""
        ink, foot, last = self._ink, _HEIGHT - _BOTTOM, len(self._dated) - 1
        self.drawing.line(_LEFT, foot, _WIDTH - _RIGHT, foot, ink.line)
        known = [(place, date, value) for place, (date, value) in enumerate(self._dated) if value is not None]
        self.drawing.curve([(self._x(place), self._y(value)) for place, _, value in known], ink.voice, 1.5)
        for place, date, value in known:
            fill = ink.voice if place == last else ink.surface
            self.drawing.dot(self._x(place), self._y(value), fill, 4.5, f"{date}: {signed(value)}", ink.voice)
        self.drawing.text(self._x(0) - 4, _HEIGHT - 8, self._dated[0][0], size=11, fill=ink.muted)
        if last:
            self.drawing.text(self._x(last) + 4, _HEIGHT - 8, self._dated[last][0], "end", size=11, fill=ink.muted)

    def _y(self, value: float) -> float:
        return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (self._high - value) / (self._high - self._low)

    def _x(self, place: int) -> float:
        room, count = _WIDTH - _LEFT - _RIGHT - 12, len(self._dated)
        return _LEFT + 6 + room * (0.5 if count == 1 else place / (count - 1))


def alt_text(title: str, dated: Sequence[tuple[str, float | None]], band: Band | None) -> str:
    """The chart in words."""
    told = ", ".join(f"{date} {'sin dato' if value is None else signed(value)}" for date, value in dated)
    usual = "" if band is None else f"; lo habitual en ti: {signed(band.median)}"
    return f"{title}: {told}{usual}."


def _extent(known: Sequence[float], band: Band | None, least: float) -> tuple[float, float]:
    """From the least to the most that is drawn, with room around it."""
    edges = [*known]
    if band is not None:
        edges += [band.median - band.reach(least), band.median + band.reach(least)]
    low, high = min(edges, default=0.0), max(edges, default=1.0)
    room = max(0.1 * (high - low), least)
    return low - room, high + room
