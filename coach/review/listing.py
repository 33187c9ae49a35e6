"""Kept sessions as a list to choose from, and what a search leaves of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from coach.core.plain import plain
from coach.report.record import SessionKind


@dataclass(frozen=True, slots=True)
class Listed:
    """One session. `note`: its agent's own words. `recording`: the name of its file, "" for none.

    `noted`: how many verdicts, comments and so on there are on it, whoever made them.
    """

    id: str
    started: datetime
    duration_s: float
    kind: SessionKind
    note: str = ""
    recording: str = ""
    noted: int = 0


def matches(text: str, wanted: str) -> bool:
    """Whether every word that is `wanted` begins or lies somewhere in `text`; accents and capitals do not count.

    >>> matches("Queja de la mañana · 9 de marzo", "MARZO manana"), matches("Gestión", "q")
    (True, False)
    """
    there = plain(text)
    return all(plain(word) in there for word in wanted.split())
