"""Erases all that a folder keeps of sessions: the store, what was set aside of damaged ones, and their key."""

from __future__ import annotations

import shutil
from pathlib import Path

from keyring.backend import KeyringBackend

from coach.errors import KnownError, why
from coach.session.folder_lock import LOCK_FILE, FolderLock
from coach.session.key_file import KEY_FILE, read_key_file
from coach.session.secret import forget


def erase_store(folder: Path, keyring: KeyringBackend | None) -> None:
    """Erase everything in `folder`, which nobody has open, and the secret of its key from `keyring`.

    What cannot be opened any more is erased as well. Raises `KnownError` when another process has it open, or
    something does not let itself be erased; the key goes last, so that what is left can still be opened.
    """
    if not folder.exists():
        return
    lock = FolderLock(folder)
    try:
        key = folder / KEY_FILE
        id = _id_of(key)
        for file in sorted(folder.iterdir(), key=lambda file: file == key):
            if file.name != LOCK_FILE:
                _remove(file)
    finally:
        lock.close()
    if id is not None and keyring is not None:
        forget(keyring, id)


def _id_of(file: Path) -> str | None:
    """What the keyring knows the key by; a file that is damaged or not there tells nothing."""
    try:
        return read_key_file(file).id if file.exists() else None
    except KnownError:
        return None


def _remove(file: Path) -> None:
    try:
        if file.is_dir():
            shutil.rmtree(file)
        else:
            file.unlink()
    except OSError as error:
        raise KnownError(
            f"No pude borrar «{file}» ({why(error)}); cierra lo que lo tenga abierto, revisa sus permisos y vuelve "
            "a intentarlo."
        ) from error
