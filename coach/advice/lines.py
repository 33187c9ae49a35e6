"""What is so, and what can be said of it: from a cause to the line that fits the moment and the client."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from coach.manual.catalog import Detector, Evidence, Kind
from coach.manual.conditions import ViewCondition
from coach.manual.rules import Rule, When, best
from coach.manual.tones import Tone

_WEIGHT: Final[Mapping[Evidence, float]] = {"debil": 0.5, "moderada": 0.75, "fuerte": 1.0}
_TONE_TRUST: Final = 0.5
"""The tones are not validated on people: what can be seen or counted goes before them."""
_UNRULED: Final = 0.5
"""Harm of what has no rule."""
_OF_CONDITIONS: Final = 1.0
"""Harm of a condition that has no rule: while it lasts little else can be told."""
_PLAIN: Final = 2.0
"""Margin that is taken for granted of what plainly does not show."""


class Advised(Protocol):
    """A row of the manual that calls for advice: a signal, a finding of the voice, a congruence."""

    @property
    def advice(self) -> str:
        """What to say."""
        ...

    @property
    def kind(self) -> Kind:
        """Whether it is to be mended or praised."""
        ...

    @property
    def evidence(self) -> Evidence:
        """How far science supports it."""
        ...

    @property
    def detector(self) -> Detector:
        """What tells it; its confidence is the most it may claim."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    """Where the service is and with whom, since `since` (s); None where nobody has told.

    `conditions`: those that hold now, since whenever.
    """

    moment: str | None = None
    client: str | None = None
    since: float = 0.0
    conditions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cause:
    """Something (`about`) has been so since `since` (s), sure as `trust` in [0, 1] tells."""

    about: str
    when: When
    kind: Kind
    trust: float
    since: float


@dataclass(frozen=True, slots=True)
class Line:
    """What can be said of a cause: one of `texts` in turn; `harm` in [0, 1]; `once` in a context.

    `unless`: not while one of these findings shows or is about to.
    """

    cause: Cause
    rule: str
    texts: tuple[str, ...]
    harm: float
    once: bool
    unless: tuple[str, ...] = ()


class Book:
    """Everything that can be said."""

    def __init__(
        self,
        rows: Mapping[str, Advised],
        tones: Mapping[str, Tone],
        conditions: Mapping[str, ViewCondition],
        rules: Mapping[str, Rule],
    ) -> None:
        """`rows`: signals, findings and congruences by id."""
        self.rows, self.tones, self.conditions = rows, tones, conditions
        self._rules: dict[tuple[str, When, Kind], list[Rule]] = {}
        for rule in rules.values():
            self._rules.setdefault(rule.subject, []).append(rule)
        self._missable = [held for (_, when, _), held in self._rules.items() if when == "ausente"]

    def line(self, cause: Cause, context: Context) -> Line | None:
        """What to say of a cause there; None when nothing is."""
        rules = self._rules.get((cause.about, cause.when, cause.kind), ())
        rule = best(rules, context.moment, context.client, context.conditions)
        if rule is None:
            if cause.when != "presente":
                return None
            harm = _OF_CONDITIONS if cause.about in self.conditions else _UNRULED
            return Line(cause, cause.about, (self._own(cause),), harm, once=False)
        if rule.harm == 0.0:
            return None
        return Line(cause, rule.id, rule.texts or (self._own(cause), *rule.also), rule.harm, rule.once, rule.unless)

    def wanted(self, context: Context) -> list[Rule]:
        """What is asked for there when it does not show."""
        best_ones = (best(rules, context.moment, context.client, context.conditions) for rules in self._missable)
        return [rule for rule in best_ones if rule is not None]

    def row_trust(self, id: str, metric: float | None) -> float:
        """How far to trust that a row's signal is so; `metric` is its detector's margin, 1 at the threshold."""
        row, margin = self.rows[id], 1.0 if metric is None else max(metric, 1.0)
        return row.detector.confidence * (1.0 - 0.5 / margin) * _WEIGHT[row.evidence]

    def plain_trust(self, id: str) -> float:
        """How far to trust that it does not show."""
        return self.row_trust(id, _PLAIN)

    def tone_trust(self, id: str) -> float:
        """How far to trust what is told of a tone."""
        return _TONE_TRUST * _WEIGHT[self.tones[id].evidence]

    def _own(self, cause: Cause) -> str:
        if cause.about in self.tones:
            tone = self.tones[cause.about]
            return tone.advice if cause.kind == "corrige" else tone.praise
        return (self.conditions if cause.about in self.conditions else self.rows)[cause.about].advice
