"""What there is to speak of: what shows, what is missing and what has been mended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from coach.advice.lines import Book, Cause, Context
from coach.core.events import CongruenceChanged, Event, FindingChanged, SignalChanged, State, VoiceFeatures
from coach.core.states import States
from coach.manual.findings import load_findings
from coach.manual.margins import judged, margins

MENDED_WITHIN_S: Final = 30.0
"""What goes later than this after its correction has gone by itself."""
MENDED_HELD_S: Final = 3.0
"""How long it must have stayed away (s): longer than it takes to notice that nobody looks any more."""
_THANKED_WITHIN_S: Final = 45.0
"""Praise for what was corrected longer ago than this would puzzle."""
LINGERS_S: Final = 1.0
"""A smile or a nod is soon over, often before the sentence is: so long after it praise is still about it."""


class Causes:
    """Follows signals, findings and congruences through time."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._states = States()
        self._shown: set[str] = set()
        self._praised: dict[str, float | None] = {}
        self._corrected: dict[str, float] = {}
        self._voice: VoiceFeatures | None = None

    def push(self, event: Event) -> None:
        """The next event."""
        self._states.push(event)
        if isinstance(event, VoiceFeatures):
            self._voice = event
        if not isinstance(event, SignalChanged | FindingChanged | CongruenceChanged):
            return
        if event.state is State.PRESENT:
            self._shown.add(event.id)
            if self._book.rows[event.id].kind == "refuerza":
                self._praised[event.id] = event.metric
        elif event.state is State.NOT_OBSERVABLE:
            self._praised.pop(event.id, None)

    def enter(self, t: float) -> None:
        """The context changed: what showed before does not count for it."""
        self._shown = {id for id, _ in self._states.present(t)}

    def corrected(self, id: str, t: float) -> None:
        """A correction of what shows was told."""
        self._corrected[id] = t

    def thanked(self, id: str) -> None:
        """It was praised for having been heeded."""
        del self._corrected[id]

    def at(self, t: float, context: Context) -> Iterator[Cause]:
        """All that there is to say something of at `t`."""
        for id, now in self._states.present(t):
            yield Cause(id, "presente", self._book.rows[id].kind, self._book.row_trust(id, now.metric), now.since)
        yield from self._lingering(t)
        yield from self._missing(t, context)
        yield from self._mended(t)

    def shows(self, id: str, t: float) -> bool:
        """Whether a finding of the voice is so at `t`, or its measurements are where it would stay so.

        Detectors take seconds to be sure, and what they tell then began before that.
        """
        now = self._states.at(id, t)
        if now is not None and now.state is State.PRESENT:
            return True
        if self._voice is None:
            return False
        finding = load_findings()[id]
        passed = margins(finding, judged(finding, self._voice.values)).values()
        return any(margin is not None and margin >= 0.0 for margin in passed)

    def _lingering(self, t: float) -> Iterator[Cause]:
        for id, metric in self._praised.items():
            now = self._states.at(id, t)
            if now is not None and now.state is State.ABSENT and t - now.since <= LINGERS_S:
                yield Cause(id, "presente", "refuerza", self._book.row_trust(id, metric), now.since)

    def _missing(self, t: float, context: Context) -> Iterator[Cause]:
        for rule in self._book.wanted(context):
            now = self._states.at(rule.about, t)
            if now is None or now.state is not State.ABSENT or rule.about in self._shown:
                continue
            due = max(now.since, context.since) + rule.after_s
            if t >= due:
                yield Cause(rule.about, "ausente", "corrige", self._book.plain_trust(rule.about), due)

    def _mended(self, t: float) -> Iterator[Cause]:
        for id, told in self._corrected.items():
            now = self._states.at(id, t)
            if now is None or now.state is not State.ABSENT or not told <= now.since <= told + MENDED_WITHIN_S:
                continue
            # What is measured over seconds that lie back may by now be the opposite, and nobody would know yet.
            due = now.since + MENDED_HELD_S + self._book.rows[id].detector.lag_s
            if due <= t <= told + _THANKED_WITHIN_S:
                yield Cause(id, "corregido", "refuerza", self._book.plain_trust(id), due)
