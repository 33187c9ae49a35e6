"""Notes that come from another computer, beside those that are here: each once, and nobody's words replaced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from coach.review.annotation import Annotation

AGENT: Final = "Agente"
"""Whose notes those are at the trainer's that the agent left unsigned."""
REVIEWER: Final = "revision"
"""Under which a store keeps how its own person signs."""
TRAINER: Final = "Capacitador"
"""Who signs the trainer's notes, unless they choose another name."""


def from_agent(notes: Iterable[Annotation], own: str) -> list[Annotation]:
    """All that is on a session, for its trainer; `own`: how the agent signs here, which stays here."""
    return [replace(one, author=AGENT if one.author in ("", own) else one.author) for one in notes]


def from_trainer(notes: Iterable[Annotation], signature: str) -> list[Annotation]:
    """What is not the agent's own, for them; what was left unsigned carries `signature`."""
    return [replace(one, author=one.author or signature) for one in notes if one.author != AGENT]


def accepted(here: Iterable[Annotation], coming: Iterable[Annotation], session: str) -> list[Annotation]:
    """Those of the `coming` that must be written: new ones, and later versions by the same author.

    `here`: all that the store has, on whatever session. The agent's own words come from nobody else.
    """
    known = {one.id: one for one in here}
    found: dict[str, Annotation] = {}
    for one in coming:
        old = found.get(one.id) or known.get(one.id)
        same = old is None or (old.session == session and old.author == one.author and old.made_at < one.made_at)
        if one.author and same:
            found[one.id] = replace(one, session=session)
    return list(found.values())
