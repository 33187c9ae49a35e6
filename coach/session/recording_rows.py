"""Recordings that lie in the store itself, in rows of one length.

Each lies in a slot of row numbers of its own, and which slot it is stands in one row: another recording is written
whole beside the one that is there, then that row is changed. So whoever is ended in the middle of it loses neither.
"""

from __future__ import annotations

import contextlib
import io
import secrets
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    delete,
    func,
    inspect,
    or_,
    select,
)

from coach.errors import KnownError
from coach.session.database import Database
from coach.session.header import refuse_expired, require_session
from coach.session.schema import RECORDING, RECORDING_SLOT
from coach.session.seekable import Seekable

CHUNK_BYTES: Final = 262_144
"""All but the last of a recording are this long, so that any place of it is found at once."""
_AT_ONCE: Final = 32
"""Chunks in one transaction: 8 MiB, so that nobody who also writes waits for long."""
_SLOT: Final = 2**20
"""Chunks that fit into a slot: a quarter of a TiB."""
_SLOTS: Final = 2**11
"""As many as there are numbers of 31 bits; in the first lie recordings from before there were any."""


class Rows:
    """Part of `Recordings`, which tells what its methods do."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, session: str, blocks: Iterable[bytes]) -> None:
        """Keep a recording in the place of the one before, if any; some of it at a time."""
        with self._database.read() as connection:
            require_session(connection, session)
            taken = _first(connection, session) // _SLOT
        first = _SLOT * secrets.choice([slot for slot in range(1, _SLOTS) if slot != taken])
        try:
            self._turn_to(session, first, self._write(session, first, blocks))
        except BaseException:
            with contextlib.suppress(KnownError):  # a disk that is full may refuse this too; `recover` does it then
                self._erase(_in_slot(session, first))
            raise
        self._database.erase_traces()

    def remove(self, session: str) -> None:
        """Erase it."""
        with self._database.read() as connection:
            require_session(connection, session)
        self._erase(RECORDING.c.session_id == session)

    def recover(self) -> None:
        """Erase what is left of recordings whose writer was ended in the middle."""
        with self._database.read() as connection:
            if not connection.execute(select(RECORDING.c.session_id).limit(1)).first():
                return
        mine = RECORDING_SLOT.c.session_id == RECORDING.c.session_id
        first = func.coalesce(select(RECORDING_SLOT.c.first).where(mine).scalar_subquery(), 0)
        self._erase(or_(RECORDING.c.number < first, RECORDING.c.number > first + (_SLOT - 1)))

    def open(self, session: str) -> BinaryIO | None:
        """Reads a row at a time."""
        with self._database.read() as connection:
            refuse_expired(connection, session)
            if not inspect(connection).has_table(RECORDING.name):
                return None  # an older Coach wrote the store, and this one only reads it
            first = _first(connection, session)
            highest = select(func.max(RECORDING.c.number)).where(_in_slot(session, first))
            last: int | None = connection.execute(highest).scalar()
        if last is None:
            return None
        length = (last - first) * CHUNK_BYTES + len(_content(self._database, session, last))
        return io.BufferedReader(_Stored(self._database, session, first, length), CHUNK_BYTES)

    def _write(self, session: str, first: int, blocks: Iterable[bytes]) -> int:
        """How many rows there are now from `first` on."""
        waiting: list[dict[str, object]] = []
        count = 0
        for count, chunk in enumerate(_even(blocks), 1):
            waiting.append({"session_id": session, "number": first + count - 1, "content": chunk})
            if len(waiting) == _AT_ONCE:
                self._insert(waiting)
                waiting = []
        if waiting:
            self._insert(waiting)
        return count

    def _turn_to(self, session: str, first: int, count: int) -> None:
        """From now on the recording is the one of `count` rows from `first` on; the others go, all at once."""
        mine, new = RECORDING.c.session_id == session, _in_slot(session, first)
        with self._database.write() as connection:
            require_session(connection, session)
            if connection.execute(select(func.count()).where(new)).scalar() != count:
                raise KnownError("Otra computadora guardó esta grabación a la vez; vuelve a intentarlo.")
            connection.execute(delete(RECORDING_SLOT).where(RECORDING_SLOT.c.session_id == session))
            connection.execute(RECORDING_SLOT.insert().values(session_id=session, first=first))
            connection.execute(delete(RECORDING).where(mine & ~new))

    def _erase(self, which: ColumnElement[bool]) -> None:
        with self._database.write() as connection:
            erased = connection.execute(delete(RECORDING).where(which)).rowcount
        if erased:
            self._database.erase_traces()

    def _insert(self, rows: list[dict[str, object]]) -> None:
        with self._database.write() as connection:
            connection.execute(RECORDING.insert(), rows)


class _Stored(Seekable):
    """Reads a recording chunk by chunk."""

    def __init__(self, database: Database, session: str, first: int, length: int) -> None:
        super().__init__(length)
        self._database, self._session, self._first = database, session, first

    def part(self, place: int, most: int) -> bytes:
        number, within = divmod(place, CHUNK_BYTES)
        return _content(self._database, self._session, self._first + number)[within : within + most]


def _first(connection: Connection, session: str) -> int:
    """The number of the first row of a session's recording."""
    if not inspect(connection).has_table(RECORDING_SLOT.name):
        return 0  # an older Coach wrote the store, and this one only reads it
    found: int | None = connection.execute(
        select(RECORDING_SLOT.c.first).where(RECORDING_SLOT.c.session_id == session)
    ).scalar()
    return found or 0


def _in_slot(session: str, first: int) -> ColumnElement[bool]:
    """The rows of a session from `first` on, up to the end of the slot, beyond which there may be no number."""
    return (RECORDING.c.session_id == session) & RECORDING.c.number.between(first, first + _SLOT - 1)


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
