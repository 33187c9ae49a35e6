"""The tones of voice that the moment asks for: which is near, which is far, and for how long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from coach.advice.lines import Book, Cause
from coach.core.events import ToneScored
from coach.core.states import AWAY_S
from coach.manual.catalog import Kind

NEAR: Final = 0.6
FAR: Final = 0.3
"""Scores from which the tone that a moment asks for is praised, and below which it is asked for."""
PRAISED_S: Final = 3.0
ASKED_S: Final = 10.0
"""How long a tone must have been near, or far, to be spoken of (s)."""


class ToneStates:
    """Follows the nearest of the tones that are asked for."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._wanted: tuple[str, ...] = ()
        self._held: tuple[str, Kind, float] | None = None
        self._newest = 0.0

    def ask(self, tones: tuple[str, ...]) -> None:
        """Another moment asks for these."""
        self._wanted, self._held = tones, None

    def push(self, scored: ToneScored) -> None:
        """The newest scores."""
        self._newest = scored.end_s
        now = self._nearest(scored)
        if now is None:
            self._held = None
        elif self._held is None or self._held[:2] != now:
            self._held = (*now, scored.end_s)

    def at(self, t: float) -> Iterator[Cause]:
        """The tone there is something to say of at `t`, if there is one."""
        if self._held is not None and t - self._newest <= AWAY_S:
            id, kind, since = self._held
            lasting = PRAISED_S if kind == "refuerza" else ASKED_S
            yield Cause(id, "presente", kind, self._book.tone_trust(id), since + lasting)

    def _nearest(self, scored: ToneScored) -> tuple[str, Kind] | None:
        if not self._wanted or scored.scores is None:
            return None
        scores = scored.scores
        id = max(self._wanted, key=lambda tone: scores[tone])
        if scores[id] >= NEAR:
            return id, "refuerza"
        return (id, "corrige") if scores[id] <= FAR else None
