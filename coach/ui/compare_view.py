"""Several sessions of one person on one axis of time: each thing that any of them shows as a row a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QMouseEvent

from coach.review.filters import Filter, shown
from coach.review.lanes import Group, Lane
from coach.review.multiples import multiples
from coach.review.pyramid import Pyramid
from coach.ui.theme import Theme
from coach.ui.timeline_rows import Part, Row, Trace, row_at, stacked
from coach.ui.timeline_view import TimelineView
from coach.ui.timeline_words import lane_name, strip_name


@dataclass(frozen=True, slots=True)
class Shown:
    """One session: its id, when it was in a few words, how long it lasts, and its own lanes and curves."""

    id: str
    name: str
    duration_s: float
    lanes: tuple[Lane, ...]
    curves: dict[str, Pyramid]


class CompareView(TimelineView):
    """`at`: the session in whose row the mouse was pressed last, "" beside all of them."""

    def __init__(self, theme: Theme) -> None:
        self._parts: tuple[Part, ...] = ()
        self._owners: dict[int, str] = {}
        self.at = ""
        super().__init__(theme)
        self.setAccessibleName(self.tr("Sesiones una debajo de otra"))

    def rows(self) -> tuple[Row, ...]:
        """A heading for each thing, and a row for each session beneath it."""
        return stacked(self._parts, self.scene.look.theme)

    def show_sessions(self, sessions: Sequence[Shown], wanted: Filter, playing: str) -> None:
        """Show these, of which `playing` is the one that is played."""
        longest = max(one.duration_s for one in sessions)
        if longest != self.view.duration_s:
            self.show_session(longest, {}, lambda _: None)
        left_out = replace(wanted, hidden=wanted.hidden | {Group.NOTES}, only_marked=False)
        found = multiples([shown(one.lanes, left_out, ()) for one in sessions])
        parts = [*_of_lanes(sessions, found, playing), *_of_curves(sessions, playing)]
        self._parts = tuple(part for part, _ in parts)
        self._owners = {place: owner for place, (_, owner) in enumerate(parts)}
        self.show_lanes([lane for lanes in found for lane in lanes])

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember in whose row."""
        row = row_at(self.scene.rows, event.position().y() - self.scene.lanes_top + self.scene.scroll)
        below = event.position().y() >= self.scene.lanes_top
        self.at = self._owners[self.scene.rows.index(row)] if row is not None and below else ""
        super().mousePressEvent(event)


def _of_lanes(sessions: Sequence[Shown], found: Sequence[Sequence[Lane]], playing: str) -> Iterator[tuple[Part, str]]:
    """Each part, and the id of the session that it belongs to."""
    for lanes in found:
        yield Part(lane_name(lanes[0])), ""
        for one, lane in zip(sessions, lanes, strict=True):
            yield Part(one.name, lane, one.duration_s, one.id == playing), one.id


def _of_curves(sessions: Sequence[Shown], playing: str) -> Iterator[tuple[Part, str]]:
    """Curves on one scale, so that they can be compared."""
    for what in ("rate", "pitch"):
        curves = {one.id: one.curves[what] for one in sessions if what in one.curves}
        extents = [extent for curve in curves.values() if (extent := curve.extent) is not None]
        if not extents:
            continue
        both = min(low for low, _ in extents), max(high for _, high in extents)
        yield Part(strip_name(what)), ""
        for one in sessions:
            if one.id in curves:
                yield Part(one.name, Trace(what, curves[one.id], both), one.duration_s, one.id == playing), one.id
