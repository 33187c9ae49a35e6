"""What others shared with the person at this computer, for the window: read, erased, answered with notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.ui.store_asker import StoreAsker

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.report.record import SessionRecord
    from coach.session.store import SessionStore
    from coach.sharing.received import ReceivedSession


class SharedSessions(StoreAsker):
    """`listed(list[ReceivedSession])`: those whose day has not come, newest first. `opened(str, SessionRecord)`.

    `looked(str, bool)`: whether a session is somebody else's. `sent(Path, int)`: so many notes are in that file.
    `closed(Exception)`: why they cannot be listed. `failed(Exception)`: why something else was not done.
    Nothing is asked of a store that does not exist.
    """

    listed = Signal(object)
    closed = Signal(object)
    opened = Signal(str, object)
    looked = Signal(str, bool)
    sent = Signal(object, int)

    _declined = False
    """Whether the passphrase was asked for here and not given."""

    def refresh(self) -> None:
        """Look what there is now."""
        if self._exists():
            self._ask(_listed, self.listed.emit, self._on_closed)
        else:
            self.listed.emit([])

    def come_by(self) -> None:
        """As `refresh`, but whoever did not give the passphrase is not asked again just for coming by."""
        if self._worker.opened or not self._declined:
            self.refresh()

    def look(self, id: str) -> None:
        """Is this session somebody else's?"""
        self._ask(lambda store: store.shared.of(id) is not None, lambda shared: self.looked.emit(id, shared))

    def open(self, id: str) -> None:
        """Read one."""

        def work(store: SessionStore) -> SessionRecord:
            from coach.sharing.received import open_received

            return open_received(store, id, datetime.now(UTC))

        self._ask(work, lambda record: self.opened.emit(id, record))

    def delete(self, ids: Sequence[str]) -> None:
        """Erase these, and all that came with them."""

        def work(store: SessionStore) -> list[ReceivedSession]:
            for id in ids:
                store.delete(id)
            return _listed(store)

        self._ask(work, self.listed.emit)

    def set_name(self, id: str, name: str) -> None:
        """What it is called here."""
        self._ask(lambda store: store.set_note(id, name), lambda _: None)

    def send_notes(self, id: str, file: Path, passphrase: str) -> None:
        """Put what was noted here on a session that somebody shared into `file`."""

        def work(store: SessionStore) -> int:
            from coach.sharing.export import send_notes

            return send_notes(store, id, file, passphrase, datetime.now().astimezone())

        self._ask(work, lambda count: self.sent.emit(file, count))

    def _on_closed(self, error: BaseException) -> None:
        from coach.session.key import NotUnlocked  # imported by now: the store's own thread was opening it

        self._declined = isinstance(error, NotUnlocked)
        self.closed.emit(error)


def _listed(store: SessionStore) -> list[ReceivedSession]:
    from coach.sharing.received import received_sessions

    return received_sessions(store, datetime.now(UTC))
