"""What to praise in a session and what to try next: pure, the same session always gives the same.

A goal is worth the more the more it harms, the more often it happened and the better it is supported. The agent may
choose any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Final, Literal, Protocol, TypeAlias

from coach.manual.catalog import Evidence, Kind, load_catalog
from coach.manual.congruences import load_congruences
from coach.manual.drills import Drill, load_drills
from coach.manual.findings import load_findings
from coach.manual.moments import load_moments
from coach.manual.rules import load_rules
from coach.manual.tones import load_tones
from coach.report.counted import counted
from coach.report.moment_view import MomentView, moment_views
from coach.report.result import Result
from coach.report.shares import Share, shares

Reason: TypeAlias = Literal["held", "missing", "tone_far", "kept"]

MOST_GOALS: Final = 4
"""One to begin with and three others to choose from."""
_TRUST: Final[Mapping[Evidence, float]] = {"debil": 0.5, "moderada": 0.75, "fuerte": 1.0}
_TONE_FAR: Final = 0.4
_TONE_TRUST: Final = 0.3
"""The tones are not validated on people: what can be seen or counted goes before them."""
_MISSED: Final = 0.2
"""What is missing counts so much of what would be there all the time."""
_SELDOM: Final = 0.02
_LEAST_JUDGED_S: Final = 4.0
"""A moment in which a signal could be judged for less says nothing of its absence."""


class _Row(Protocol):
    """A row of the manual that shows."""

    @property
    def kind(self) -> Kind: ...
    @property
    def evidence(self) -> Evidence: ...


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing to try: row `id` of ejercicios.toml, how much it is worth (`weight`), and why it is proposed.

    `held`: it was there for `share` of the time; `missing`: it was hardly there at `moment`; `tone_far`: the voice was
    only so `near` (in [0, 1]) to the tone that `moment` asks for; `kept`: nothing to mend, so that what is good is
    kept up.
    """

    id: str
    weight: float
    reason: Reason
    share: Share | None = None
    moment: str | None = None
    near: float | None = None

    @property
    def drill(self) -> Drill:
        """Its drill."""
        return load_drills()[self.id]


def propose(result: Result) -> tuple[Goal, ...]:
    """At most four goals, the most worthwhile first; at least one, unless nothing at all could be judged.

    How much something may put a customer off is what the rules of advice say of it, wherever it matters most; where
    they silence it, it does not count.
    """
    told = counted(result)
    known, views, harm = shares(result), moment_views(told), _harms()
    best: dict[str, Goal] = {}
    for goal in (*_held(told, known, harm), *_missing(views, harm), *_tones(views, harm)):
        if goal.id in load_drills() and (goal.id not in best or best[goal.id].weight < goal.weight):
            best[goal.id] = goal
    ranked = sorted(best.values(), key=lambda goal: (-goal.weight, goal.id))
    return tuple(ranked[:MOST_GOALS]) or _kept(result, known)


def _held(told: Result, known: Mapping[str, Share], harm: Mapping[str, float]) -> Iterator[Goal]:
    """What is to be mended and showed where it counts, `told`: signals, findings, voice and face together."""
    rows: Mapping[str, _Row] = {**load_catalog(), **load_findings(), **load_congruences()}
    for id, share in known.items():
        segments = told.held(id)
        if rows[id].kind == "corrige" and segments:
            sure = sum(one.confidence for one in segments) / len(segments)
            often = _often(share, len(segments))
            yield Goal(id, harm.get(id, 0.5) * often * sure * _TRUST[rows[id].evidence], "held", share)


def _missing(views: tuple[MomentView, ...], harm: Mapping[str, float]) -> Iterator[Goal]:
    """What would have done a moment good and was hardly there."""
    catalog, moments = load_catalog(), load_moments()
    for view in views:
        for id in () if view.moment is None else moments[view.moment].show:
            judged_s = view.judged_s.get(id, 0.0)
            if judged_s >= _LEAST_JUDGED_S and view.held_s.get(id, 0.0) < _SELDOM * judged_s:
                worth = harm.get(id, 0.5) * _TRUST[catalog[id].evidence] * _MISSED
                yield Goal(id, worth, "missing", moment=view.moment)


def _tones(views: tuple[MomentView, ...], harm: Mapping[str, float]) -> Iterator[Goal]:
    for view in views:
        known = {id: view.scores[id] for id in view.wanted if id in view.scores}
        if known and max(known.values()) < _TONE_FAR:
            id = max(known, key=lambda one: known[one])
            worth = harm.get(id, 0.5) * (1.0 - known[id]) * _TONE_TRUST * _TRUST[load_tones()[id].evidence]
            yield Goal(id, worth, "tone_far", moment=view.moment, near=known[id])


def _harms() -> dict[str, float]:
    """How much each id of the manual matters, in [0, 1]."""
    harms: dict[str, float] = {}
    for rule in load_rules().values():
        if rule.when != "corregido":
            harms[rule.about] = max(harms.get(rule.about, 0.0), rule.harm)
    return harms


def _often(share: Share, count: int) -> float:
    """How much something happened, in [0, 1]: a tenth of the time, or twice a minute, is already a third of the way."""
    a_minute = 60.0 * count / max(share.of_s, 30.0)
    return min(1.0, max(sqrt(share.value), a_minute / 6.0))


def _kept(result: Result, known: Mapping[str, Share]) -> tuple[Goal, ...]:
    """Nothing to mend: keep up the praised signal that could be judged best."""
    praised = [
        (known[id].value, id)
        for id, signal in load_catalog().items()
        if signal.kind == "refuerza" and id in known and id in load_drills()
    ]
    if praised:
        _, id = max(praised)
        return (Goal(id, 0.0, "kept", known[id]),)
    return (Goal("monotono", 0.0, "kept"),) if result.voice is not None and result.voice.speech_s > 0.0 else ()
