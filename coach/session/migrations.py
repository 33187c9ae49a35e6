"""How the tables of a store came to be, step by step. Append only: a step that has been released never changes."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, inspect, select
from sqlalchemy.sql import func

from coach.errors import KnownError
from coach.session.schema import SCHEMA

_SESSIONS: Final = (
    """CREATE TABLE session (
        id TEXT PRIMARY KEY, started TEXT NOT NULL, duration_s DOUBLE PRECISION NOT NULL, kind TEXT NOT NULL,
        moment TEXT, client TEXT, note TEXT NOT NULL, state TEXT NOT NULL)""",
    "CREATE INDEX session_by_start ON session (started)",
    """CREATE TABLE record (
        session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE, document {bytes} NOT NULL)""",
    """CREATE TABLE event (
        session_id TEXT REFERENCES session (id) ON DELETE CASCADE, number INTEGER, t DOUBLE PRECISION NOT NULL,
        kind TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (session_id, number))""",
    """CREATE TABLE features (
        session_id TEXT REFERENCES session (id) ON DELETE CASCADE, stream TEXT, number INTEGER,
        end_s DOUBLE PRECISION NOT NULL, columns {bytes} NOT NULL, PRIMARY KEY (session_id, stream, number))""",
    "CREATE TABLE goal (id TEXT PRIMARY KEY, chosen TEXT NOT NULL, note TEXT NOT NULL)",
    "CREATE TABLE kept (name TEXT PRIMARY KEY, document TEXT NOT NULL)",
)
_REVIEW: Final = (
    """CREATE TABLE annotation (
        id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE, author TEXT NOT NULL,
        start_s DOUBLE PRECISION NOT NULL, end_s DOUBLE PRECISION NOT NULL, kind TEXT NOT NULL, signal TEXT,
        text TEXT NOT NULL, verdict TEXT, made_at TEXT NOT NULL)""",
    "CREATE INDEX annotation_by_session ON annotation (session_id)",
    """CREATE TABLE medium (
        session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE, path TEXT NOT NULL)""",
)
_MEASURED: Final = (
    """CREATE TABLE profile (
        session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE, document TEXT NOT NULL)""",
)
_SHARING: Final = (
    """CREATE TABLE shared (
        session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE, origin TEXT NOT NULL,
        received TEXT NOT NULL, expires TEXT NOT NULL)""",
    """CREATE TABLE recording (
        session_id TEXT REFERENCES session (id) ON DELETE CASCADE, number INTEGER, content {bytes} NOT NULL,
        PRIMARY KEY (session_id, number))""",
)
_TAKES: Final = (
    """CREATE TABLE take (
        session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE, key {bytes} NOT NULL)""",
)
_SLOTS: Final = (
    """CREATE TABLE recording_slot (
        session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE, first INTEGER NOT NULL)""",
    """CREATE TABLE person (
        session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE, name TEXT NOT NULL)""",
)
STEPS: Final = (_SESSIONS, _REVIEW, _MEASURED, _SHARING, _TAKES, _SLOTS)
"""The step at place n makes version n + 1."""
_BYTES: Final = {"sqlite": "BLOB", "postgresql": "BYTEA"}


def migrate(connection: Connection, newest: int = len(STEPS)) -> None:
    """Bring the tables up to `newest` within the transaction of `connection`: all of it happens, or nothing.

    Raises `KnownError` for a store that a newer Coach has written.
    """
    version = version_of(connection)
    refuse_newer(version)
    if version == newest:
        return
    if version == 0:
        connection.exec_driver_sql("CREATE TABLE schema_version (version INTEGER PRIMARY KEY)")
    for number, step in enumerate(STEPS[version:newest], version + 1):
        for statement in step:
            connection.exec_driver_sql(statement.format(bytes=_BYTES[connection.dialect.name]))
        connection.execute(SCHEMA.insert().values(version=number))


def refuse_newer(version: int) -> None:
    """Raise `KnownError` for a version that this Coach does not know."""
    if version > len(STEPS):
        raise KnownError(
            f"Tus sesiones las guardó una versión más nueva de Coach (esquema {version}, y esta llega al "
            f"{len(STEPS)}); actualiza Coach para abrirlas. No se tocó nada."
        )


def version_of(connection: Connection) -> int:
    """The version of the tables, 0 where there are none."""
    if not inspect(connection).has_table(SCHEMA.name):
        return 0
    return connection.execute(select(func.max(SCHEMA.c.version))).scalar() or 0
