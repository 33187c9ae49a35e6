"""What can be wrong with a store: each thing is one clear sentence, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import DatabaseError

from coach.errors import KnownError
from coach.session.cipher import connect
from coach.session.database import Database
from coach.session.key import obtain_key
from coach.session.key_file import KEY_FILE
from coach.session.migrations import STEPS
from coach.session.open_store import STORE_FILE, open_store, read_store
from coach.session.schema import METADATA, SCHEMA
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from coach.session.store_errors import DamagedError, StoreError
from tests.support.stores import session_record, typed


@pytest.fixture
def kept(folder: Path, source: SecretSource) -> bytes:
    """A store with one session, closed; its bytes."""
    with open_store(folder, source) as store:
        store.save(session_record())
    return (folder / STORE_FILE).read_bytes()


def refused(folder: Path, source: SecretSource, sentence: str) -> KnownError:
    with pytest.raises(KnownError, match=sentence) as caught:
        open_store(folder, source)
    return caught.value


@pytest.mark.usefixtures("quick_passphrase")
def test_the_wrong_passphrase(folder: Path) -> None:
    with open_store(folder, typed("frase correcta")[0]) as store:
        store.save(session_record())
    content = (folder / STORE_FILE).read_bytes()
    refused(folder, typed("x", "y", "z")[0], "La frase de paso no es la de tus sesiones")
    assert (folder / STORE_FILE).read_bytes() == content
    with open_store(folder, typed("frase correcta")[0]) as store:
        assert len(store.sessions()) == 1


def test_a_file_of_another_program(folder: Path, source: SecretSource, kept: bytes) -> None:
    file = folder / STORE_FILE
    file.unlink()
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE something (a)")
    content = file.read_bytes()
    refused(folder, source, "no son sesiones guardadas con esta llave")
    assert file.read_bytes() == content


def test_the_store_of_somebody_else(tmp_path: Path, folder: Path, source: SecretSource, kept: bytes) -> None:
    with open_store(tmp_path / "ajeno", source) as store:
        store.save(session_record())
    shutil.copy(tmp_path / "ajeno" / STORE_FILE, folder / STORE_FILE)
    refused(folder, source, "no son sesiones guardadas con esta llave")


def test_a_store_whose_key_is_missing(folder: Path, source: SecretSource, kept: bytes) -> None:
    (folder / KEY_FILE).rename(folder / "escondida")
    refused(folder, source, f"Falta «.*{KEY_FILE}»")
    assert (folder / STORE_FILE).read_bytes() == kept
    assert not (folder / KEY_FILE).exists(), "a new key would bury the old store"
    (folder / "escondida").rename(folder / KEY_FILE)
    with open_store(folder, source) as store:
        assert len(store.sessions()) == 1


def test_a_store_of_a_newer_coach(folder: Path, source: SecretSource, kept: bytes) -> None:
    database = Database(folder / STORE_FILE, obtain_key(folder, source))
    with database.write() as connection:
        connection.execute(SCHEMA.insert().values(version=len(STEPS) + 1))
    database.close()
    content = (folder / STORE_FILE).read_bytes()
    refused(folder, source, "versión más nueva de Coach")
    with pytest.raises(KnownError, match="versión más nueva de Coach"):
        read_store(folder, source)
    assert (folder / STORE_FILE).read_bytes() == content


def test_the_steps_lead_to_the_tables_as_they_are(folder: Path, source: SecretSource, kept: bytes) -> None:
    database = Database(folder / STORE_FILE, obtain_key(folder, source))
    with database.read() as connection:
        found = {
            table: [row[1:4] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
            for (table,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
    database.close()
    types = {"TEXT": "TEXT", "INTEGER": "INTEGER", "DOUBLE": "DOUBLE PRECISION", "BLOB": "BLOB"}
    expected = {
        table.name: {column.name: types[str(column.type)] for column in table.columns}
        for table in METADATA.tables.values()
    }
    assert {name: {column: kind for column, kind, _ in columns} for name, columns in found.items()} == expected


def test_two_coaches_at_once(folder: Path, source: SecretSource, store: SessionStore) -> None:
    refused(folder, source, "Otro Coach, en una ventana o en una terminal, tiene abiertas las sesiones")
    store.save(session_record())
    store.close()
    with open_store(folder, source) as again:
        assert len(again.sessions()) == 1


def test_another_program_that_keeps_the_file_busy(
    folder: Path, source: SecretSource, kept: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.session.cipher._BUSY_S", 0.1)
    other = Database(folder / STORE_FILE, obtain_key(folder, source))
    with open_store(folder, source) as store:
        with other.write(), pytest.raises(StoreError, match="Otro programa está usando"):
            store.save(session_record())
        other.close()
        store.save(session_record())
        assert len(store.sessions()) == 2


@pytest.mark.parametrize("length", [0, 1, 16, 4000, 4096, 10_000])
def test_a_store_that_was_cut_off_is_set_aside_as_it_is(
    folder: Path, source: SecretSource, kept: bytes, length: int
) -> None:
    file = folder / STORE_FILE
    os.truncate(file, length)
    error = refused(folder, source, "están dañadas; las aparté sin cambiarlas")
    assert isinstance(error, DamagedError)
    (aside,) = folder.glob("sesiones-danadas-*.db")
    assert aside.name in str(error)
    assert aside.read_bytes() == kept[:length]
    with open_store(folder, source) as store:
        assert store.sessions() == []


@pytest.mark.skipif(sys.platform != "linux", reason="others name no open files")
def test_what_could_not_be_opened_is_closed(folder: Path, source: SecretSource, kept: bytes) -> None:
    """Windows renames no open file; tests on it see that above."""
    file = folder / STORE_FILE
    os.truncate(file, 4096)
    with pytest.raises(DatabaseError) as _:
        connect(file, obtain_key(folder, source))
    assert file not in [opened.readlink() for opened in Path("/proc/self/fd").iterdir() if opened.is_symlink()]


def test_a_page_that_went_bad_is_told_where_it_is_read(folder: Path, source: SecretSource, kept: bytes) -> None:
    pages = len(kept) // 4096
    file = folder / STORE_FILE
    told = 0
    for page in range(1, pages):
        content = bytearray(kept)
        content[page * 4096 + 100] ^= 1
        file.write_bytes(content)
        try:
            with open_store(folder, source) as store:
                assert [store.load(header.id) for header in store.sessions()] == [session_record()]
                assert store.goals() == []
        except DamagedError as error:
            told += 1
            for aside in folder.glob("sesiones-danadas-*.db"):
                assert aside.name in str(error)
                assert aside.read_bytes() == content
                aside.unlink()
    assert told >= 3


def test_a_folder_that_is_a_file(tmp_path: Path, source: SecretSource) -> None:
    place = tmp_path / "sesiones"
    place.write_text("", encoding="utf-8")
    refused(place, source, "No puedo usar la carpeta")
