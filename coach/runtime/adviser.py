"""Behind the detectors of picture and voice: what both say together, and the advice that all of it calls for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol, TypeAlias

from coach.advice.lines import Advised, Book
from coach.advice.policy import AdvicePolicy
from coach.core.events import AdviceSettings, ContextChanged, Event
from coach.detectors.congruence import CongruenceBank
from coach.manual.catalog import load_catalog
from coach.manual.conditions import MASK, load_conditions
from coach.manual.congruences import load_congruences
from coach.manual.findings import load_findings
from coach.manual.rules import load_rules
from coach.manual.sensitivity import load_sensitivities
from coach.manual.tones import load_tones
from coach.runtime.moved import time_of

Wish: TypeAlias = Callable[[float], ContextChanged | AdviceSettings]
"""What the agent tells, as an event of the moment at which it takes effect."""


class Advice(Protocol):
    """What the chains ask of advice."""

    def push(self, event: Event) -> list[Event]:
        """What follows from `event`, in order."""
        ...

    def flush(self) -> list[Event]:
        """The medium has ended: what holds is closed."""
        ...


class Adviser:
    """Events in order of time in, what follows from them out. Use from one thread at a time."""

    def __init__(self, live: bool = True) -> None:
        """`live`: not so for a recording, in which nobody can move a lamp any more."""
        conditions = load_conditions()
        said = conditions if live else {MASK: conditions[MASK]}
        congruences = load_congruences()
        rows: Mapping[str, Advised] = {**load_catalog(), **load_findings(), **congruences}
        book = Book(rows, load_tones(), said, load_rules())
        self._bank = CongruenceBank(congruences)
        self._policy = AdvicePolicy(book, load_sensitivities(), {id: row.parts for id, row in congruences.items()})
        self._wishes: deque[Wish] = deque()

    def wish(self, wish: Wish) -> None:
        """Let something that the agent tells take effect right after the next event that has a time."""
        self._wishes.append(wish)

    def push(self, event: Event) -> list[Event]:
        """What follows from `event`: congruences, cues, and what the agent told meanwhile."""
        told = self._follow(event)
        t = time_of(event)
        while t is not None and self._wishes:
            news = self._wishes.popleft()(t)
            told += [news, *self._follow(news)]
        return told

    def flush(self) -> list[Event]:
        """The medium has ended: what holds is closed."""
        return [told for event in self._bank.flush() for told in (event, *self._policy.push(event))]

    def _follow(self, event: Event) -> list[Event]:
        both = self._bank.push(event)
        cues = self._policy.push(event)
        return [*cues, *(told for change in both for told in (change, *self._policy.push(change)))]


def make_adviser(
    moment: str | None = None,
    client: str | None = None,
    live: bool = True,
    settings: AdviceSettings | None = None,
) -> Adviser:
    """Advice over all of the manual, for a service that is at `moment` with a `client` (None: nobody has told).

    `live`: whether somebody hears it who can mend what hampers view and voice; of a recording that is not advice.
    `settings`: how readily to advise and about what, from the beginning; as usual where None.
    """
    adviser = Adviser(live)
    if settings is not None:
        adviser.wish(lambda t: replace(settings, t=t))
    if moment is not None or client is not None:
        adviser.wish(lambda t: ContextChanged(t, moment, client))
    return adviser
