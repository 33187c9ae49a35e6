"""Whose sessions may be held against each other: those that are known to be of one person, and no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from coach.detectors.profile import Profile, Rest
from coach.session.same_person import earlier
from coach.session.shared import Received, SharedFrom
from coach.session.store import SessionStore
from tests.support.stores import session_record

ANA = Profile({"sonrisa": Rest(0.125, 0.01), "ceno": Rest(-1.5, 0.2)}, guided=True)
LUIS = Profile({"sonrisa": Rest(0.126, 0.01), "ceno": Rest(-1.5, 0.2)}, guided=True)


def receive(store: SessionStore, origin: str, minutes: int, profile: Profile | None) -> str:
    now = datetime.now(UTC)
    return store.shared.put(
        Received(SharedFrom(origin, now, now + timedelta(days=9)), session_record(minutes), profile=profile)
    )


def ids(store: SessionStore, session: str) -> list[str] | None:
    found = earlier(store, session)
    return None if found is None else [one.id for one in found]


def test_of_ones_own_all_that_came_before(store: SessionStore) -> None:
    first, second, third = (store.save(session_record(minutes)) for minutes in (0, 60, 120))
    receive(store, "ajena", 30, ANA)
    assert ids(store, third) == [second, first]
    assert ids(store, first) == []


def test_of_shared_ones_those_of_the_same_guided_calibration(store: SessionStore) -> None:
    store.save(session_record(0))
    first, _, third = (receive(store, f"s{place}", 60 * place, who) for place, who in enumerate((ANA, LUIS, ANA)))
    assert ids(store, third) == [first]
    voiced = receive(store, "s9", 600, replace(ANA, voice={"tono": Rest(12.0, 1.0)}, rate_factor=1.1))
    assert ids(store, voiced) == [third, first], "what is learned of the voice on the way does not count"


@pytest.mark.parametrize("profile", [None, replace(ANA, guided=False), Profile(guided=True)])
def test_nobody_can_say_whose_a_session_without_it_is(store: SessionStore, profile: Profile | None) -> None:
    receive(store, "s0", 0, ANA)
    receive(store, "s1", 10, profile)
    assert ids(store, receive(store, "s2", 60, profile)) is None
