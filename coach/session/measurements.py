"""What the events of a session come to in the store: features in chunks of a minute, every other event as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, delete

from coach.core.events import Event, Features, VoiceFeatures
from coach.session.columns import Row, Stream, Thinner, pack, stream_of
from coach.session.event_codec import encode, moment_of
from coach.session.schema import EVENT, FEATURES

CHUNK_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of one stream up to `end_s`, packed."""

    stream: Stream
    end_s: float
    columns: bytes


@dataclass(frozen=True, slots=True)
class Measurements:
    """All of a session that is over: whoever has them can decide on it anew. Chunks of a stream are in order of time.

    `events` are those that are no features.
    """

    events: Sequence[Event] = ()
    chunks: Sequence[Chunk] = ()


class Collector:
    """Takes the events of one session in whatever order they come, features of a stream in that of time.

    An hour of picture and sound is some 10 MB in memory. Use from one thread.
    """

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._chunks: list[Chunk] = []
        self._rows: dict[Stream, list[Row]] = {"body": [], "voice": []}
        self._thinners: dict[Stream, Thinner] = {stream: Thinner(stream) for stream in self._rows}

    def add(self, event: Event) -> None:
        """Take one in."""
        if not isinstance(event, Features | VoiceFeatures):
            self._events.append(event)
            return
        stream = stream_of(event)
        if self._thinners[stream].takes(event):
            rows = self._rows[stream]
            rows.append(event)
            if event.t - rows[0].t >= CHUNK_S:
                self._pack(stream)

    def measurements(self) -> Measurements:
        """All that came, the events in order of time."""
        for stream, rows in self._rows.items():
            if rows:
                self._pack(stream)
        return Measurements(tuple(sorted(self._events, key=moment_of)), tuple(self._chunks))

    def _pack(self, stream: Stream) -> None:
        rows, self._rows[stream] = self._rows[stream], []
        self._chunks.append(Chunk(stream, rows[-1].t, pack(rows)))


def put_measurements(connection: Connection, session: str, given: Measurements) -> None:
    """Keep them in the place of those before."""
    for table in (EVENT, FEATURES):
        connection.execute(delete(table).where(table.c.session_id == session))
    _insert(
        connection,
        EVENT,
        (
            {"number": number, "t": moment_of(one), "kind": type(one).__name__, "body": encode(one)}
            for number, one in enumerate(given.events)
        ),
        session,
    )
    _insert(
        connection,
        FEATURES,
        (
            {"stream": one.stream, "number": number, "end_s": one.end_s, "columns": one.columns}
            for number, one in enumerate(given.chunks)
        ),
        session,
    )


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, object]], session: str) -> None:
    found = [{"session_id": session, **row} for row in rows]
    if found:
        connection.execute(table.insert(), found)
