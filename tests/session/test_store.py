"""What a store is given comes back; what is deleted is gone; what is too old goes by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.errors import KnownError
from coach.report.result import Stretch
from coach.session.open_store import open_store, read_store
from coach.session.secret import SecretSource
from coach.session.store import Goal, SessionStore
from tests.support.stores import STARTED, session_record


def test_sessions_come_back_whole_newest_first(folder: Path, source: SecretSource) -> None:
    older, newer = session_record(), session_record(minute=5, kind="grabacion")
    with open_store(folder, source) as store:
        ids = [store.save(newer), store.save(older)]
    with open_store(folder, source) as store:
        assert [header.id for header in store.sessions()] == ids
        assert [store.load(id) for id in ids] == [newer, older]
        assert store.recovered == ()


def test_the_list_tells_what_each_session_was(store: SessionStore) -> None:
    id = store.save(session_record())
    store.set_note(id, "Con la señora de la garantía")
    (header,) = store.sessions()
    assert header.id == id
    assert (header.started, header.started.tzinfo) == (STARTED, UTC)
    assert (header.duration_s, header.kind, header.state) == (60.0, "practica", "whole")
    assert (header.moment, header.client) == ("queja", "grosero"), "the moment that held longest"
    assert header.note == "Con la señora de la garantía"


def test_a_session_without_any_moment_has_none(store: SessionStore) -> None:
    record = session_record()
    store.save(replace(record, result=replace(record.result, stretches=(Stretch(0.0, 60.0, None, None),))))
    assert [(header.moment, header.client) for header in store.sessions()] == [(None, None)]


def test_a_record_is_replaced_by_a_newer_one(store: SessionStore) -> None:
    id = store.save(session_record())
    with_goal = replace(session_record(), goal="hombros")
    store.attach(id, with_goal)
    assert store.load(id) == with_goal
    assert len(store.sessions()) == 1


def test_a_deleted_session_is_gone_and_the_others_stay(store: SessionStore) -> None:
    first, second = store.save(session_record()), store.save(session_record(minute=1))
    store.delete(first)
    assert [header.id for header in store.sessions()] == [second]
    assert store.load(second) == session_record(minute=1)


@pytest.mark.parametrize("ask", ["load", "delete", "events", "features", "set_note", "attach"])
def test_a_session_that_does_not_exist_is_told(store: SessionStore, ask: str) -> None:
    more = {"features": ("body",), "set_note": ("x",), "attach": (session_record(),)}.get(ask, ())
    with pytest.raises(KnownError, match="No hay ninguna sesión «nadie»"):
        list(getattr(store, ask)("nadie", *more) or ())


def test_sessions_older_than_the_limit_are_erased_at_the_next_opening(folder: Path, source: SecretSource) -> None:
    now = datetime.now(UTC)
    old, young = (replace(session_record(), started=now - timedelta(days=days)) for days in (31, 29))
    with open_store(folder, source) as store:
        store.save(old)
        kept = store.save(young)
    with open_store(folder, source, keep_days=30) as store:
        assert [header.id for header in store.sessions()] == [kept]


def test_goals_are_chosen_changed_and_left(store: SessionStore) -> None:
    first, second = Goal("hombros", STARTED), Goal("rapido", STARTED + timedelta(days=1), "Más despacio")
    store.set_goal(second)
    store.set_goal(first)
    assert store.goals() == [second, first]
    changed = replace(first, note="Sueltos")
    store.set_goal(changed)
    store.drop_goal("rapido")
    assert store.goals() == [changed]


def test_a_document_of_no_session_is_kept_in_its_newest_form(store: SessionStore) -> None:
    assert store.kept("consentimiento") is None
    store.keep("consentimiento", {"version": 1})
    store.keep("consentimiento", {"version": 2, "texto": "sí"})
    assert store.kept("consentimiento") == {"version": 2, "texto": "sí"}


def test_others_may_read_while_one_writes(folder: Path, source: SecretSource, store: SessionStore) -> None:
    with read_store(folder, source) as reader:
        id = store.save(session_record())
        assert reader.load(id) == session_record()


def test_reading_where_nothing_was_kept_makes_nothing(folder: Path, source: SecretSource) -> None:
    with pytest.raises(KnownError, match="Todavía no hay sesiones guardadas"):
        read_store(folder, source)
    assert not folder.exists()
