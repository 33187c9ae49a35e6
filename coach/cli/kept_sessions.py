"""Kept sessions as the command line names them: by their identifier, or enough of its beginning."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coach.cli.parser import named
from coach.command import command
from coach.errors import KnownError
from coach.settings import store_folder

if TYPE_CHECKING:
    from coach.cli.parser import SpanishParser
    from coach.cli.typed import Typed
    from coach.session.header import SessionHeader
    from coach.session.secret import SecretSource
    from coach.session.store import SessionStore

_ID: Final = re.compile(r"[0-9a-f]{4,8}")
"""From four signs on: fewer, or none where a script's variable is empty, name nobody's session."""
_BEGUN: Final = re.compile(r"[0-9a-f]{2,8}")
"""Meant for an identifier, though it may be too short."""
_LOOK: Final = "busca las sesiones en otra carpeta, o en una base de datos (postgresql://usuario@servidor/base)"


def add_store(parser: SpanishParser, help: str = _LOOK, also: str = "") -> None:
    """Add the option that names a store, and say what opens one; without the option the agent's own is meant.

    `also`: what else has a passphrase.
    """
    from coach.cli.passphrase import HELP

    parser.epilog = f"{HELP} {also}".rstrip()
    parser.options.add_argument("--almacen", metavar="DIRECCION", type=named, help=help)


def names_one(given: str, address: str | None = None) -> bool:
    """Whether it can only be a session: no such file, the form of an identifier, and a store to look in.

    `address`: of that store, None for the agent's own.
    """
    looks = _BEGUN.fullmatch(given) is not None and not Path(given).exists()
    return looks and (address is not None or store_folder().is_dir())


def opened(address: str | None = None, typed: Typed | None = None) -> SessionStore:
    """The store, to read only. Raises `KnownError` when there is none, or its key is missing.

    `address` names it, None the agent's own; `typed` remembers the passphrase.
    """
    return _to_read(address, _source(typed))


def writable(address: str | None = None) -> SessionStore:
    """The same to write too; makes one where there is none."""
    return _to_write(address, _source())


def rid_of_expired(address: str | None = None) -> tuple[SessionStore, list[str]]:
    """As `opened`, once what others shared until a day that is over is erased; the ids of what that was.

    Where nothing can be written, as while the window is open, it stays there and is refused all the same.
    """
    source, now = _source(), datetime.now(UTC)
    store = _to_read(address, source)
    over = list(store.shared.over(now))
    if over:
        store.close()
        _erase_expired(address, source, now)
        store = _to_read(address, source)
    return store, over


def _erase_expired(address: str | None, source: SecretSource, now: datetime) -> None:
    from coach.session.store_errors import DamagedError

    try:
        with _to_write(address, source) as store:
            store.shared.expire(now)  # a folder's are gone already, a server's are not
    except DamagedError:
        raise  # it is set aside now, and only this says where
    except KnownError:
        pass


def _to_read(address: str | None, source: SecretSource) -> SessionStore:
    from coach.session.open_address import read_at
    from coach.session.open_store import read_store

    return read_store(store_folder(), source) if address is None else read_at(address, source)


def _to_write(address: str | None, source: SecretSource) -> SessionStore:
    from coach.session.open_address import open_at

    return open_at(str(store_folder()) if address is None else address, source)


def _source(typed: Typed | None = None) -> SecretSource:
    from coach.cli.typed import Typed
    from coach.session.secret import SecretSource, system_keyring

    return SecretSource(Typed() if typed is None else typed, system_keyring())


def found(store: SessionStore, given: str) -> SessionHeader:
    """The one session that is called so. Raises `KnownError` when there is none, more than one, or its day is over."""
    there = [*store.sessions(), *store.shared.sessions()]
    fitting = [header for header in there if _ID.fullmatch(given) and header.id.startswith(given)]
    if not fitting:
        raise KnownError(
            f"No hay ninguna sesión «{given}», ni una grabación que se llame así; «{command()} sesiones» te dice "
            "cuáles hay. De un identificador bastan cuatro signos."
        )
    if len(fitting) > 1:
        ids = ", ".join(header.id for header in fitting)
        raise KnownError(f"«{given}» puede ser cualquiera de estas sesiones: {ids}; escribe su identificador completo.")
    store.check(fitting[0].id)
    return fitting[0]
