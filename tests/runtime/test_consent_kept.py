"""What was accepted is kept with what rests on it, from when the store is made, and not once it is withdrawn."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from coach.errors import KnownError
from coach.preferences import Consent
from coach.runtime.consent import KEPT_AS, accepting, keep_consent
from coach.session.erase import erase_store
from coach.session.open_store import open_store
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from tests.support.stores import FileKeyring, by_keyring, session_record

ACCEPTED = Consent(2, datetime(2026, 11, 22, 18, 0, 0, 250_000, tzinfo=UTC))
TOLD: dict[str, Any] = {"version": 2, "when": "2026-11-22T18:00:00+00:00"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sesiones"


@pytest.fixture
def source(tmp_path: Path) -> SecretSource:
    return by_keyring(tmp_path / "keyring.json")


def test_a_store_that_is_made_says_what_is_accepted(folder: Path, source: SecretSource) -> None:
    said: list[Consent | None] = [ACCEPTED]
    opened = accepting(lambda: open_store(folder, source), lambda: said[-1])
    for consent, told in ((ACCEPTED, TOLD), (Consent(3, ACCEPTED.when), TOLD | {"version": 3}), (None, None)):
        said.append(consent)
        with opened() as store:
            assert store.kept(KEPT_AS) == told


def test_a_bug_while_it_is_kept_leaves_no_store_open(folder: Path, source: SecretSource) -> None:
    stores: list[SessionStore] = []

    def open_it() -> SessionStore:
        stores.append(open_store(folder, source))
        return stores[-1]

    def broken() -> Consent | None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        accepting(open_it, broken)()
    open_store(folder, source).close()  # a store that is open lets nobody else in
    assert len(stores) == 1


def test_it_goes_with_the_store(folder: Path, source: SecretSource, tmp_path: Path) -> None:
    with open_store(folder, source) as store:
        keep_consent(store, ACCEPTED)
    erase_store(folder, FileKeyring(tmp_path / "keyring.json"))
    with open_store(folder, source) as store:
        assert store.kept(KEPT_AS) is None


def test_it_stays_where_sessions_go(folder: Path, source: SecretSource) -> None:
    with open_store(folder, source) as store:
        keep_consent(store, ACCEPTED)
        store.delete(store.save(session_record()))
        assert store.kept(KEPT_AS) == TOLD


def test_where_it_cannot_be_written_the_sessions_are_there_all_the_same(folder: Path, source: SecretSource) -> None:
    with open_store(folder, source) as store:
        store.save(session_record())

    def full() -> SessionStore:
        store = open_store(folder, source)
        store.look_only("El disco está lleno")
        return store

    with accepting(full, lambda: ACCEPTED)() as store:
        assert len(store.sessions()) == 1 and store.kept(KEPT_AS) is None
        with pytest.raises(KnownError):
            keep_consent(store, ACCEPTED)
