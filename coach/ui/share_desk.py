"""Shared files for the window: made and opened by the store's own thread, told here when done."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.sharing.manifest import Part
from coach.ui.store_asker import StoreAsker

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.report.record import SessionRecord
    from coach.session.store import SessionStore
    from coach.sharing.contents import Contents
    from coach.sharing.receive import Taken


class ShareDesk(StoreAsker):
    """Each request ends in its own signal, or in `failed(Exception)`.

    `looked(bool, bool)`: whether the session has a recording, and anything measured. `shared(Path)`: the file is there.
    `received(Taken)`: it was taken in. `opened(str, SessionRecord)`: what was shared with us, by its id here.
    """

    looked = Signal(bool, bool)
    shared = Signal(object)
    received = Signal(object)
    opened = Signal(str, object)

    def look(self, session: str) -> None:
        """What is there of this session to be shared?"""

        def work(store: SessionStore) -> tuple[bool, bool]:
            from coach.sharing.export import has_recording

            return has_recording(store, session), session in store.measured()

        self._ask(work, lambda there: self.looked.emit(*there))

    def share(self, session: str, file: Path, passphrase: str, parts: tuple[Part, ...], days: int) -> None:
        """Put one of the agent's own sessions into `file`."""

        def work(store: SessionStore) -> Path:
            from coach.sharing.export import Choice, share

            share(store, session, file, passphrase, Choice(parts, days), datetime.now().astimezone())
            return file

        self._ask(work, self.shared.emit)

    def receive(self, file: Path, passphrase: str) -> None:
        """Take a shared file in; a session of somebody else is opened too. One that does not open makes no store."""
        now = datetime.now().astimezone()

        def read() -> Contents:
            from coach.sharing.contents import read_contents

            return read_contents(file, passphrase, now)

        def work(store: SessionStore, contents: Contents) -> tuple[Taken, SessionRecord | None]:
            from coach.sharing.receive import take_in

            taken = take_in(store, contents, file, passphrase, now)
            return taken, store.load(taken.session) if taken.manifest.kind == "sesion" else None

        self._await(self._worker.call_once_read(read, work), self._was_received)

    def _was_received(self, outcome: tuple[Taken, SessionRecord | None]) -> None:
        taken, record = outcome
        self.received.emit(taken)
        if record is not None:
            self.opened.emit(taken.session, record)
