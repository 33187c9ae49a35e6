"""Opens the store that an address names: a folder of this computer, or a database of a server."""

from __future__ import annotations

from pathlib import Path

from coach.errors import KnownError
from coach.media.naming import typed_path
from coach.session.address import on_server
from coach.session.open_store import STORE_FILE, open_store, read_store
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from coach.session.store_errors import UnwritableError


def open_at(address: str, source: SecretSource) -> SessionStore:
    """To read and to write; makes it where there is none. Raises `KnownError` for what the user can mend.

    Nothing but the server that a `postgresql://` address names is contacted, and its driver is loaded only then.
    """
    if on_server(address):
        from coach.session.server import open_server

        return open_server(address, source)
    return open_store(typed_path(address), source)


def read_at(address: str, source: SecretSource) -> SessionStore:
    """One that there is, for whoever only reads, while others may write. Raises `KnownError` also where there is none.

    Changes nothing, and asks of a server no more than to be let read.
    """
    if on_server(address):
        from coach.session.server import read_server

        return read_server(address, source)
    return read_store(_existing(address), source)


def open_there(address: str, source: SecretSource) -> SessionStore:
    """One that there is: to write where that is possible, else to look at (`SessionStore.only_look` says why).

    Raises `KnownError` for what the user can mend; makes nothing.
    """
    try:
        if on_server(address):
            from coach.session.server import open_server

            return open_server(address, source, new=False)
        return open_store(_existing(address), source)
    except UnwritableError as error:
        store = read_at(address, source)
        store.look_only(str(error))
        return store


def _existing(address: str) -> Path:
    """The folder. Raises `KnownError` for one that is not there, or holds no store."""
    folder = typed_path(address)
    if not folder.is_dir():
        raise KnownError(f"No encuentro la carpeta «{folder}»; revisa cómo se llama.")
    if not (folder / STORE_FILE).exists():
        raise KnownError(
            f"En «{folder}» no hay sesiones guardadas por Coach; elige la carpeta que escribiste después de --almacen "
            "al analizar tus grabaciones."
        )
    return folder
