"""What each session was measured from, so that it can be decided on anew without pictures or sound."""

from __future__ import annotations

import json

from sqlalchemy import Connection, delete, inspect, select

from coach.detectors.profile import Profile, profile_document, profile_from
from coach.session.database import Database
from coach.session.header import refuse_expired
from coach.session.schema import PROFILE


class Profiles:
    """Part of a `SessionStore`; may be asked from any thread and waits for the disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, session: str) -> Profile | None:
        """The neutral of picture and voice, None where it was not known when the session ended."""
        with self._database.read() as connection:
            refuse_expired(connection, session)
            if not inspect(connection).has_table(PROFILE.name):
                return None  # an older Coach wrote the store, and this one only reads it
            document = connection.execute(select(PROFILE.c.document).where(PROFILE.c.session_id == session)).scalar()
        return None if document is None else profile_from(json.loads(document))


def put_profile(connection: Connection, session: str, profile: Profile) -> None:
    """Keep what `session` was measured from, in the place of what was kept before."""
    connection.execute(delete(PROFILE).where(PROFILE.c.session_id == session))
    document = json.dumps(profile_document(profile), separators=(",", ":"))
    connection.execute(PROFILE.insert().values(session_id=session, document=document))
