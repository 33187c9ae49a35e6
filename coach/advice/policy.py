"""From what is seen to one short line of advice: which signal deserves it, and whether it is time to speak.

Sparse cues beat continuous ones and none (Rhema: two words every 20 s work best), brief deviations are no matter, and
praise is worth as much as correction. Every cue rests on a signal that is present, or a condition that has begun.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coach.core.events import ConditionChanged, Cue, Event, Features, SignalChanged, State
from coach.manual.catalog import Catalog, Evidence, Kind
from coach.manual.conditions import ViewCondition

HELD_S = 1.0
"""How long a signal must have been present to be corrected: shorter ones are nobody's habit."""

_WEIGHT: Mapping[Evidence, float] = {"debil": 0.5, "moderada": 0.75, "fuerte": 1.0}


@dataclass(frozen=True, slots=True)
class _Presence:
    since: float
    metric: float | None


class AdvicePolicy:
    """Turns events in order of `t` into cues; the same events always give the same cues.

    Two cues about signals are at least `gap_s` apart, two about the same signal `repeat_s`, and so are two praises
    with no correction between them. Corrections and praise alternate when there is cause for both; within a kind the
    best supported goes first. Conditions are told when they begin, each at most every `condition_repeat_s`, and do
    not count towards the rest. All in seconds.
    """

    def __init__(
        self,
        catalog: Catalog,
        conditions: Mapping[str, ViewCondition],
        gap_s: float = 20.0,
        repeat_s: float = 60.0,
        condition_repeat_s: float = 30.0,
    ) -> None:
        self._catalog = catalog
        self._conditions = conditions
        self._gap_s = gap_s
        self._repeat_s = repeat_s
        self._condition_repeat_s = condition_repeat_s
        self._present: dict[str, _Presence] = {}
        self._told: dict[str, float] = {}
        self._last: Cue | None = None

    def push(self, event: Event) -> list[Cue]:
        """The cues that `event` calls for, at most one. `Features` are the tick: signals are told on them alone."""
        cue: Cue | None = None
        if isinstance(event, SignalChanged):
            self._note(event)
        elif isinstance(event, ConditionChanged):
            cue = self._condition_cue(event)
        elif isinstance(event, Features):
            cue = self._signal_cue(event.t)
        return [] if cue is None else [cue]

    def _note(self, change: SignalChanged) -> None:
        if change.state is State.PRESENT:
            self._present[change.id] = _Presence(change.t, change.metric)
        else:
            self._present.pop(change.id, None)

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
        if self._catalog[id].kind != kind or self._told_within(id, t, self._repeat_s):
            return False
        if kind == "corrige":
            return t - self._present[id].since >= HELD_S
        return self._last is None or self._last.kind == "corrige" or t - self._last.t >= self._repeat_s

    def _rank(self, id: str) -> tuple[float, float, str]:
        """Least first: the surest and best supported signal, then the one that has lasted longest."""
        signal, presence = self._catalog[id], self._present[id]
        margin = 1.0 if presence.metric is None else max(presence.metric, 1.0)
        confidence = signal.detector.confidence * (1.0 - 0.5 / margin)
        return (-confidence * _WEIGHT[signal.evidence], presence.since, id)

    def _tell(self, id: str, t: float) -> Cue:
        signal = self._catalog[id]
        self._last = Cue(t, signal.advice, (id,), signal.kind)
        self._told[id] = t
        return self._last

    def _told_within(self, id: str, t: float, span_s: float) -> bool:
        return id in self._told and t - self._told[id] < span_s
