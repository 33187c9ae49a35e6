"""Sessions of other people, that they shared: kept apart from one's own, and only until the day they chose."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, inspect, select, update

from coach.detectors.profile import Profile
from coach.report.record import SessionRecord
from coach.session.database import Database
from coach.session.header import SessionHeader, columns_of, header_of, stamp
from coach.session.measurements import Measurements, put_measurements
from coach.session.profiles import put_profile
from coach.session.record_rows import insert_session, put_document
from coach.session.schema import PERSON, SESSION, SHARED


@dataclass(frozen=True, slots=True)
class SharedFrom:
    """`origin`: the session's id where it was shared. `received` and `expires` in UTC."""

    origin: str
    received: datetime
    expires: datetime


@dataclass(frozen=True, slots=True)
class Received:
    """All that came along with a session, checked already; `person`: what stands for whoever shared it, if known."""

    origin: SharedFrom
    record: SessionRecord
    measurements: Measurements = field(default_factory=Measurements)
    profile: Profile | None = None
    person: str | None = None


class Shared:
    """Part of a `SessionStore`; every method may be called from any thread and waits for the disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sessions(self) -> list[SessionHeader]:
        """Those of other people, newest first."""
        with self._database.read() as connection:
            if not _known(connection):
                return []
            query = select(SESSION).where(SESSION.c.id.in_(select(SHARED.c.session_id)))
            rows = connection.execute(query.order_by(SESSION.c.started.desc(), SESSION.c.id)).all()
        return [header_of(row) for row in rows]

    def of(self, session: str) -> SharedFrom | None:
        """Where a session comes from; None for one's own."""
        with self._database.read() as connection:
            if not _known(connection):
                return None
            row = connection.execute(select(SHARED).where(SHARED.c.session_id == session)).one_or_none()
        if row is None:
            return None
        return SharedFrom(row.origin, datetime.fromisoformat(row.received), datetime.fromisoformat(row.expires))

    def put(self, received: Received) -> str:
        """Keep it; its id here. One that is here already keeps its id and what was noted on it."""
        with self._database.write() as connection:
            id = _found(connection, received) or insert_session(connection, "whole", columns_of(received.record))
            connection.execute(delete(SHARED).where(SHARED.c.session_id == id))
            times = {"received": stamp(received.origin.received), "expires": stamp(received.origin.expires)}
            connection.execute(SHARED.insert().values(session_id=id, origin=received.origin.origin, **times))
            _fill(connection, id, received)
        return id

    def person(self, session: str) -> str | None:
        """What stands for whoever shared a session: the same in all that they share. None where that is not known."""
        with self._database.read() as connection:
            if not inspect(connection).has_table(PERSON.name):
                return None  # an older Coach wrote the store, and this one only reads it
            found: str | None = connection.execute(select(PERSON.c.name).where(PERSON.c.session_id == session)).scalar()
        return found

    def over(self, now: datetime) -> dict[str, datetime]:
        """Those whose day has come, and which day that was; whoever may write erases them (`expire`)."""
        with self._database.read() as connection:
            if not _known(connection):
                return {}
            query = select(SHARED.c.session_id, SHARED.c.expires).where(SHARED.c.expires <= stamp(now))
            return {row.session_id: datetime.fromisoformat(row.expires) for row in connection.execute(query)}

    def expire(self, now: datetime) -> int:
        """Erase those whose day has come; how many there were.

        Where nothing can be written they stay, and are refused all the same (`Database.refuse`).
        """
        if self._database.only_look is not None:
            return 0
        with self._database.write() as connection:
            over = select(SHARED.c.session_id).where(SHARED.c.expires <= stamp(now))
            erased = connection.execute(delete(SESSION).where(SESSION.c.id.in_(over))).rowcount
        if erased:
            self._database.erase_traces()
        return erased


def own(connection: Connection) -> ColumnElement[bool]:
    """What holds for the sessions of this store's own agent alone."""
    if not _known(connection):
        return SESSION.c.id.is_not(None)
    return SESSION.c.id.not_in(select(SHARED.c.session_id))


def _known(connection: Connection) -> bool:
    """False where an older Coach wrote the store, and this one only reads it."""
    return inspect(connection).has_table(SHARED.name)


def _found(connection: Connection, received: Received) -> str | None:
    """The same session, shared before: ids are random, but short, so that the beginning must be the same too."""
    same = (SHARED.c.origin == received.origin.origin) & (SESSION.c.started == stamp(received.record.started))
    query = select(SESSION.c.id).join(SHARED, SHARED.c.session_id == SESSION.c.id).where(same)
    found: str | None = connection.execute(query).scalar()
    if found is not None:
        connection.execute(update(SESSION).where(SESSION.c.id == found).values(columns_of(received.record)))
    return found


def _fill(connection: Connection, id: str, received: Received) -> None:
    put_document(connection, id, received.record)
    put_measurements(connection, id, received.measurements)
    if received.profile is not None:
        put_profile(connection, id, received.profile)
    connection.execute(delete(PERSON).where(PERSON.c.session_id == id))
    if received.person is not None:
        connection.execute(PERSON.insert().values(session_id=id, name=received.person))
