"""Recordings that lie in the store itself, in rows of one length."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from sqlalchemy import delete, func, inspect, select

from coach.session.database import Database
from coach.session.header import refuse_expired, require_session
from coach.session.schema import RECORDING
from coach.session.seekable import Seekable

CHUNK_BYTES: Final = 262_144
"""All but the last of a recording are this long, so that any place of it is found at once."""
_AT_ONCE: Final = 32
"""Chunks in one transaction: 8 MiB, so that nobody who also writes waits for long."""


class Rows:
    """Part of `Recordings`, which tells what its methods do."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, session: str, blocks: Iterable[bytes]) -> None:
        """Keep the recording of a session that has none; some of it at a time."""
        waiting: list[dict[str, object]] = []
        for number, chunk in enumerate(_even(blocks)):
            waiting.append({"session_id": session, "number": number, "content": chunk})
            if len(waiting) == _AT_ONCE:
                self._insert(waiting)
                waiting = []
        if waiting:
            self._insert(waiting)

    def remove(self, session: str) -> None:
        """Erase it."""
        with self._database.write() as connection:
            require_session(connection, session)
            erased = connection.execute(delete(RECORDING).where(RECORDING.c.session_id == session)).rowcount
        if erased:
            self._database.erase_traces()

    def open(self, session: str) -> BinaryIO | None:
        """Reads a row at a time."""
        length = self._length(session)
        return io.BufferedReader(_Stored(self._database, session, length), CHUNK_BYTES) if length else None

    def _length(self, session: str) -> int:
        mine = RECORDING.c.session_id == session
        with self._database.read() as connection:
            refuse_expired(connection, session)
            if not inspect(connection).has_table(RECORDING.name):
                return 0  # an older Coach wrote the store, and this one only reads it
            last = connection.execute(select(func.max(RECORDING.c.number)).where(mine)).scalar()
        if last is None:
            return 0
        return int(last) * CHUNK_BYTES + len(_content(self._database, session, last))

    def _insert(self, rows: list[dict[str, object]]) -> None:
        with self._database.write() as connection:
            connection.execute(RECORDING.insert(), rows)


class _Stored(Seekable):
    """Reads a recording chunk by chunk."""

    def __init__(self, database: Database, session: str, length: int) -> None:
        super().__init__(length)
        self._database, self._session = database, session

    def part(self, place: int, most: int) -> bytes:
        number, within = divmod(place, CHUNK_BYTES)
        return _content(self._database, self._session, number)[within : within + most]


def _content(database: Database, session: str, number: int) -> bytes:
    mine = (RECORDING.c.session_id == session) & (RECORDING.c.number == number)
    with database.read() as connection:
        content = connection.execute(select(RECORDING.c.content).where(mine)).scalar()
    return b"" if content is None else bytes(content)  # erased while it was read


def _even(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, `CHUNK_BYTES` at a time."""
    waiting = bytearray()
    for block in blocks:
        waiting += block
        while len(waiting) >= CHUNK_BYTES:
            yield bytes(waiting[:CHUNK_BYTES])
            del waiting[:CHUNK_BYTES]
    if waiting:
        yield bytes(waiting)
