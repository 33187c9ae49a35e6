"""What to praise in a session and what to try next: pure, the same session always gives the same.

A goal is worth the more the more it harms, the more often it happened and the better it is supported. The agent may
choose any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Final, Literal, TypeAlias

from coach.manual.catalog import Evidence, load_catalog
from coach.manual.congruences import load_congruences
from coach.manual.drills import Drill, load_drills
from coach.manual.findings import load_findings
from coach.manual.moments import load_moments
from coach.manual.rules import load_rules
from coach.manual.tones import load_tones
from coach.report.counted import any_aside, counted
from coach.report.gauges import share
from coach.report.moment_view import MomentView, moment_views
from coach.report.result import SEEN_AT_ALL, Result

Reason: TypeAlias = Literal["held", "in_place", "together", "missing", "tone_far", "kept"]

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


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing to try: row `id` of ejercicios.toml, how much it is worth (`weight`), and why it is proposed.

    `held`: it was there for `share` of the time that could be judged, `in_place`: of that in which it counted, where
    there was other time; `together`: voice and face were, for that share
    of all; `missing`: it was not there at `moment`; `tone_far`: the tone that `moment` asks for was hardly heard;
    `kept`: nothing to mend, so that what is good is kept up.
    """

    id: str
    weight: float
    reason: Reason
    share: float | None = None
    moment: str | None = None

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
    views, harm = moment_views(told), _harms()
    best: dict[str, Goal] = {}
    held = (*_signals(told, harm), *_findings(told, harm), *_congruences(told, harm))
    for goal in (*held, *_missing(views, harm), *_tones(views, harm)):
        if goal.id not in best or best[goal.id].weight < goal.weight:
            best[goal.id] = goal
    ranked = sorted(best.values(), key=lambda goal: (-goal.weight, goal.id))
    return tuple(ranked[:MOST_GOALS]) or _kept(told)


def _signals(result: Result, harm: Mapping[str, float]) -> Iterator[Goal]:
    for id, signal in load_catalog().items():
        held, segments = share(result, id), result.of(id)
        if signal.kind != "corrige" or held is None or not segments:
            continue
        sure = sum(one.confidence for one in segments) / len(segments)
        often = _often(held, len(segments), result.duration_s)
        reason: Reason = "in_place" if any_aside(result, id) else "held"
        yield Goal(id, harm.get(id, 0.5) * often * sure * _TRUST[signal.evidence], reason, held)


def _findings(result: Result, harm: Mapping[str, float]) -> Iterator[Goal]:
    if result.voice is None:
        return
    for id, finding in load_findings().items():
        segments, held = [one for one in result.voice.findings if one.id == id], share(result, id)
        if not segments or held is None:
            continue
        sure = sum(one.confidence for one in segments) / len(segments)
        often = _often(held, len(segments), result.duration_s)
        yield Goal(id, harm.get(id, 0.5) * often * sure * _TRUST[finding.evidence], "held", held)


def _congruences(result: Result, harm: Mapping[str, float]) -> Iterator[Goal]:
    for id, row in load_congruences().items():
        segments = [one for one in result.congruences if one.id == id]
        if row.kind != "corrige" or not segments:
            continue
        held = sum(one.end_s - one.start_s for one in segments) / result.duration_s
        sure = sum(one.confidence for one in segments) / len(segments)
        often = _often(held, len(segments), result.duration_s)
        yield Goal(id, harm.get(id, 0.5) * often * sure * _TRUST[row.evidence], "together", held)


def _missing(views: tuple[MomentView, ...], harm: Mapping[str, float]) -> Iterator[Goal]:
    """What would have done a moment good and was hardly there."""
    catalog, moments = load_catalog(), load_moments()
    for view in views:
        for id in () if view.moment is None else moments[view.moment].show:
            judged_s = view.judged_s.get(id, 0.0)
            held = view.held_s.get(id, 0.0) / judged_s if judged_s >= _LEAST_JUDGED_S else None
            if held is not None and held < _SELDOM:
                worth = harm.get(id, 0.5) * _TRUST[catalog[id].evidence] * _MISSED
                yield Goal(id, worth, "missing", held, view.moment)


def _tones(views: tuple[MomentView, ...], harm: Mapping[str, float]) -> Iterator[Goal]:
    for view in views:
        known = {id: view.scores[id] for id in view.wanted if id in view.scores}
        if known and max(known.values()) < _TONE_FAR:
            id = max(known, key=lambda one: known[one])
            worth = harm.get(id, 0.5) * (1.0 - known[id]) * _TONE_TRUST * _TRUST[load_tones()[id].evidence]
            yield Goal(id, worth, "tone_far", known[id], view.moment)


def _harms() -> dict[str, float]:
    """How much each id of the manual matters, in [0, 1]."""
    harms: dict[str, float] = {}
    for rule in load_rules().values():
        if rule.when != "corregido":
            harms[rule.about] = max(harms.get(rule.about, 0.0), rule.harm)
    return harms


def _often(held: float, count: int, duration_s: float) -> float:
    """How much something happened, in [0, 1]: a tenth of the time, or twice a minute, is already a third of the way."""
    a_minute = 60.0 * count / max(duration_s, 30.0)
    return min(1.0, max(sqrt(held), a_minute / 6.0))


def _kept(result: Result) -> tuple[Goal, ...]:
    """Nothing to mend: keep up the praised signal that could be judged best."""
    praised = [
        (share(result, id) or 0.0, id)
        for id, signal in load_catalog().items()
        if signal.kind == "refuerza" and result.observable[id] >= SEEN_AT_ALL
    ]
    if praised:
        held, id = max(praised)
        return (Goal(id, 0.0, "kept", held),)
    return (Goal("monotono", 0.0, "kept"),) if result.voice is not None and result.voice.speech_s > 0.0 else ()
