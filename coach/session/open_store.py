"""Opens the store of a folder: makes it, updates it, sets a damaged one aside, recovers what was interrupted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from coach.errors import KnownError, why
from coach.session.cipher import PAGE_BYTES, create_encrypted, unwritable, whole
from coach.session.database import Database
from coach.session.folder_lock import FolderLock
from coach.session.key import StoreKey, obtain_key
from coach.session.key_file import KEY_FILE
from coach.session.migrations import migrate, refuse_newer, version_of
from coach.session.recording_takes import FOLDER as TAKES_FOLDER
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from coach.session.store_errors import DamagedError, StoreError, told
from coach.session.whole_file import put_in_place, settle

STORE_FILE: Final = "sesiones.db"
_BESIDE: Final = ("", "-wal", "-shm")
"""What SQLite keeps of one store: the file, its log, and an index of the log."""


def open_store(folder: Path, source: SecretSource, keep_days: int | None = None) -> SessionStore:
    """The store of `folder`, to read and to write, by one process at a time; makes both when there are none.

    Sessions that began more than `keep_days` ago are erased, and shared ones whose day has come. Those that Coach ended
    in the middle of are closed with what there is of them (`recovered`). Raises `KnownError` when the folder, the key
    or the file is at fault; a file that cannot be read is set aside as it is, the sentence says where, and the next
    call makes a new one.
    """
    _make_folder(folder)
    lock = FolderLock(folder)
    try:
        database = _open(folder, source)
        store = SessionStore(database, lock, folder / TAKES_FOLDER)
        try:
            store.recover()
            store.recordings.sweep()
            store.recordings.recover()
            store.shared.expire(datetime.now(UTC))
            if keep_days is not None:
                store.delete_older(datetime.now(UTC) - timedelta(days=keep_days))
        except BaseException:
            database.close()
            raise
    except BaseException:
        lock.close()
        raise
    return store


def read_store(folder: Path, source: SecretSource) -> SessionStore:
    """The store of `folder`, to read only, while another process may write to it.

    Shared sessions whose day has come are still there, and refused (`ExpiredError`). Raises `KnownError` when there is
    no store yet, or the key or the file is at fault; changes nothing, and what would is refused (`UnwritableError`).
    """
    file = folder / STORE_FILE
    if not file.exists():
        raise KnownError(f"Todavía no hay sesiones guardadas en «{folder}»; guarda una desde su informe.")
    database = Database(file, _key(folder, source), unwritable(file))
    database.only_look = f"Las sesiones de «{folder}» solo se abrieron para verlas."
    try:
        with database.read() as connection:
            refuse_newer(version_of(connection))
        store = SessionStore(database, None, folder / TAKES_FOLDER)
        database.refuse(store.shared.over(datetime.now(UTC)))
    except BaseException:
        database.close()
        raise
    return store


def _open(folder: Path, source: SecretSource) -> Database:
    file, key = folder / STORE_FILE, _key(folder, source)
    if not file.exists():
        _create(file, key)
    elif file.stat().st_size < PAGE_BYTES:  # SQLite would take it for a new one, and delete its log
        raise _set_aside(file)
    try:
        _look_whole(file, key)
        database = Database(file, key)
        try:
            with database.write() as connection:
                migrate(connection)
        except BaseException:
            database.close()
            raise
    except DamagedError as error:
        raise _set_aside(file) from error
    return database


def _look_whole(file: Path, key: StoreKey) -> None:
    """Raises `DamagedError` when a part is missing. Only a crash leaves a log, and costs a look at every page.

    SQLite itself would put the log into the file first, and so change what is to be set aside as it is.
    """
    crashed = file.with_name(file.name + "-wal").exists()
    with told(file):
        if crashed and not whole(file, key) or not crashed and file.stat().st_size % PAGE_BYTES:
            raise DamagedError(f"«{file}» está incompleto.")


def _key(folder: Path, source: SecretSource) -> StoreKey:
    """Raises `KnownError` when the store is none of this key's, before anything touches it."""
    file = folder / STORE_FILE
    if file.exists() and not (folder / KEY_FILE).exists():
        raise KnownError(
            f"Falta «{folder / KEY_FILE}» y sin esa llave no se abre «{file}»; restaura ese archivo de una copia."
        )
    key = obtain_key(folder, source)
    if file.exists():
        with told(file):
            salt = _beginning(file, len(key.salt))
        if len(salt) == len(key.salt) and salt != key.salt:
            raise StoreError(
                f"«{file}» no son sesiones guardadas con esta llave (es otro archivo, o está dañado desde su inicio); "
                "restaura el tuyo, o muévelo a otra carpeta para empezar de nuevo. No se tocó nada."
            )
    return key


def _beginning(file: Path, count: int) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(count)
    except OSError as error:
        raise KnownError(f"No puedo leer «{file}» ({why(error)}); revisa sus permisos.") from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"No puedo usar la carpeta «{folder}» ({why(error)}); revisa sus permisos.") from error


def _create(file: Path, key: StoreKey) -> None:
    """Make a whole store under another name first: one that is there is never half made."""
    draft = file.with_name(f".{file.name}.nueva")
    for suffix in _BESIDE:
        draft.with_name(draft.name + suffix).unlink(missing_ok=True)
    with told(file):
        create_encrypted(draft, key)
    database = Database(draft, key)
    try:
        with database.write() as connection:
            migrate(connection)
    finally:
        database.close()
    put_in_place(draft, file)
    settle(file.parent)


def _set_aside(file: Path) -> DamagedError:
    """Rename what cannot be read, as it is; the error that says so."""
    aside = file.with_name(f"sesiones-danadas-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.db")
    for suffix in _BESIDE:
        part = file.with_name(file.name + suffix)
        if part.exists():
            part.replace(aside.with_name(aside.name + suffix))
    takes = file.with_name(TAKES_FOLDER)
    if takes.exists():  # their keys are in what is set aside
        takes.replace(takes.with_name(aside.stem.replace("sesiones", TAKES_FOLDER)))
    settle(file.parent)
    return DamagedError(
        f"Las sesiones guardadas en «{file}» están dañadas; las aparté sin cambiarlas en «{aside.name}», en la misma "
        "carpeta. Restaura una copia, o vuelve a intentarlo para empezar de nuevo."
    )
