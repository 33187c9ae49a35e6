"""Which other sessions are known to be of the same person: what may be held against each other, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coach.detectors.profile import Rest
from coach.session.header import SessionHeader

if TYPE_CHECKING:
    from coach.session.store import SessionStore


def earlier(store: SessionStore, session: str, one_agent: bool = True) -> list[SessionHeader] | None:
    """The sessions of the same person that began before this one, newest first; None where nobody can say whose it is.

    The agent's own store holds `one_agent`'s sessions. Of shared ones, and of a folder's recordings, which may be of
    many people, only such count as the same person's that the same store shared, or that were measured from the same
    guided calibration, some dozens of numbers that no two people share.
    """
    mine = store.sessions()
    there = mine if any(one.id == session for one in mine) else store.shared.sessions()
    if there is mine and one_agent:
        others = mine
    else:
        person, calibration = store.shared.person(session), _calibration(store, session)
        if person is None and calibration is None:
            return None
        others = [
            one
            for one in there
            if (person is not None and store.shared.person(one.id) == person)
            or (calibration is not None and _calibration(store, one.id) == calibration)
        ]
    this = next(one for one in others if one.id == session)
    return [one for one in others if one.over and one.started < this.started]


def _calibration(store: SessionStore, session: str) -> Mapping[str, Rest] | None:
    """The neutral that a person sat still for; None for one that was learned on the way, or none at all."""
    profile = store.profiles.of(session)
    return profile.rests if profile is not None and profile.guided and profile.rests else None
