"""The tables of a store as they are now; `migrations.py` tells how they came to be.

Nothing in here is SQLite's own, so that the same tables stand in a server's database, where what was found, noted and
measured is sealed (`sealed.py`).
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Double, ForeignKey, Integer, MetaData, Table, Text

from coach.session.sealed import SealedBytes, SealedText

METADATA: Final = MetaData()


def _of_session() -> Column[str]:
    """What goes with its session when that is deleted."""
    return Column("session_id", Text, ForeignKey("session.id", ondelete="CASCADE"), primary_key=True)


SESSION: Final = Table(
    "session",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("started", Text, nullable=False),  # ISO 8601 in UTC: their order is that of time
    Column("duration_s", Double, nullable=False),
    Column("kind", Text, nullable=False),
    Column("moment", SealedText("session.moment")),
    Column("client", SealedText("session.client")),
    Column("note", SealedText("session.note"), nullable=False),
    Column("state", Text, nullable=False),
)
RECORD: Final = Table(
    "record",
    METADATA,
    _of_session(),
    Column("document", SealedBytes("record.document"), nullable=False),  # JSON, deflated
)
EVENT: Final = Table(
    "event",
    METADATA,
    _of_session(),
    Column("number", Integer, primary_key=True),
    Column("t", Double, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", SealedText("event.body"), nullable=False),  # JSON
)
FEATURES: Final = Table(
    "features",
    METADATA,
    _of_session(),
    Column("stream", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("end_s", Double, nullable=False),
    Column("columns", SealedBytes("features.columns"), nullable=False),
)
GOAL: Final = Table(
    "goal",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("chosen", Text, nullable=False),  # ISO 8601 in UTC
    Column("note", SealedText("goal.note"), nullable=False),
)
KEPT: Final = Table(
    "kept",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("document", SealedText("kept.document"), nullable=False),  # JSON
)
ANNOTATION: Final = Table(
    "annotation",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("session_id", Text, ForeignKey("session.id", ondelete="CASCADE"), nullable=False),
    Column("author", SealedText("annotation.author"), nullable=False),
    Column("start_s", Double, nullable=False),
    Column("end_s", Double, nullable=False),
    Column("kind", Text, nullable=False),
    Column("signal", SealedText("annotation.signal")),
    Column("text", SealedText("annotation.text"), nullable=False),
    Column("verdict", SealedText("annotation.verdict")),
    Column("made_at", Text, nullable=False),  # ISO 8601 in UTC
)
MEDIUM: Final = Table("medium", METADATA, _of_session(), Column("path", SealedText("medium.path"), nullable=False))
PROFILE: Final = Table(
    "profile", METADATA, _of_session(), Column("document", SealedText("profile.document"), nullable=False)
)  # JSON
SHARED: Final = Table(
    "shared",
    METADATA,
    _of_session(),
    Column("origin", Text, nullable=False),
    Column("received", Text, nullable=False),  # ISO 8601 in UTC
    Column("expires", Text, nullable=False),  # ISO 8601 in UTC
)
RECORDING: Final = Table(
    "recording",
    METADATA,
    _of_session(),
    Column("number", Integer, primary_key=True),
    Column("content", SealedBytes("recording.content"), nullable=False),
)
RECORDING_SLOT: Final = Table("recording_slot", METADATA, _of_session(), Column("first", Integer, nullable=False))
PERSON: Final = Table("person", METADATA, _of_session(), Column("name", SealedText("person.name"), nullable=False))
SCHEMA: Final = Table("schema_version", METADATA, Column("version", Integer, primary_key=True))
