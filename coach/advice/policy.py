"""From what is seen and heard to one short line of advice: what deserves it, and whether it is time to speak.

Sparse cues beat continuous ones and none (Rhema: two words every 20 s work best), brief deviations are no matter, and
praise is worth as much as correction. Every cue rests on something that is so at its moment, and waits for a
pause of the voice: as long as it takes, but in noise for some seconds, since that may cover every pause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from coach.advice.causes import Causes
from coach.advice.lines import Book, Cause, Context, Line
from coach.advice.tone_states import ToneStates
from coach.core.events import (
    AdviceSettings,
    ConditionChanged,
    ContextChanged,
    Cue,
    Event,
    Features,
    ToneScored,
    VoiceFeatures,
)
from coach.core.silence import PAUSE_S, Silence
from coach.manual.catalog import Kind
from coach.manual.moments import tones_of
from coach.manual.sensitivity import Pace

_FRESH_S: Final = 180.0
"""What was said so long ago is as good as new."""
_NEWS_S: Final = 20.0
"""A condition that could not be told for so long is no news: whoever looks sees it."""


class AdvicePolicy:
    """Turns events in order of time into cues; the same events always give the same cues.

    One thing is said at a time, at the pace of the sensitivity that is set, whatever it is about. What hampers the view
    goes first, told once when it begins. Corrections and praise that follow soon upon each other alternate when there
    is cause for both; otherwise the line with the most harm × confidence × time since it was last said goes first.
    """

    def __init__(
        self, book: Book, paces: Mapping[str, Pace], parts: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """`parts`: what else is silenced when one of these ids (signals, say) is muted."""
        self._book, self._paces, self._parts = book, paces, parts or {}
        self._pace = paces["normal"]
        self._muted: frozenset[str] = frozenset()
        self._snoozed_until_s: float | None = None
        self._context = Context()
        self._causes, self._tones, self._silence = Causes(book), ToneStates(book), Silence()
        self._conditions: dict[str, float] = {}
        self._told: dict[str, float] = {}
        self._said: Counter[str] = Counter()
        self._once: set[str] = set()
        self._last_t: float | None = None
        self._last_kind: Kind | None = None

    def push(self, event: Event) -> list[Cue]:
        """The cues that `event` calls for, at most one. Features are the ticks; so is a condition that begins."""
        self._causes.push(event)
        match event:
            case ToneScored():
                self._tones.push(event)
            case ContextChanged():
                self._enter(event)
            case AdviceSettings():
                self._pace, self._muted = self._paces[event.sensitivity], event.muted
                self._snoozed_until_s = event.snoozed_until_s
            case VoiceFeatures():
                self._silence.push(event)
                return self._advise(event.t)
            case Features():
                return self._advise(event.t)
            case ConditionChanged(active=True):
                self._hold(self._context.conditions | {event.id})
                self._conditions.setdefault(event.id, event.t)
                return self._advise(event.t)
            case ConditionChanged():
                self._hold(self._context.conditions - {event.id})
                self._conditions.pop(event.id, None)
        return []

    def _enter(self, change: ContextChanged) -> None:
        if (change.moment, change.client) == (self._context.moment, self._context.client):
            return
        if change.moment != self._context.moment:
            self._tones.ask(() if change.moment is None else tones_of(change.moment))
        self._context = Context(change.moment, change.client, change.t, self._context.conditions)
        self._causes.enter(change.t)
        self._once.clear()

    def _hold(self, conditions: frozenset[str]) -> None:
        """What holds now bears on what is said, but is no new context: what was said once is not said anew."""
        self._context = replace(self._context, conditions=conditions)

    def _advise(self, t: float) -> list[Cue]:
        if self._silent(t):
            return []
        line = self._due_condition(t) or self._due_line(t)
        return [] if line is None else [self._tell(line, t)]

    def _silent(self, t: float) -> bool:
        silence_s = self._silence.seconds(t)
        return (
            (self._last_t is not None and t - self._last_t < self._pace.gap_s)
            or (self._snoozed_until_s is not None and t < self._snoozed_until_s)
            or (silence_s is not None and silence_s < PAUSE_S)
        )

    def _due_condition(self, t: float) -> Line | None:
        sayable = self._book.conditions
        news = {id: since for id, since in self._conditions.items() if t - since <= _NEWS_S and id in sayable}
        causes = (Cause(id, "presente", "corrige", 1.0, since) for id, since in news.items())
        return self._first(causes, t)

    def _due_line(self, t: float) -> Line | None:
        causes = [*self._causes.at(t, self._context), *self._tones.at(t)]
        causes = [cause for cause in causes if self._lasted(cause, t)]
        if self._last_t is None or t - self._last_t >= self._pace.praise_s:
            return self._first(causes, t)  # too long ago to be balanced
        kinds: tuple[Kind, Kind] = ("corrige", "refuerza") if self._last_kind == "refuerza" else ("refuerza", "corrige")
        for kind in kinds:
            line = (
                self._first((cause for cause in causes if cause.kind == kind), t) if self._may_follow(kind, t) else None
            )
            if line is not None:
                return line
        return None

    def _may_follow(self, kind: Kind, t: float) -> bool:
        """Whether a line of this kind may come so soon after one of the same."""
        if self._last_kind != kind or self._last_t is None:
            return True
        return t - self._last_t >= (self._pace.correct_s if kind == "corrige" else self._pace.praise_s)

    def _lasted(self, cause: Cause, t: float) -> bool:
        held_s = self._pace.held_s if cause.kind == "corrige" and cause.when == "presente" else 0.0
        return t - cause.since >= held_s

    def _first(self, causes: Iterable[Cause], t: float) -> Line | None:
        lines = [line for cause in causes if (line := self._line(cause, t)) is not None]
        return max(lines, key=lambda line: (self._priority(line, t), -line.cause.since, line.rule), default=None)

    def _line(self, cause: Cause, t: float) -> Line | None:
        """What may be said of a cause now."""
        if self._muted.intersection((cause.about, *self._parts.get(cause.about, ()))):
            return None
        if cause.about in self._told and t - self._told[cause.about] < self._repeat_s(cause):
            return None
        line = self._book.line(cause, self._context)
        if line is None or line.harm * cause.trust < self._pace.least or (line.once and line.rule in self._once):
            return None
        return None if any(self._causes.shows(id, t) for id in line.unless) else line

    def _repeat_s(self, cause: Cause) -> float:
        return 0.0 if cause.when == "corregido" else self._pace.repeat_s

    def _priority(self, line: Line, t: float) -> float:
        told = self._told.get(line.cause.about)
        fresh = 1.0 if told is None else min(1.0, (t - told) / _FRESH_S)
        return line.harm * line.cause.trust * fresh

    def _tell(self, line: Line, t: float) -> Cue:
        cause = line.cause
        text = line.texts[self._said[line.rule] % len(line.texts)]
        self._said[line.rule] += 1
        self._once.add(line.rule)
        self._told[cause.about] = self._last_t = t
        if self._conditions.pop(cause.about, None) is not None:
            return Cue(t, text, (cause.about,), cause.kind)  # how well the agent does is another matter
        self._last_kind = cause.kind
        if cause.kind == "corrige" and cause.when == "presente":
            self._causes.corrected(cause.about, t)
        elif cause.when == "corregido":
            self._causes.thanked(cause.about)
        return Cue(t, text, (cause.about,), cause.kind)
