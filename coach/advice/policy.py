"""From what is seen to one short line of advice: which signal deserves it, and whether it is time to speak.

Sparse cues beat continuous ones and none (Rhema: two words every 20 s work best), brief deviations are no matter, and
praise is worth as much as correction. Every cue rests on a signal that is present, or a condition that has begun.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coach.advice.lines import Advised, Line, row_line, tone_line
from coach.core.events import (
    ConditionChanged,
    ContextChanged,
    Cue,
    Event,
    Features,
    FindingChanged,
    SignalChanged,
    State,
    ToneScored,
    VoiceFeatures,
)
from coach.manual.catalog import Kind
from coach.manual.conditions import ViewCondition
from coach.manual.moments import tones_of
from coach.manual.tones import Tone, load_tones


@dataclass(frozen=True, slots=True)
class _Presence:
    since: float
    line: Line


class AdvicePolicy:
    """Turns events in order of `t` into cues; the same events always give the same cues.

    Signals, findings of the voice and, where `tones` holds those that the moment asks for, its tone are told one at a
    time: two cues are at least `gap_s` apart, two about the same `repeat_s`, and so are two praises with no correction
    between them. Corrections and praise alternate when there is cause for both; within a kind the best supported goes
    first. Conditions are told when they begin, each at most every `condition_repeat_s`, and do not count towards the
    rest. All in seconds.
    """

    def __init__(
        self,
        rows: Mapping[str, Advised],
        conditions: Mapping[str, ViewCondition],
        gap_s: float = 20.0,
        repeat_s: float = 60.0,
        condition_repeat_s: float = 30.0,
    ) -> None:
        """`rows`: signals and findings by id."""
        self._rows = rows
        self._conditions = conditions
        self._gap_s = gap_s
        self._repeat_s = repeat_s
        self._condition_repeat_s = condition_repeat_s
        self._tones: Mapping[str, Tone] = {}
        self._present: dict[str, _Presence] = {}
        self._told: dict[str, float] = {}
        self._last: Cue | None = None

    def push(self, event: Event) -> list[Cue]:
        """The cues that `event` calls for, at most one. Features are the tick: signals are told on them alone."""
        cue: Cue | None = None
        if isinstance(event, SignalChanged | FindingChanged):
            self._note(event)
        elif isinstance(event, ToneScored):
            self._note_tone(event)
        elif isinstance(event, ContextChanged):
            self._set_moment(event.moment)
        elif isinstance(event, ConditionChanged):
            cue = self._condition_cue(event)
        elif isinstance(event, Features | VoiceFeatures):
            cue = self._signal_cue(event.t)
        return [] if cue is None else [cue]

    def _note(self, change: SignalChanged | FindingChanged) -> None:
        if change.state is State.PRESENT:
            self._present[change.id] = _Presence(change.t, row_line(self._rows[change.id], change.metric))
        else:
            self._present.pop(change.id, None)

    def _set_moment(self, moment: str | None) -> None:
        for id in self._tones:
            self._present.pop(id, None)
        tones = load_tones()
        self._tones = {} if moment is None else {id: tones[id] for id in tones_of(moment)}

    def _note_tone(self, scored: ToneScored) -> None:
        known = {id: presence for id in self._tones if (presence := self._present.pop(id, None)) is not None}
        told = tone_line(self._tones, scored)
        if told is not None:
            id, line = told
            lasting = id in known and known[id].line == line
            self._present[id] = known[id] if lasting else _Presence(scored.end_s, line)

    def _condition_cue(self, change: ConditionChanged) -> Cue | None:
        if not change.active or self._told_within(change.id, change.t, self._condition_repeat_s):
            return None
        self._told[change.id] = change.t
        return Cue(change.t, self._conditions[change.id].advice, (change.id,), "corrige")

    def _signal_cue(self, t: float) -> Cue | None:
        if self._last is not None and t - self._last.t < self._gap_s:
            return None
        after_praise = self._last is not None and self._last.kind == "refuerza"
        kinds: tuple[Kind, Kind] = ("corrige", "refuerza") if after_praise else ("refuerza", "corrige")
        for kind in kinds:
            candidates = [id for id in self._present if self._may_tell(id, kind, t)]
            if candidates:
                return self._tell(min(candidates, key=self._rank), t)
        return None

    def _may_tell(self, id: str, kind: Kind, t: float) -> bool:
        line, since = self._present[id].line, self._present[id].since
        if line.kind != kind or t - since < line.held_s or self._told_within(id, t, self._repeat_s):
            return False
        return (
            kind == "corrige"
            or self._last is None
            or self._last.kind == "corrige"
            or t - self._last.t >= self._repeat_s
        )

    def _rank(self, id: str) -> tuple[float, float, str]:
        """Least first: the surest and best supported signal, then the one that has lasted longest."""
        presence = self._present[id]
        return (-presence.line.trust, presence.since, id)

    def _tell(self, id: str, t: float) -> Cue:
        line = self._present[id].line
        self._last = Cue(t, line.text, (id,), line.kind)
        self._told[id] = t
        return self._last

    def _told_within(self, id: str, t: float, span_s: float) -> bool:
        return id in self._told and t - self._told[id] < span_s
