"""Where the recording of a session lies, as long as the agent leaves it there; the recording itself is not kept."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

from sqlalchemy import Connection, delete, inspect, select

from coach.session.database import Database
from coach.session.header import require_session
from coach.session.schema import MEDIUM


class Media:
    """Part of a `SessionStore`; every method may be called from any thread and waits for the disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, session: str) -> Path | None:
        """The recording, if it was told where it lies; it may have gone since."""
        with self._database.read() as connection:
            if not inspect(connection).has_table(MEDIUM.name):
                return None  # an older Coach wrote the store, and this one only reads it
            path = connection.execute(select(MEDIUM.c.path).where(MEDIUM.c.session_id == session)).scalar()
        return None if path is None else Path(path)

    def all(self) -> dict[str, Path]:
        """The recordings of every session that has one, by its id."""
        with self._database.read() as connection:
            if not inspect(connection).has_table(MEDIUM.name):
                return {}  # an older Coach wrote the store, and this one only reads it
            return {row.session_id: Path(row.path) for row in connection.execute(select(MEDIUM))}

    def names(self) -> dict[str, str]:
        """What the recordings are called, by the session's id, on whichever system they were named."""
        return {id: PureWindowsPath(path).name for id, path in self.all().items()}  # it knows both kinds of separator

    def put(self, session: str, file: Path) -> None:
        """The recording of `session` lies there now. Raises `KnownError` when there is no such session."""
        with self._database.write() as connection:
            require_session(connection, session)
            put_medium(connection, session, file.absolute())


def put_medium(connection: Connection, session: str, file: Path) -> None:
    """The same within a transaction; `file` is absolute."""
    connection.execute(delete(MEDIUM).where(MEDIUM.c.session_id == session))
    connection.execute(MEDIUM.insert().values(session_id=session, path=str(file)))
