"""Sessions kept on this computer, encrypted: what was found, what it was found from, what the agent wants to work on.

Made by `open_store`. Every method may be called from any thread, waits for the disk, and raises `KnownError` for what
the user can mend; the window calls them through `StoreWorker`.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import delete, select, update

from coach.core.events import Event
from coach.errors import KnownError
from coach.report.record import SessionKind, SessionRecord, from_document
from coach.session import event_codec
from coach.session.annotations import Annotations
from coach.session.columns import Row, Stream, unpack
from coach.session.database import Database
from coach.session.folder_lock import FolderLock
from coach.session.header import SessionHeader, columns_of, header_of, require_session, stamp
from coach.session.measurements import Measurements
from coach.session.media import Media
from coach.session.profiles import Profiles
from coach.session.record_rows import insert_session, put_record, reached
from coach.session.recordings import Recordings
from coach.session.schema import EVENT, FEATURES, GOAL, KEPT, RECORD, SESSION
from coach.session.shared import Shared, own
from coach.session.writer import SessionWriter


@dataclass(frozen=True, slots=True)
class Goal:
    """What the agent chose to work on: `id` of a signal, finding, gauge or drill; `note` in their own words."""

    id: str
    chosen: datetime
    note: str = ""


class SessionStore:
    """The sessions of one folder.

    `recovered`: those that Coach ended in the middle of and that have no record yet, found when it was opened.
    `annotations`, `media` and `profiles`: what people noted on them, where their recordings lie, and what they were
    measured from. `recordings` and `shared`: picture and sound that are kept with them, and the sessions of others.
    """

    def __init__(self, database: Database, lock: FolderLock | None, takes: Path | None = None) -> None:
        """`lock`: held by the one that may write; None for one that only reads. `takes`: folder of what is recorded."""
        self.recovered: tuple[SessionHeader, ...] = ()
        self._database, self._lock = database, lock
        self.annotations, self.media = Annotations(database), Media(database)
        self.profiles, self.shared = Profiles(database), Shared(database)
        self.recordings = Recordings(database, takes)
        self._writers: list[SessionWriter] = []

    @property
    def only_look(self) -> str | None:
        """Why nothing can be written, a sentence; None where it can."""
        return self._database.only_look

    @property
    def person(self) -> str | None:
        """What stands for the one person whose store it is, None for one that many people use."""
        return self._database.person

    def look_only(self, why: str) -> None:
        """From now on nothing is written; whoever tries is told so (`UnwritableError`)."""
        self._database.only_look = why

    def sessions(self) -> list[SessionHeader]:
        """Every session of the agent's own, newest first; those of other people are `shared`."""
        with self._database.read() as connection:
            query = select(SESSION).where(own(connection))
            rows = connection.execute(query.order_by(SESSION.c.started.desc(), SESSION.c.id)).all()
        return [header_of(row) for row in rows]

    def save(self, record: SessionRecord, measured: Measurements | None = None) -> str:
        """Keep a session that is over, with what was measured in it, if that is given; its id."""
        with self._database.write() as connection:
            id = insert_session(connection, "whole", columns_of(record))
            put_record(connection, id, record, measured)
        return id

    def begin(self, kind: SessionKind, started: datetime, on_error: Callable[[Exception], None]) -> SessionWriter:
        """Start to keep a running session; `finish` it. `on_error` hears once why it cannot be kept any longer."""
        with self._database.write() as connection:
            values = {"started": stamp(started), "duration_s": 0.0, "kind": kind, "moment": None, "client": None}
            id = insert_session(connection, "running", values)
        writer = SessionWriter(id, self._database, on_error)
        self._writers.append(writer)
        return writer

    def finish(self, writer: SessionWriter, record: SessionRecord) -> str:
        """Write what still waits and the record of the session that is over; its id. What failed can be tried again."""
        writer.close()
        self.attach(writer.id, record)
        self._writers.remove(writer)
        return writer.id

    def drop(self, writer: SessionWriter) -> None:
        """Erase a running session that is not worth keeping."""
        writer.close()
        self._writers.remove(writer)
        self.delete(writer.id)

    def attach(self, id: str, record: SessionRecord, measured: Measurements | None = None) -> None:
        """Put `record` in the place of the one that the session has, if any (a recovered one has none).

        `measured`, if given, takes the place of what was measured. Raises `KnownError` when there is no such session.
        """
        with self._database.write() as connection:
            state = require_session(connection, id)
            values = columns_of(record) | {"state": "whole" if state == "running" else state}
            connection.execute(update(SESSION).where(SESSION.c.id == id).values(values))
            put_record(connection, id, record, measured)

    def load(self, id: str) -> SessionRecord:
        """What was found in a session. Raises `KnownError` when there is none, or it has no record yet."""
        with self._database.read() as connection:
            require_session(connection, id)
            document = connection.execute(select(RECORD.c.document).where(RECORD.c.session_id == id)).scalar()
        if document is None:
            raise KnownError(f"La sesión «{id}» se interrumpió antes de tener su informe; abre Coach para hacérselo.")
        return from_document(json.loads(zlib.decompress(document)))

    def measured(self) -> set[str]:
        """The ids of all sessions that something is kept of to decide on anew."""
        with self._database.read() as connection:
            return set(connection.execute(select(FEATURES.c.session_id).distinct()).scalars())

    def check(self, id: str) -> None:
        """Raises `KnownError` when there is no such session, or it may no longer be read."""
        with self._database.read() as connection:
            require_session(connection, id)

    def delete(self, id: str) -> None:
        """Erase a session and all that came with it, from the disk too. Raises `KnownError` when there is none."""
        with self._database.write() as connection:
            require_session(connection, id)
            connection.execute(delete(SESSION).where(SESSION.c.id == id))
        self.recordings.sweep()
        self._database.erase_traces()

    def delete_older(self, than: datetime) -> int:
        """Erase the agent's own sessions that began before; how many there were."""
        with self._database.write() as connection:
            older = (SESSION.c.started < stamp(than)) & own(connection)
            erased = connection.execute(delete(SESSION).where(older)).rowcount
        if erased:
            self.recordings.sweep()
            self._database.erase_traces()
        return erased

    def set_note(self, id: str, note: str) -> None:
        """The agent's own words about a session. Raises `KnownError` when there is none."""
        with self._database.write() as connection:
            require_session(connection, id)
            connection.execute(update(SESSION).where(SESSION.c.id == id).values(note=note))

    def events(self, id: str, kinds: Collection[type] = ()) -> list[Event]:
        """The events of a session in the order they came, features excepted; only these `kinds`, if any are given."""
        query = select(EVENT.c.kind, EVENT.c.body).where(EVENT.c.session_id == id).order_by(EVENT.c.number)
        if kinds:
            query = query.where(EVENT.c.kind.in_([kind.__name__ for kind in kinds]))
        with self._database.read() as connection:
            require_session(connection, id)
            rows = connection.execute(query).all()
        return [event_codec.decode(kind, body) for kind, body in rows]

    def features(self, id: str, stream: Stream) -> Iterator[Row]:
        """The features of a session in order of time; a chunk at a time is in memory."""
        mine = (FEATURES.c.session_id == id) & (FEATURES.c.stream == stream)
        with self._database.read() as connection:
            require_session(connection, id)
            numbers = connection.execute(select(FEATURES.c.number).where(mine).order_by(FEATURES.c.number)).scalars()
            waiting = list(numbers)
        for number in waiting:
            with self._database.read() as connection:
                query = select(FEATURES.c.columns).where(mine & (FEATURES.c.number == number))
                chunk = connection.execute(query).scalar_one()
            yield from unpack(stream, chunk)

    def goals(self) -> list[Goal]:
        """What the agent chose to work on, newest first."""
        with self._database.read() as connection:
            rows = connection.execute(select(GOAL).order_by(GOAL.c.chosen.desc(), GOAL.c.id)).all()
        return [Goal(row.id, datetime.fromisoformat(row.chosen), row.note) for row in rows]

    def set_goal(self, goal: Goal) -> None:
        """Choose a goal; it takes the place of the one with its id."""
        with self._database.write() as connection:
            connection.execute(delete(GOAL).where(GOAL.c.id == goal.id))
            connection.execute(GOAL.insert().values(id=goal.id, chosen=stamp(goal.chosen), note=goal.note))

    def drop_goal(self, id: str) -> None:
        """Leave a goal."""
        with self._database.write() as connection:
            connection.execute(delete(GOAL).where(GOAL.c.id == id))

    def keep(self, name: str, document: dict[str, Any]) -> None:
        """Keep a document that belongs to no session (`perfil`, `consentimiento`) in the place of the one before."""
        with self._database.write() as connection:
            connection.execute(delete(KEPT).where(KEPT.c.name == name))
            connection.execute(KEPT.insert().values(name=name, document=json.dumps(document, ensure_ascii=False)))

    def kept(self, name: str) -> dict[str, Any] | None:
        """What `keep` was given last, None before."""
        with self._database.read() as connection:
            document = connection.execute(select(KEPT.c.document).where(KEPT.c.name == name)).scalar()
        return None if document is None else dict(json.loads(document))

    def forget(self, name: str) -> None:
        """Erase such a document, if there is one."""
        with self._database.write() as connection:
            connection.execute(delete(KEPT).where(KEPT.c.name == name))
        self._database.erase_traces()

    def recover(self) -> None:
        """Close the sessions that were running when Coach ended, with what there is of them."""
        with self._database.write() as connection:
            for id in list(connection.execute(select(SESSION.c.id).where(SESSION.c.state == "running")).scalars()):
                values = {"state": "recovered", "duration_s": reached(connection, id)}
                connection.execute(update(SESSION).where(SESSION.c.id == id).values(values))
            without_record = SESSION.c.id.not_in(select(RECORD.c.session_id))
            found = connection.execute(select(SESSION).where(SESSION.c.state == "recovered", without_record)).all()
        self.recovered = tuple(header_of(row) for row in found)

    def close(self) -> None:
        """Write what waits, join every writer, let others in; safe to call twice."""
        for writer in self._writers:
            writer.close()
        self._database.close()
        if self._lock is not None:
            self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
