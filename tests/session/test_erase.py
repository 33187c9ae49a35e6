"""Erasing all that is kept: nothing of it stays on the disk nor in the keyring, and a new store can be made after."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked

from coach.errors import KnownError
from coach.session.erase import erase_store
from coach.session.folder_lock import LOCK_FILE, anything_in
from coach.session.key_file import KEY_FILE
from coach.session.open_store import STORE_FILE, open_store
from coach.session.secret import SERVICE, SecretSource
from coach.session.worker import StoreWorker
from tests.support.stores import FileKeyring, by_keyring, session_record, typed


@pytest.fixture
def ring(tmp_path: Path) -> FileKeyring:
    return FileKeyring(tmp_path / "keyring.json")


def secrets_in(tmp_path: Path) -> list[str]:
    return list(json.loads((tmp_path / "keyring.json").read_text(encoding="utf-8")))


def test_nothing_stays(folder: Path, source: SecretSource, ring: FileKeyring, tmp_path: Path) -> None:
    with open_store(folder, source) as store:
        store.save(session_record())
    (folder / "sesiones-danadas-20260101-000000-000000.db").write_bytes(b"aside")
    (folder / "apartado").mkdir()
    assert anything_in(folder)
    assert len(secrets_in(tmp_path)) == 1
    erase_store(folder, ring)
    assert [file.name for file in folder.iterdir()] == [LOCK_FILE]
    assert not anything_in(folder)
    assert secrets_in(tmp_path) == []
    with open_store(folder, source) as store:
        assert store.sessions() == []


def test_other_secrets_stay(folder: Path, source: SecretSource, ring: FileKeyring, tmp_path: Path) -> None:
    ring.set_password(SERVICE, "otra", "x")
    open_store(folder, source).close()
    erase_store(folder, ring)
    assert secrets_in(tmp_path) == [f"{SERVICE}/otra"]


def test_a_store_that_is_open_is_left_alone(folder: Path, source: SecretSource, ring: FileKeyring) -> None:
    with open_store(folder, source) as store:
        kept = store.save(session_record())
        with pytest.raises(KnownError, match="Otro Coach, en una ventana o en una terminal"):
            erase_store(folder, ring)
        assert store.load(kept) == session_record()
    assert ring.get_password(SERVICE, json.loads((folder / KEY_FILE).read_text(encoding="utf-8"))["id"]) is not None


@pytest.mark.usefixtures("quick_passphrase")
def test_what_nobody_can_open_any_more_is_erased_too(folder: Path) -> None:
    open_store(folder, typed("frase olvidada")[0]).close()
    erase_store(folder, None)
    assert not (folder / STORE_FILE).exists()
    open_store(folder, typed("frase nueva")[0]).close()


def test_a_damaged_key_does_not_keep_anything(folder: Path, source: SecretSource, ring: FileKeyring) -> None:
    open_store(folder, source).close()
    (folder / KEY_FILE).write_text("{", encoding="utf-8")
    erase_store(folder, ring)
    assert not anything_in(folder)


def test_a_keyring_that_holds_on_is_told_of(folder: Path, source: SecretSource, tmp_path: Path) -> None:
    class Locked(FileKeyring):
        def delete_password(self, service: str, username: str) -> None:
            raise KeyringLocked("locked")

    open_store(folder, source).close()
    with pytest.raises(KnownError, match="ya no abre nada"):
        erase_store(folder, Locked(tmp_path / "keyring.json"))
    assert not anything_in(folder)


def test_without_a_folder_there_is_nothing_to_erase(folder: Path, ring: FileKeyring) -> None:
    erase_store(folder, ring)
    assert not folder.exists()
    assert not anything_in(folder)


def test_the_worker_closes_the_store_first_and_opens_another_after(
    folder: Path, ring: FileKeyring, tmp_path: Path
) -> None:
    worker = StoreWorker(lambda: open_store(folder, by_keyring(tmp_path / "keyring.json")))
    worker.call(lambda store: store.save(session_record())).result(10.0)
    worker.erase(lambda: erase_store(folder, ring)).result(10.0)
    assert not anything_in(folder)
    assert worker.call(lambda store: store.sessions()).result(10.0) == []
    worker.close()
