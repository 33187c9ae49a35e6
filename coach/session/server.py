"""A store in a PostgreSQL database, for a training department that outgrows one laptop: the one door to psycopg.

The same tables and the same `SessionStore`. What a file gets from SQLCipher, a server gets from `sealed.py`: the key is
kept in the database, wrapped by a passphrase that never reaches it. Deleting takes rows away; the server's own log and
backups hold them, sealed, until it overwrites them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import URL, Connection, create_engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, ProgrammingError

from coach.errors import KnownError
from coach.session.address import shown_place, without_secret
from coach.session.database import Database
from coach.session.key import shared_key
from coach.session.key_file import KeyFile, key_text, read_key
from coach.session.migrations import migrate, refuse_newer, version_of
from coach.session.sealed import seal_with
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from coach.session.store_errors import UnwritableError

_CONNECT_S: Final = 10
_LOCK: Final = 7_002_026
"""Of two computers that open a new store at once, one makes it and the other waits."""
_SENTENCES: Final = {
    "25006": "«{where}» solo deja leer; pide a quien lo cuida permiso para escribir. No se perdió nada.",
    "42501": "Ese usuario no tiene permiso en «{where}»; pide a quien lo cuida permiso para crear tablas y escribir.",
    "53": "El servidor de «{where}» no tiene espacio, memoria o conexiones libres; avisa a quien lo cuida. Lo que ya "
    "estaba guardado no se tocó.",
}
"""By the beginning of an SQLSTATE. Of what fails before there is a connection the driver tells none."""
_UNWRITABLE: Final = ("25006", "42501")
_UNREACHABLE: Final = (
    "No puedo hablar con el servidor de «{where}»; revisa la dirección, el usuario y la base de datos, la red y que "
    "PostgreSQL esté en marcha. Lo que ya estaba guardado no se tocó."
)
_STRANGE: Final = (
    "La dirección de «{where}» lleva, después de «?», algo que PostgreSQL no conoce; quítalo o corrígelo. Lo que ya "
    "estaba guardado no se tocó."
)
"""The driver refuses an option before it connects."""
_SHUT: Final = (
    "El servidor de «{where}» contestó, pero no te deja entrar; revisa el usuario, su contraseña y el nombre de la "
    "base de datos."
)


class ServerDatabase(Database):
    """Pooled connections to a server's database, whose sealed columns are opened by the key that `source` unlocks."""

    def __init__(self, address: str, source: SecretSource, *, look: bool = False, new: bool = True) -> None:
        """Makes tables and key when there are none, unless it is only to `look`, or none that is `new` is wanted.

        Raises `KnownError` for what the user can mend.
        """
        url = _url(address)
        self._where = without_secret(address)
        self._writing = create_engine(
            url, pool_size=3, pool_pre_ping=True, connect_args={"connect_timeout": _CONNECT_S}
        )
        self._reading = self._writing.execution_options(isolation_level="REPEATABLE READ")
        try:
            self._look(source) if look else self._make(source, new)
        except BaseException:
            self.close()
            raise

    def _make(self, source: SecretSource, new: bool) -> None:
        with self.write() as connection:
            if not new and not inspect(connection).has_table("coach_key"):
                raise self._empty()
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            seal_with(self._reading.dialect, _key(connection, source, self._where))
            migrate(connection)

    def _look(self, source: SecretSource) -> None:
        self.only_look = f"Las sesiones de «{self._where}» solo se abrieron para verlas."
        with self.read() as connection:
            kept = _kept(connection, self._where) if inspect(connection).has_table("coach_key") else None
            if kept is None:
                raise self._empty()
            refuse_newer(version_of(connection))
            seal_with(self._reading.dialect, shared_key(kept, source)[0].secret)

    def _empty(self) -> KnownError:
        return KnownError(f"Todavía no hay sesiones guardadas en «{self._where}»; guarda una desde su informe.")

    def erase_traces(self) -> None:
        """Nothing that could be done from here: see above."""

    def _told(self) -> AbstractContextManager[None]:
        return _told(self._where)


def open_server(address: str, source: SecretSource, new: bool = True) -> SessionStore:
    """The store at a `postgresql://` address; many computers may have it open at once.

    So what another one is recording right now is left alone: nothing is recovered, nothing is erased by age; shared
    sessions whose day has come are refused (`ExpiredError`). Raises `KnownError` for what the user can mend, and where
    there is none unless it may be `new`.
    """
    return _store(ServerDatabase(address, source, new=new))


def read_server(address: str, source: SecretSource) -> SessionStore:
    """The same for whoever only reads; changes nothing. Raises `KnownError` also where nothing is kept yet."""
    return _store(ServerDatabase(address, source, look=True))


def _store(database: ServerDatabase) -> SessionStore:
    store = SessionStore(database, None)
    try:
        database.refuse(store.shared.over(datetime.now(UTC)))
    except BaseException:
        database.close()
        raise
    return store


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise _no_address(address) from error
    if not url.database or url.drivername not in ("postgresql", "postgres"):
        raise _no_address(address)
    return url.set(drivername="postgresql+psycopg")


def _no_address(address: str) -> KnownError:
    return KnownError(
        f"«{shown_place(address)}» no es la dirección de una base de datos; escribe algo como postgresql://ana@servidor/coach."
    )


def _key(connection: Connection, source: SecretSource, where: str) -> bytes:
    connection.execute(text("CREATE TABLE IF NOT EXISTS coach_key (content TEXT NOT NULL)"))
    kept = _kept(connection, where)
    key, wrapped = shared_key(kept, source)
    if kept is None:
        connection.execute(text("INSERT INTO coach_key VALUES (:content)"), {"content": key_text(wrapped)})
    return key.secret


def _kept(connection: Connection, where: str) -> KeyFile | None:
    content = connection.execute(text("SELECT content FROM coach_key")).scalar()
    return None if content is None else read_key(content.encode(), where)


@contextmanager
def _told(where: str) -> Iterator[None]:
    """Within the block, what the server says is raised as `KnownError` when the user can mend it."""
    try:
        yield
    except DBAPIError as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        state: str = getattr(error.orig, "sqlstate", None) or ""
        kind = UnwritableError if state in _UNWRITABLE else KnownError
        raise kind(sentence.format(where=where)) from error


def _sentence(error: DBAPIError) -> str | None:
    state: Any = getattr(error.orig, "sqlstate", None) or ""
    fitting = [told for start, told in _SENTENCES.items() if state.startswith(start)]
    if fitting:
        return fitting[0]
    if _answered(error):
        return _SHUT
    if isinstance(error, ProgrammingError) and error.statement is None and not state:
        return _STRANGE
    silent = isinstance(error, OperationalError) and (not state or state[:2] in ("08", "57"))
    return _UNREACHABLE if silent or error.connection_invalidated else None


def _answered(error: DBAPIError) -> bool:
    """Whether a server was reached, which asked for a password; its own words are in whatever language it speaks."""
    attempt: Any = getattr(error.orig, "pgconn", None)
    return attempt is not None and bool(attempt.needs_password or attempt.used_password)
