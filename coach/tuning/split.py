"""Which sessions thresholds are tuned on, and which are held out to see whether it was worth it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from coach.tuning.case import Case

LEAST_SESSIONS: Final = 4
LEAST_SAID: Final = 12
"""Verdicts and additions on one signal, over all of its sessions."""
LEAST_HELD_OUT: Final = 4
"""Of them, in the sessions that are held out."""


@dataclass(frozen=True, slots=True)
class Split:
    """No session is in both."""

    tuning: tuple[Case, ...]
    held_out: tuple[Case, ...]


def split(cases: Sequence[Case]) -> Split | None:
    """The same sessions are always held out: every third, of those in which most was said first. None: too few."""
    ordered = sorted(cases, key=lambda case: (-case.said, case.session))
    held_out = tuple(ordered[1::3])
    tuning = tuple(case for case in ordered if case not in held_out)
    enough = len(cases) >= LEAST_SESSIONS and said(cases) >= LEAST_SAID and said(held_out) >= LEAST_HELD_OUT
    return Split(tuning, held_out) if enough else None


def said(cases: Sequence[Case]) -> int:
    """How much was said in them."""
    return sum(case.said for case in cases)
