"""One session while it is gone through: what the store has of it, and every note written back at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.media.medium import Medium
from coach.report.record import SessionRecord
from coach.review.agreement import Reviewed, agreement
from coach.review.annotation import Annotation
from coach.review.checklist import checklist
from coach.review.curves import pitch_curve, rate_curve
from coach.review.lanes import Lane, lanes_of
from coach.review.multiples import owned
from coach.review.notes import Change, Notes
from coach.review.pyramid import Pyramid
from coach.sharing.merge import REVIEWER
from coach.ui.store_asker import StoreAsker

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.header import SessionHeader
    from coach.session.store import SessionStore
    from coach.session.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class Opened:
    """Everything that the timeline needs, made ready on the store's own thread."""

    id: str
    record: SessionRecord
    lanes: tuple[Lane, ...]
    curves: dict[str, Pyramid]
    notes: tuple[Annotation, ...]
    medium: Medium | None
    author: str


class ReviewDesk(StoreAsker):
    """`opened(Opened)`, `listed(list[SessionHeader])`, `failed(Exception)`; `changed`: the notes are others now.

    `agreed(dict[str, Agreement])`: how far what is noted agrees with what was detected. `checked(tuple[CheckedItem])`:
    what the session has to show for the items of the standard. `earlier(list[SessionHeader] | None)`: those of the same
    person before it, None where nobody knows whose it is. `beside(Opened)`: one to be shown among others, whose marks
    know that they are its.
    """

    opened = Signal(object)
    listed = Signal(object)
    changed = Signal()
    agreed = Signal(object)
    checked = Signal(object)
    earlier = Signal(object)
    beside = Signal(object)

    def __init__(
        self, worker: StoreWorker, parent: QObject | None = None, exists: Callable[[], bool] = lambda: True
    ) -> None:
        """`exists`: whether there is a store at all; looking for sessions must not make one."""
        super().__init__(worker, parent, exists)
        self.notes: Notes | None = None
        self._record: SessionRecord | None = None

    def list_sessions(self) -> None:
        """Ask which sessions are kept, newest first."""
        if not self._exists():
            self.listed.emit([])
            return
        self._ask(_over, self.listed.emit)

    def open(self, id: str) -> None:
        """Read a kept session."""
        self._ask(lambda store: _opened(store, id), self._begin)

    def list_earlier(self) -> None:
        """Ask which sessions of the same person came before this one."""
        notes = self.notes
        if notes is not None:
            self._ask(lambda store: _earlier(store, notes.session), self.earlier.emit)

    def open_beside(self, id: str) -> None:
        """Read another session, to be shown beside this one."""
        self._ask(lambda store: _owning(_opened(store, id)), self.beside.emit)

    def show_beside(self, opened: Opened) -> None:
        """The same of one that was read already."""
        self._ask(lambda _: _owning(opened), self.beside.emit)

    def sign(self, author: str) -> None:
        """Who notes from now on."""
        if self.notes is not None and author != self.notes.author:
            self.notes.author = author
            self._ask(lambda store: store.keep(REVIEWER, {"autor": author}), lambda _: None)
            self.changed.emit()

    def remember(self, session: str, file: Path) -> None:
        """The recording of that session lies there."""
        self._ask(lambda store: store.media.put(session, file), lambda _: None)

    def write(self, change: Change | None) -> None:
        """Put a change on the disk, now; what it is about shows at once."""
        if change is None:
            return

        def work(store: SessionStore) -> None:
            store.annotations.remove(one.id for one in change.removed)
            store.annotations.put(change.added)

        self._ask(work, lambda _: None)
        self.changed.emit()
        self._compare()

    def _compare(self) -> None:
        """On the store's thread, which has time: two hours take a fifth of a second."""
        record, notes = self._record, self.notes
        if record is not None and notes is not None:
            said = notes.all
            self._ask(lambda _: agreement([Reviewed(record.result, said)]), self.agreed.emit)

    def _begin(self, opened: Opened) -> None:
        self.notes = Notes(opened.id, opened.notes, lambda: token_hex(8), _now, opened.author)
        self._record = opened.record
        self.opened.emit(opened)
        self._ask(lambda _: checklist(opened.lanes), self.checked.emit)
        self._compare()


def _now() -> datetime:
    return datetime.now().astimezone()


def _owning(opened: Opened) -> Opened:
    return replace(opened, lanes=owned(opened.lanes, opened.id))


def _earlier(store: SessionStore, id: str) -> list[SessionHeader] | None:
    from coach.session.same_person import earlier

    return earlier(store, id)


def _over(store: SessionStore) -> list[SessionHeader]:
    """Those that are over; what was shared until a day that has come is erased."""
    store.shared.expire(datetime.now(UTC))
    return [one for one in (*store.sessions(), *store.shared.sessions()) if one.state != "running"]


def _opened(store: SessionStore, id: str) -> Opened:
    from coach.session.recording import stored_medium
    from coach.sharing.received import open_received

    record = open_received(store, id, datetime.now(UTC))
    voice = record.result.voice
    curves = {} if voice is None else {"pitch": pitch_curve(voice), "rate": rate_curve(voice)}
    author = (store.kept(REVIEWER) or {}).get("autor", "")
    file = store.media.of(id)
    medium = file if file is not None and file.is_file() else stored_medium(store, id)
    lanes = lanes_of(record.result)
    return Opened(id, record, lanes, curves, tuple(store.annotations.of(id)), medium, author)
