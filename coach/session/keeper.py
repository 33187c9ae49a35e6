"""Keeps a session while it runs, from the first event on, although the store may still have to be opened."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Final

from coach.core.events import Event
from coach.report.record import SessionKind, SessionRecord
from coach.session.worker import StoreWorker

if TYPE_CHECKING:  # with all that they stand on they are imported by whoever opens the store
    from coach.session.recording import SessionRecorder
    from coach.session.store import SessionStore
    from coach.session.writer import SessionWriter

_MOST: Final = 20_000
"""Events that wait for the store to be opened: some five minutes, in which a passphrase may be typed."""


class SessionKeeper:
    """`add` may be called from the session's threads and never waits; afterwards `finish` or `drop`, from any."""

    def __init__(
        self, worker: StoreWorker, kind: SessionKind, started: datetime, on_error: Callable[[Exception], None]
    ) -> None:
        """`on_error` hears once, from any thread, why the session cannot be kept while it runs."""
        self._worker, self._on_error = worker, on_error
        self._lock = Lock()
        self._waiting: list[Event] = []
        self._writer: SessionWriter | None = None
        self._recorder: SessionRecorder | None = None
        self._beginning = worker.call(lambda store: store.begin(kind, started, on_error))
        self._beginning.add_done_callback(self._begun)

    def wait(self) -> bool:
        """Until the store is open, for which a passphrase may have to be typed; whether it is.

        Never on the window's thread. A store that is open already may have other work, for which nobody need wait.
        """
        return self._worker.opened or self._beginning.exception() is None

    @property
    def failed(self) -> bool:
        """Whether it is known by now that the session cannot be kept while it runs."""
        return self._beginning.done() and self._beginning.exception() is not None

    def add(self, events: list[Event]) -> None:
        """These too; those that find neither a store nor room are let go, for the record at the end has them all."""
        with self._lock:
            if self._writer is not None:
                self._writer.add(events)
            elif len(self._waiting) < _MOST:
                self._waiting.extend(events)

    def finish(self, record: SessionRecord) -> Future[str]:
        """Keep the record of the session, which is over; its id."""
        return self._worker.call(lambda store: self._finished(store, record))

    def drop(self) -> Future[None]:
        """Erase what was kept of it; where the store could not be opened nothing was, and nobody is asked again."""
        return self._worker.call_if_open(self._dropped)

    def film(self, picture: bool, sound: bool, on_error: Callable[[Exception], None]) -> Future[SessionRecorder]:
        """Begin to record what is to be seen and heard, once; `finish` and `drop` close it.

        `on_error` hears once, from any thread, why it ends before its time. `KnownError` when it cannot be recorded,
        and at once when the session cannot be kept.
        """
        begin = partial(self._filmed, picture=picture, sound=sound, on_error=on_error)
        return self._worker.call_after(self._beginning, begin)

    def _filmed(
        self, store: SessionStore, picture: bool, sound: bool, on_error: Callable[[Exception], None]
    ) -> SessionRecorder:
        from coach.session.recording import SessionRecorder

        assert self._writer is not None, "it begins after the session, and only if that did"
        writer = store.recordings.begin(self._writer.id)
        self._recorder = SessionRecorder(writer, on_error, picture=picture, sound=sound)
        return self._recorder

    def _end_film(self) -> None:
        if self._recorder is not None:
            self._recorder.close()

    def _begun(self, begun: Future[SessionWriter]) -> None:
        error = begun.exception()
        if error is not None:
            with self._lock:
                self._waiting = []
            if isinstance(error, Exception):
                self._on_error(error)
            return
        with self._lock:
            self._writer = begun.result()
            self._writer.add(self._waiting)
            self._waiting = []

    def _finished(self, store: SessionStore, record: SessionRecord) -> str:
        self._end_film()
        return store.save(record) if self._writer is None else store.finish(self._writer, record)

    def _dropped(self, store: SessionStore) -> None:
        self._end_film()
        if self._writer is not None:
            store.drop(self._writer)
