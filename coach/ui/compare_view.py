"""Several sessions of one person on one axis of time: each thing that any of them shows as a row a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QMouseEvent

from coach.report.words import lowered
from coach.review.filters import Filter, shown
from coach.review.lanes import Group, Item, Lane
from coach.review.multiples import Aligned, SessionMark, align, moments_of, multiples, shifted
from coach.review.pyramid import Pyramid
from coach.ui.manual_words import shown as translated
from coach.ui.theme import Theme
from coach.ui.timeline_rows import Part, Row, Trace, row_at, stacked
from coach.ui.timeline_view import TimelineView
from coach.ui.timeline_words import lane_name, strip_name
from coach.ui.words import tr


@dataclass(frozen=True, slots=True)
class Shown:
    """One session: its id, when it was in a few words, how long it lasts, and its own lanes and curves."""

    id: str
    name: str
    duration_s: float
    lanes: tuple[Lane, ...]
    curves: dict[str, Pyramid]


class CompareView(TimelineView):
    """`at`: the session in whose row the mouse was pressed last, "" beside all of them.

    `shifts_s`: how much later than the axis each session begins, by its id. `without`: the names of those that do not
    have the moment that all are aligned at.
    """

    def __init__(self, theme: Theme) -> None:
        self._parts: tuple[Part, ...] = ()
        self._owners: dict[int, str] = {}
        self.at = ""
        self.shifts_s: dict[str, float] = {}
        self.without: tuple[str, ...] = ()
        super().__init__(theme)
        self.setAccessibleName(self.tr("Sesiones una debajo de otra"))

    def rows(self) -> tuple[Row, ...]:
        """A heading for each thing, and a row for each session beneath it."""
        return stacked(self._parts, self.scene.look.theme)

    def times_of(self, item: Item) -> tuple[float, float]:
        """From when to when it lies in its session, wherever that lies here."""
        shift_s = item.shift_s if isinstance(item, SessionMark) else 0.0
        return item.start_s - shift_s, item.end_s - shift_s

    def show_sessions(self, sessions: Sequence[Shown], wanted: Filter, playing: str, moment: str | None = None) -> None:
        """Show these, of which `playing` is the one that is played; `moment`: at whose beginning they are aligned."""
        lanes = [one.lanes for one in sessions]
        aligned = align(lanes, moment)
        axis_s = max(one.duration_s + by_s for one, by_s in zip(sessions, aligned.shifts_s, strict=True))
        if (axis_s, aligned.origin_s) != (self.view.duration_s, self.scene.origin_s):
            self.show_session(axis_s, {}, lambda _: None)
        self.scene.origin_s = aligned.origin_s
        self.shifts_s = {one.id: by_s for one, by_s in zip(sessions, aligned.shifts_s, strict=True)}
        self.without = tuple(one.name for one, lacks in zip(sessions, aligned.without, strict=True) if lacks)
        left_out = replace(wanted, hidden=wanted.hidden | {Group.NOTES}, only_marked=False)
        found = multiples(
            [shown(shifted(mine, by_s), left_out, ()) for mine, by_s in zip(lanes, aligned.shifts_s, strict=True)]
        )
        placed = _placed(sessions, aligned, moments_of(lanes).get(moment or "", ""))
        parts = [*_of_lanes(placed, found, playing), *_of_curves(placed, playing)]
        self._parts = tuple(part for part, _ in parts)
        self._owners = {place: owner for place, (_, owner) in enumerate(parts)}
        self.show_lanes([lane for lanes in found for lane in lanes])

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember in whose row."""
        row = row_at(self.scene.rows, event.position().y() - self.scene.lanes_top + self.scene.scroll)
        below = event.position().y() >= self.scene.lanes_top
        self.at = self._owners[self.scene.rows.index(row)] if row is not None and below else ""
        super().mousePressEvent(event)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A session in its place: `name` of its rows, and from when to when it lasts on the axis."""

    one: Shown
    name: str
    within: tuple[float, float]


def _placed(sessions: Sequence[Shown], aligned: Aligned, moment: str) -> list[_Placed]:
    """Whose `moment` is not where the others have it is told beside their names."""
    lacking = tr("sin {}").format(lowered(translated(moment)))
    return [
        _Placed(one, f"{one.name} · {lacking}" if lacks else one.name, (by_s, by_s + one.duration_s))
        for one, by_s, lacks in zip(sessions, aligned.shifts_s, aligned.without, strict=True)
    ]


def _of_lanes(placed: Sequence[_Placed], found: Sequence[Sequence[Lane]], playing: str) -> Iterator[tuple[Part, str]]:
    """Each part, and the id of the session that it belongs to."""
    for lanes in found:
        yield Part(lane_name(lanes[0])), ""
        for place, lane in zip(placed, lanes, strict=True):
            yield Part(place.name, lane, place.within, place.one.id == playing), place.one.id


def _of_curves(placed: Sequence[_Placed], playing: str) -> Iterator[tuple[Part, str]]:
    """Curves on one scale, so that they can be compared."""
    for what in ("rate", "pitch"):
        curves = {place.one.id: place.one.curves[what] for place in placed if what in place.one.curves}
        extents = [extent for curve in curves.values() if (extent := curve.extent) is not None]
        if not extents:
            continue
        both = min(low for low, _ in extents), max(high for _, high in extents)
        yield Part(strip_name(what)), ""
        for place in placed:
            id = place.one.id
            if id in curves:
                yield Part(place.name, Trace(what, curves[id], both, place.within[0]), place.within, id == playing), id
