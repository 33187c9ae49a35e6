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


def receive(
    store: SessionStore, origin: str, minutes: int, profile: Profile | None = None, person: str | None = None
) -> str:
    now = datetime.now(UTC)
    come = SharedFrom(origin, now, now + timedelta(days=9))
    return store.shared.put(Received(come, session_record(minutes), profile=profile, person=person))


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


def test_of_shared_ones_those_of_the_same_store_whatever_the_calibration(store: SessionStore) -> None:
    first = receive(store, "s0", 0, ANA, "una")
    other = receive(store, "s1", 10, LUIS, "otra")
    second = receive(store, "s2", 20, None, "una")
    calibrated = receive(store, "s3", 30, ANA)
    assert ids(store, receive(store, "s4", 60, None, "una")) == [second, first]
    assert ids(store, receive(store, "s5", 50, ANA, "una")) == [calibrated, second, first]
    assert ids(store, receive(store, "s6", 40, LUIS)) == [other]
    assert ids(store, receive(store, "s7", 80, None, "nadie más")) == []


def test_a_folders_recordings_may_be_of_many_people(store: SessionStore) -> None:
    store.save(session_record(0))
    last = store.save(session_record(60))
    assert earlier(store, last, one_agent=False) is None
    measured = [
        replace(session_record(minute), result=replace(session_record().result, profile=who))
        for minute, who in ((100, ANA), (110, LUIS), (120, ANA))
    ]
    first, _, third = (store.save(one) for one in measured)
    found = earlier(store, third, one_agent=False)
    assert found is not None
    assert [one.id for one in found] == [first]


@pytest.mark.parametrize("profile", [None, replace(ANA, guided=False), Profile(guided=True)])
def test_nobody_can_say_whose_a_session_without_it_is(store: SessionStore, profile: Profile | None) -> None:
    receive(store, "s0", 0, ANA)
    receive(store, "s1", 10, profile)
    assert ids(store, receive(store, "s2", 60, profile)) is None
