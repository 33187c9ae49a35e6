"""The rows that a session begins with, and those of what was found in it."""

from __future__ import annotations

import json
import secrets
import zlib
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, select

from coach.report.record import SessionRecord, to_document
from coach.session.measurements import Measurements, put_measurements
from coach.session.media import put_medium
from coach.session.profiles import put_profile
from coach.session.schema import EVENT, FEATURES, RECORD, SESSION


def insert_session(connection: Connection, state: str, values: dict[str, Any]) -> str:
    """A new session with these columns; its id."""
    id = secrets.token_hex(4)
    connection.execute(SESSION.insert().values(id=id, note="", state=state, **values))
    return id


def put_document(connection: Connection, id: str, record: SessionRecord) -> None:
    """What was found in a session, in the place of what was there."""
    connection.execute(delete(RECORD).where(RECORD.c.session_id == id))
    text = json.dumps(to_document(record), ensure_ascii=False, separators=(",", ":"))
    connection.execute(RECORD.insert().values(session_id=id, document=zlib.compress(text.encode())))


def put_record(connection: Connection, id: str, record: SessionRecord, measured: Measurements | None) -> None:
    """The same, with what it was measured from, where its recording lies, and what was measured, if that is given."""
    put_document(connection, id, record)
    if record.result.profile is not None:
        put_profile(connection, id, record.result.profile)
    medium = Path(record.result.source.path)
    if record.kind == "grabacion" and medium.is_absolute():
        put_medium(connection, id, medium)
    if measured is not None:
        put_measurements(connection, id, measured)


def reached(connection: Connection, id: str) -> float:
    """Seconds up to the last thing that is kept of a session."""
    last = [
        connection.execute(select(func.max(column)).where(session_id == id)).scalar()
        for column, session_id in ((EVENT.c.t, EVENT.c.session_id), (FEATURES.c.end_s, FEATURES.c.session_id))
    ]
    return max((one for one in last if one is not None), default=0.0)
