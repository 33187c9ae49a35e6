"""One session while it is gone through: what the store has of it, and every note written back at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from coach.report.record import SessionRecord
from coach.review.annotation import Annotation
from coach.review.curves import pitch_curve, rate_curve
from coach.review.lanes import Lane, lanes_of
from coach.review.notes import Change, Notes
from coach.review.pyramid import Pyramid

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.store import SessionStore
    from coach.session.worker import StoreWorker

AUTHOR: Final = "revision"
"""Under which the store keeps who reviews."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Everything that the timeline needs, made ready on the store's own thread."""

    id: str
    record: SessionRecord
    lanes: tuple[Lane, ...]
    curves: dict[str, Pyramid]
    notes: tuple[Annotation, ...]
    medium: Path | None
    author: str


class ReviewDesk(QObject):
    """`opened(Opened)`, `listed(list[SessionHeader])`, `failed(Exception)`; `changed`: the notes are others now."""

    opened = Signal(object)
    listed = Signal(object)
    failed = Signal(object)
    changed = Signal()
    _done = Signal(object, object)

    def __init__(
        self, worker: StoreWorker, parent: QObject | None = None, exists: Callable[[], bool] = lambda: True
    ) -> None:
        """`exists`: whether there is a store at all; looking for sessions must not make one."""
        super().__init__(parent)
        self._worker, self._exists = worker, exists
        self.notes: Notes | None = None
        self._done.connect(self._take)

    def list_sessions(self) -> None:
        """Ask which sessions are kept, newest first."""
        if not self._exists():
            self.listed.emit([])
            return
        self._ask(lambda store: [one for one in store.sessions() if one.state != "running"], self.listed.emit)

    def open(self, id: str) -> None:
        """Read a kept session."""
        self._ask(lambda store: _opened(store, id), self._begin)

    def sign(self, author: str) -> None:
        """Who notes from now on."""
        if self.notes is not None and author != self.notes.author:
            self.notes.author = author
            self._ask(lambda store: store.keep(AUTHOR, {"autor": author}), lambda _: None)
            self.changed.emit()

    def remember(self, file: Path) -> None:
        """The recording of this session lies there."""
        notes = self.notes
        if notes is not None:
            self._ask(lambda store: store.media.put(notes.session, file), lambda _: None)

    def write(self, change: Change | None) -> None:
        """Put a change on the disk, now; what it is about shows at once."""
        if change is None:
            return

        def work(store: SessionStore) -> None:
            store.annotations.remove(one.id for one in change.removed)
            store.annotations.put(change.added)

        self._ask(work, lambda _: None)
        self.changed.emit()

    def _begin(self, opened: Opened) -> None:
        now: Callable[[], datetime] = lambda: datetime.now().astimezone()  # noqa: E731
        self.notes = Notes(opened.id, opened.notes, lambda: token_hex(8), now, opened.author)
        self.opened.emit(opened)

    def _ask(self, work: Callable[[SessionStore], Any], then: Callable[[Any], None]) -> None:
        self._worker.call(work).add_done_callback(lambda done: self._done.emit(done, then))

    def _take(self, future: Future[Any], then: Callable[[Any], None]) -> None:
        """On the window's own thread."""
        if future.cancelled():
            return
        error = future.exception()
        if error is not None:
            self.failed.emit(error)
        else:
            then(future.result())


def _opened(store: SessionStore, id: str) -> Opened:
    record = store.load(id)
    voice = record.result.voice
    curves = {} if voice is None else {"pitch": pitch_curve(voice), "rate": rate_curve(voice)}
    author = (store.kept(AUTHOR) or {}).get("autor", "")
    medium = store.media.of(id)
    lanes = lanes_of(record.result)
    return Opened(id, record, lanes, curves, tuple(store.annotations.of(id)), medium, author)
