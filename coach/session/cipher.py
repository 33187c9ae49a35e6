"""The one door to SQLCipher: encrypted connections to a store's file, pooled by SQLAlchemy."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from coach.session.full_disk import is_full
from coach.session.key import StoreKey

PAGE_BYTES: Final = 4096
_BUSY_S: Final = 5.0
"""How long one connection waits for another to finish writing; each of ours writes for milliseconds."""
_ON_OPENING: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    # A commit is on the disk when it returns: what a power cut loses is what a kill loses.
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
)


def connect(file: Path, key: StoreKey, how: str = "") -> Any:
    """A connection of the DBAPI. Makes the file when there is none; nothing is read before the first statement."""
    where = file.absolute().as_uri() + how
    connection = dbapi2.connect(where, uri=True, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
    try:
        # Why a page cannot be read comes back as an error code; SQLCipher would write it to stderr too.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.secret.hex()}{key.salt.hex()}'\"")
        connection.execute(f"PRAGMA cipher_page_size = {PAGE_BYTES}")
        for pragma in _ON_OPENING:
            connection.execute(pragma)
    except BaseException:
        connection.close()  # while it is open here, Windows lets nobody set the damaged file aside
        raise
    return connection


def engine(file: Path, key: StoreKey, how: str = "") -> Engine:
    """Connections to `file` for any thread; they read by default and write where `writing` is asked for."""
    made = create_engine(
        "sqlite://", module=dbapi2, creator=lambda: connect(file, key, how), poolclass=QueuePool, pool_size=3
    )
    event.listen(made, "begin", _begin)
    return made


def unwritable(file: Path) -> str:
    """How to open a store whose folder cannot be written, or has no room for anything, "" for any other.

    SQLite would make an index of the log beside the file, although there is no log. Where there is one somebody may be
    writing, and nothing is taken for still.
    """
    closed = not os.access(file.parent, os.W_OK) or is_full(file.parent)
    still = closed and not file.with_name(file.name + "-wal").exists()
    return "?immutable=1" if still else ""


def writing(reading: Engine) -> Engine:
    """The same connections, in transactions that take the right to write before they read anything."""
    return reading.execution_options(begin="BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    """The driver's own transactions would leave out statements that define tables."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def whole(file: Path, key: StoreKey) -> bool:
    """Whether every page of a store and of its log can be read; changes neither, not even by closing them."""
    connection = connect(file, key, "?mode=ro")
    try:
        return bool(connection.execute("PRAGMA quick_check").fetchall() == [("ok",)])
    finally:
        connection.close()


def create_encrypted(file: Path, key: StoreKey) -> None:
    """Make an empty store in WAL mode that gives deleted pages back, readable to its owner alone."""
    os.close(os.open(file, os.O_CREAT | os.O_EXCL, 0o600))
    connection = connect(file, key)
    try:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()
