"""The list of kept sessions for the window: what there is, a note on each, and erasing for good."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from coach.ui.store_asker import StoreAsker

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.header import SessionHeader
    from coach.session.store import SessionStore
    from coach.session.worker import StoreWorker

_Kept: TypeAlias = "tuple[list[SessionHeader], dict[str, str]]"
_NONE: _Kept = ([], {})


class KeptSessions(StoreAsker):
    """`listed(list[SessionHeader])`: the agent's own sessions as they are now, newest first; `changed`: some are gone.

    `files` are the names of the recordings among them, by id.
    `erased`: everything is gone.
    `closed(Exception)`: why they cannot be listed. `failed(Exception)`: why something else was not done.
    Nothing is asked of a store that does not exist.
    """

    listed = Signal(object)
    closed = Signal(object)
    changed = Signal()
    erased = Signal()

    def __init__(
        self,
        worker: StoreWorker,
        erase: Callable[[], None],
        exists: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """`erase`: erases the whole store while it is closed; called on the store's own thread."""
        super().__init__(worker, parent, exists)
        self._erase = erase
        self.files: Mapping[str, str] = {}

    @property
    def anything(self) -> bool:
        """Whether anything at all is kept."""
        return self._exists()

    def refresh(self) -> None:
        """Look what there is now."""
        if self._exists():
            self._ask(_kept, self._list, self.closed.emit)
        else:
            self._list(_NONE)

    def delete(self, ids: Sequence[str]) -> None:
        """Erase these sessions, and all that came with them."""

        def work(store: SessionStore) -> _Kept:
            for id in ids:
                store.delete(id)
            return _kept(store)

        self._ask(work, self._now)

    def delete_all(self) -> None:
        """Erase the store: sessions, goals, what others shared, and its key."""
        self._await(self._worker.erase(self._erase), lambda _: self._all_gone(), self._on_not_erased)

    def set_note(self, id: str, note: str) -> None:
        """The agent's own words about a session."""
        self._ask(lambda store: store.set_note(id, note), lambda _: None)

    def _all_gone(self) -> None:
        self.erased.emit()
        self._now(_NONE)

    def _on_not_erased(self, error: BaseException) -> None:
        if not self._exists():  # it is gone, though the keyring may not give up its key
            self._all_gone()
        self.failed.emit(error)

    def _now(self, kept: _Kept) -> None:
        self._list(kept)
        self.changed.emit()

    def _list(self, kept: _Kept) -> None:
        headers, self.files = kept
        self.listed.emit(headers)


def _kept(store: SessionStore) -> _Kept:
    return [header for header in store.sessions() if header.over], store.media.names()
