"""Keeps a running session: what it tells is on the disk within a second, so that a crash loses next to nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any, Final

from sqlalchemy import Connection, delete

from coach.core.events import Event, Features, VoiceFeatures
from coach.errors import KnownError
from coach.session.columns import Row, Stream, Thinner, pack, stream_of
from coach.session.database import Database
from coach.session.event_codec import encode, moment_of
from coach.session.measurements import CHUNK_S
from coach.session.schema import EVENT, FEATURES

_EVERY_S: Final = 0.5
_MOST: Final = 20_000
"""Events that may wait: some five minutes of a session while the disk does not answer."""


class SessionWriter:
    """Made by `SessionStore.begin`. One thread writes; `add` may be called from any other and never waits."""

    def __init__(self, id: str, database: Database, on_error: Callable[[Exception], None]) -> None:
        """`on_error` is called at most once, from the writing thread or from `add`; nothing is kept after it."""
        self.id = id
        self._database = database
        self._on_error = on_error
        self._wake = threading.Condition()
        self._waiting: list[Event] = []
        self._ended = False
        self._failed = False
        self._number = 0
        self._streams: dict[Stream, _Chunks] = {"body": _Chunks("body"), "voice": _Chunks("voice")}
        self._thread = threading.Thread(target=self._run, name="session-writer")
        self._thread.start()

    def add(self, events: Iterable[Event]) -> None:
        """Keep these too, soon."""
        with self._wake:
            if self._ended or self._failed:
                return
            self._waiting.extend(events)
            late = len(self._waiting) > _MOST
        if late:
            self._fail(KnownError("El disco no alcanza a guardar la sesión; lo que ya se guardó se conserva."))

    def close(self) -> None:
        """Write what waits and join the thread; safe to call twice."""
        with self._wake:
            self._ended = True
            self._wake.notify()
        self._thread.join()

    @property
    def failed(self) -> bool:
        """Whether some of the session could not be kept."""
        return self._failed

    def _run(self) -> None:
        ended = False
        while not ended and not self._failed:
            with self._wake:
                if not self._ended:
                    self._wake.wait(_EVERY_S)
                ended, events, self._waiting = self._ended, self._waiting, []
            if not events:
                continue
            try:
                with self._database.write() as connection:
                    self._write(connection, events)
            except Exception as error:
                self._fail(error)

    def _fail(self, error: Exception) -> None:
        with self._wake:
            first, self._failed, self._waiting = not self._failed, True, []
            self._wake.notify()
        if first:
            self._on_error(error)

    def _write(self, connection: Connection, events: list[Event]) -> None:
        rows: list[dict[str, Any]] = []
        for event in events:
            if isinstance(event, Features | VoiceFeatures):
                self._streams[stream_of(event)].add(event)
                continue
            kind = type(event).__name__
            rows.append({"number": self._number, "t": moment_of(event), "kind": kind, "body": encode(event)})
            self._number += 1
        if rows:
            connection.execute(EVENT.insert(), [{"session_id": self.id, **row} for row in rows])
        for stream in self._streams.values():
            stream.write(connection, self.id)


class _Chunks:
    """One stream's features: small chunks as they come, which become one chunk a minute, a fifth of the size."""

    def __init__(self, stream: Stream) -> None:
        self._stream: Stream = stream
        self._thinner = Thinner(stream)
        self._minute: list[Row] = []
        self._new: list[Row] = []
        self._number = 0
        self._first_of_minute = 0

    def add(self, row: Row) -> None:
        """Keep a row, unless it follows too closely."""
        if self._thinner.takes(row):
            self._new.append(row)

    def write(self, connection: Connection, session_id: str) -> None:
        """Write what is new."""
        if not self._new:
            return
        self._minute += self._new
        whole = self._minute[-1].t - self._minute[0].t >= CHUNK_S
        rows = self._minute if whole else self._new
        if whole:
            small = (FEATURES.c.session_id == session_id) & (FEATURES.c.stream == self._stream)
            connection.execute(delete(FEATURES).where(small & (FEATURES.c.number >= self._first_of_minute)))
        values = {"stream": self._stream, "number": self._number, "end_s": rows[-1].t, "columns": pack(rows)}
        connection.execute(FEATURES.insert().values(session_id=session_id, **values))
        self._number += 1
        self._new = []
        if whole:
            self._minute, self._first_of_minute = [], self._number
