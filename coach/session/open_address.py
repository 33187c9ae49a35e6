"""Opens the store that an address names: a folder of this computer, or a database of a server."""

from __future__ import annotations

from pathlib import Path

from coach.session.open_store import open_store, read_store
from coach.session.secret import SecretSource
from coach.session.store import SessionStore


def open_at(address: str, source: SecretSource) -> SessionStore:
    """To read and to write. Raises `KnownError` for what the user can mend.

    Nothing but the server that a `postgresql://` address names is contacted, and its driver is loaded only then.
    """
    return _server(address, source) or open_store(Path(address).expanduser(), source)


def read_at(address: str, source: SecretSource) -> SessionStore:
    """The same for whoever only reads, while another process may write. Raises `KnownError` also where there is none.

    A server's has no folder that could be missing: an empty one is made there.
    """
    return _server(address, source) or read_store(Path(address).expanduser(), source)


def _server(address: str, source: SecretSource) -> SessionStore | None:
    if "://" not in address:
        return None
    from coach.session.server import open_server

    return open_server(address, source)
