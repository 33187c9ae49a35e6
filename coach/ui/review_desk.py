"""One session while it is gone through: what the store has of it, and every note written back at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.report.record import SessionRecord
from coach.review.agreement import Reviewed, agreement
from coach.review.annotation import Annotation
from coach.review.checklist import checklist
from coach.review.lanes import Lane
from coach.review.notes import Change, Notes
from coach.sharing.merge import REVIEWER
from coach.ui import review_reading as reading
from coach.ui.review_places import Place, PlaceAsker
from coach.ui.review_reading import Opened

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.store import SessionStore
    from coach.session.worker import StoreWorker
    from coach.tuning.work import Judged


class ReviewDesk(PlaceAsker):
    """`opened(Opened)`, `listed(list[Listed])`, `failed(Exception)`; `changed`: the notes are others now.

    `agreed(dict[str, Agreement])`: how far what is noted agrees with what was detected; `agreed_there`: the same of all
    sessions of the store. `checked(tuple[CheckedItem])`: what the session has to show for the items of the standard.
    `earlier(list[SessionHeader] | None)`: those of the same person before it, None where nobody knows whose it is.
    `beside(Opened)`: one to be shown among others, whose marks know that they are its.
    """

    opened = Signal(object)
    listed = Signal(object)
    changed = Signal()
    agreed = Signal(object)
    agreed_there = Signal(object)
    checked = Signal(object)
    earlier = Signal(object)
    beside = Signal(object)

    def __init__(
        self,
        worker: StoreWorker,
        parent: QObject | None = None,
        exists: Callable[[], bool] = lambda: True,
        open_there: Callable[[str], SessionStore] | None = None,
    ) -> None:
        """`exists`: whether there is a store of one's own at all; looking for sessions must not make one.

        `open_there`: opens another one, by its address; without it there is none.
        """
        super().__init__(worker, parent, exists, open_there)
        self.notes: Notes | None = None
        self._record: SessionRecord | None = None
        self.lanes: tuple[Lane, ...] = ()
        self._signature = ""
        self.placed.connect(self._forget)

    def list_sessions(self) -> None:
        """Ask which sessions are kept, newest first."""
        if self.place.own and not self._exists():
            self.listed.emit([])
            return
        self._ask(reading.listed, self.listed.emit)

    def open(self, id: str) -> None:
        """Read a session that is kept in one's own store."""
        self.turn_home()
        self.open_listed(id)

    def begin(self, id: str | None, address: str | None) -> None:
        """Read this one of that store, or turn there alone; None for either where it was not told."""
        if address is not None:
            self.turn_to(address, lambda: None if id is None else self.open_listed(id))
        elif id is not None:
            self.open(id)

    def open_listed(self, id: str) -> None:
        """Read one of those that are listed, wherever that is."""
        self._ask(lambda store: reading.opened(store, id), self._begin)

    def list_earlier(self) -> None:
        """Ask which sessions of the same person came before this one."""
        notes, own = self.notes, self.place.own
        if notes is not None:
            self._ask(lambda store: reading.earlier(store, notes.session, own), self.earlier.emit)

    def open_beside(self, id: str) -> None:
        """Read another session, to be shown beside this one."""
        self._ask(lambda store: reading.owning(reading.opened(store, id)), self.beside.emit)

    def show_beside(self, opened: Opened) -> None:
        """The same of one that was read already."""
        self._ask(lambda _: reading.owning(opened), self.beside.emit)

    def agree_there(self) -> None:
        """Ask how far everybody agrees with what was detected, over all sessions of the store."""
        self._ask(reading.agreed, self.agreed_there.emit)

    def ask_judged(
        self,
        progress: Callable[[float], None],
        then: Callable[[Judged | None], None],
        fail: Callable[[BaseException], None],
    ) -> None:
        """Ask what thresholds can be tuned on; what `progress` raises on the store's thread ends it.

        `then` gets None where there is no store at all.
        """
        if self.place.own and not self._exists():
            then(None)
            return
        self._ask_wherever(partial(reading.judged, progress=progress), then, fail)

    def sign(self, author: str) -> None:
        """Who notes from now on; where several people note, nobody's name is kept for the next one."""
        if self.notes is not None and author != self.notes.author:
            self.notes.author = self._signature = author
            if not self.place.many:
                self._ask(lambda store: store.keep(REVIEWER, {"autor": author}), lambda _: None)
            self.changed.emit()

    def remember(self, session: str, file: Path) -> None:
        """The recording of that session lies there."""
        self._ask(lambda store: store.media.put(session, file), lambda _: None)

    def write(self, change: Change | None) -> None:
        """Put a change on the disk, now; what it is about shows at once, and no longer if it cannot be kept."""
        if change is None or self.notes is None:
            return

        def work(store: SessionStore) -> None:
            store.annotations.put(change.added)  # first: what takes the place of another is never gone meanwhile
            store.annotations.remove({one.id for one in change.removed} - {one.id for one in change.added})

        self._ask(work, lambda _: None, partial(self._unwritten, self.notes))
        self.changed.emit()
        self._compare()
        if any(one.of_service for one in (*change.removed, *change.added)):
            self._check()

    def _unwritten(self, notes: Notes, error: BaseException) -> None:
        """Show what is kept, and no more."""
        self.failed.emit(error)
        if notes is self.notes:
            self._ask(lambda store: store.annotations.of(notes.session), partial(self._show_kept, notes))

    def _show_kept(self, notes: Notes, found: list[Annotation]) -> None:
        if notes is self.notes:
            self.notes = _notes(notes.session, found, notes.author)
            self.changed.emit()
            self._compare()
            self._check()

    def _check(self) -> None:
        """What there is to show for the standard's items hangs on the moments that are noted."""
        if self.notes is not None:
            lanes, notes = self.lanes, self.notes.all
            self._ask(lambda _: checklist(lanes, notes), self.checked.emit)

    def _compare(self) -> None:
        """On the store's thread, which has time: two hours take a fifth of a second."""
        record, notes = self._record, self.notes
        if record is not None and notes is not None:
            said = notes.all
            self._ask(lambda _: agreement([Reviewed(record.result, said)]), self.agreed.emit)

    def _begin(self, opened: Opened) -> None:
        if self.place.many:
            opened = replace(opened, author=self._signature)
        self.notes = _notes(opened.id, opened.notes, opened.author)
        self._record, self.lanes = opened.record, opened.lanes
        self.opened.emit(opened)
        self._check()
        self._compare()

    def _forget(self, _: Place) -> None:
        """Nothing may be written to one store that was read from another."""
        self.notes = self._record = None


def _notes(session: str, found: Iterable[Annotation], author: str) -> Notes:
    return Notes(session, found, lambda: token_hex(8), lambda: datetime.now().astimezone(), author)
