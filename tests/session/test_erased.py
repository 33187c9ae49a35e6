"""What is kept can be read in no file; what is deleted is in no file, not even for whoever has the key."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from coach.session.cipher import PAGE_BYTES
from coach.session.key import StoreKey, obtain_key
from coach.session.open_store import STORE_FILE, open_store
from coach.session.secret import SecretSource
from coach.session.store import Goal, SessionStore
from tests.support.stores import CANARY, STARTED, session_events, session_record, unexpected

RESERVED = 80
"""At the end of a page of SQLCipher 4: the initialisation vector (16 bytes), and its signature."""


def pages(content: bytes, key: StoreKey) -> bytes:
    """The pages of a store's file as SQLite sees them, those in no use included."""
    found = b""
    for start in range(0, len(content), PAGE_BYTES):
        page = content[start + (len(key.salt) if start == 0 else 0) : start + PAGE_BYTES]
        vector = page[-RESERVED : -RESERVED + 16]
        reader = Cipher(algorithms.AES256(key.secret), modes.CBC(vector)).decryptor()
        found += reader.update(page[:-RESERVED])
    return found


def forms() -> list[bytes]:
    """How the canary could stand in a file."""
    return [CANARY.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")]


def found_in(folder: Path) -> list[Path]:
    contents = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert any(contents.values())
    return [file for file, content in contents.items() if any(form in content for form in forms())]


def keep_canaries(store: SessionStore) -> list[str]:
    """In every place that a store has for words."""
    writer = store.begin("en_vivo", STARTED, unexpected)
    writer.add(event for batch in session_events(65.0, note=CANARY) for event in batch)
    record = session_record(advice=CANARY)
    ids = [store.finish(writer, record), store.save(replace(record, kind="grabacion"))]
    for id in ids:
        store.set_note(id, CANARY)
    return ids


def test_nothing_kept_can_be_read_in_any_file(tmp_path: Path, folder: Path, source: SecretSource) -> None:
    with open_store(folder, source) as store:
        keep_canaries(store)
        store.set_goal(Goal("hombros", STARTED, CANARY))
        store.keep("perfil", {"nota": CANARY})
        assert (folder / (STORE_FILE + "-wal")).stat().st_size > 0
        assert found_in(tmp_path) == []
    assert found_in(tmp_path) == []


def test_nothing_deleted_is_left_even_for_the_key(folder: Path, source: SecretSource) -> None:
    with open_store(folder, source) as store:
        key = obtain_key(folder, source)
        kept = store.save(session_record(minute=9))
        ids = keep_canaries(store)
    file = folder / STORE_FILE
    assert forms()[0] in pages(file.read_bytes(), key), "the page reader reads nothing"
    with open_store(folder, source) as store:
        for id in ids:
            store.delete(id)
        wal = folder / (STORE_FILE + "-wal")
        assert wal.stat().st_size == 0, "the log still holds pages from before"
        content = file.read_bytes()
        assert not any(form in pages(content, key) for form in forms())
        assert store.load(kept) == session_record(minute=9)


def test_deleting_gives_the_space_back(folder: Path, source: SecretSource) -> None:
    file = folder / STORE_FILE
    with open_store(folder, source):
        empty = file.stat().st_size
    with open_store(folder, source) as store:
        ids = keep_canaries(store)
    full = file.stat().st_size
    with open_store(folder, source) as store:
        for id in ids:
            store.delete(id)
    assert full > 1.2 * empty
    assert file.stat().st_size <= 1.2 * empty


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_only_its_owner_may_read_it(folder: Path, source: SecretSource) -> None:
    with open_store(folder, source) as store:
        store.save(session_record())
        for file in folder.iterdir():
            if file.name != "sesiones.lock":
                assert file.stat().st_mode & 0o077 == 0, file.name
