"""What people noted on sessions, in the store: each is on the disk once `put` returns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, inspect, select

from coach.review.annotation import Annotation
from coach.session.database import Database
from coach.session.header import require_session, stamp
from coach.session.schema import ANNOTATION


class Annotations:
    """Part of a `SessionStore`; every method may be called from any thread and waits for the disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, session: str) -> list[Annotation]:
        """Those on one session, in order of time. Raises `KnownError` when there is no such session."""
        with self._database.read() as connection:
            require_session(connection, session)
            return _read(connection, ANNOTATION.c.session_id == session)

    def all(self) -> list[Annotation]:
        """Those on every session, session by session."""
        with self._database.read() as connection:
            return _read(connection)

    def counts(self) -> dict[str, int]:
        """How many there are on each session that has any."""
        with self._database.read() as connection:
            if not inspect(connection).has_table(ANNOTATION.name):
                return {}  # an older Coach wrote the store, and this one only reads it
            query = select(ANNOTATION.c.session_id, func.count()).group_by(ANNOTATION.c.session_id)
            return {row[0]: row[1] for row in connection.execute(query)}

    def put(self, annotations: Iterable[Annotation]) -> None:
        """Keep these, each in the place of the one with its id, if any; all of them or none.

        Raises `KnownError` when there is no such session.
        """
        rows = [_row(one) for one in annotations]
        if not rows:
            return
        with self._database.write() as connection:
            for session in {row["session_id"] for row in rows}:
                require_session(connection, session)
            connection.execute(delete(ANNOTATION).where(ANNOTATION.c.id.in_([row["id"] for row in rows])))
            connection.execute(ANNOTATION.insert(), rows)

    def remove(self, ids: Iterable[str]) -> None:
        """Erase those of these ids that there are."""
        with self._database.write() as connection:
            connection.execute(delete(ANNOTATION).where(ANNOTATION.c.id.in_(list(ids))))


def _read(connection: Connection, *which: Any) -> list[Annotation]:
    if not inspect(connection).has_table(ANNOTATION.name):
        return []  # an older Coach wrote the store, and this one only reads it
    order = (ANNOTATION.c.session_id, ANNOTATION.c.start_s, ANNOTATION.c.end_s, ANNOTATION.c.id)
    return [_annotation(row) for row in connection.execute(select(ANNOTATION).where(*which).order_by(*order))]


def _row(annotation: Annotation) -> dict[str, Any]:
    """The columns are called as the fields are; only the session is told by its id."""
    values = {name: getattr(annotation, name) for name in Annotation.__slots__ if name != "session"}
    return values | {"session_id": annotation.session, "made_at": stamp(annotation.made_at)}


def _annotation(row: Any) -> Annotation:
    values = dict(row._mapping)
    session = values.pop("session_id")
    return Annotation(**values | {"session": session, "made_at": datetime.fromisoformat(values["made_at"])})
