"""The store on a thread of its own, for a caller that must never wait: the window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:  # with all that it stands on it is imported by whoever opens it
    from coach.session.store import SessionStore

T = TypeVar("T")
U = TypeVar("U")


class StoreWorker:
    """Does what it is given in order, one at a time; opens the store with the first of it.

    When it cannot be opened that piece of work fails with why, and the next one tries again: a passphrase can be typed
    anew.
    """

    def __init__(self, open_it: Callable[[], SessionStore]) -> None:
        """`open_it` is called on the worker's thread, and so is whatever it asks a person."""
        self._open_it = open_it
        self._store: SessionStore | None = None
        self._thread = ThreadPoolExecutor(1, "store")

    @property
    def opened(self) -> bool:
        """Whether the store is open, so that nobody is asked for a passphrase any more."""
        return self._store is not None

    def call(self, work: Callable[[SessionStore], T]) -> Future[T]:
        """Do `work` soon; its result, or the exception it raised, comes through the future."""
        return self._thread.submit(lambda: work(self._there()))

    def call_after(self, first: Future[Any], work: Callable[[SessionStore], T]) -> Future[T]:
        """As `call`, once what was asked for before has been done; where that failed so does this, with the same why.

        Nobody is asked again for the passphrase that they did not give for the first of it.
        """

        def done() -> T:
            first.result()
            return work(self._there())

        return self._thread.submit(done)

    def call_once_read(self, read: Callable[[], U], work: Callable[[SessionStore, U], T]) -> Future[T]:
        """As `call`, with what `read` gives; where that fails nothing is opened, and so no store is made."""

        def done() -> T:
            found = read()
            return work(self._there(), found)

        return self._thread.submit(done)

    def call_if_open(self, work: Callable[[SessionStore], T]) -> Future[T | None]:
        """As `call`, after what was asked for so far; nothing, and None, where the store is not open by then."""
        return self._thread.submit(lambda: None if self._store is None else work(self._store))

    def turn_to(self, open_it: Callable[[], SessionStore]) -> Future[None]:
        """Close the store after what was asked for so far; what comes after is done with the one that this opens."""
        return self._thread.submit(self._turn_to, open_it)

    def erase(self, erase_it: Callable[[], None]) -> Future[None]:
        """Close the store if it is open, then call `erase_it`; what comes after opens, and so makes, another one."""
        return self._thread.submit(self._erase, erase_it)

    def close(self) -> None:
        """Finish all that was asked for (a session that just ended, say), close the store and join the thread.

        Safe to call twice.
        """
        self._thread.shutdown(wait=True)
        if self._store is not None:
            self._store.close()

    def _erase(self, erase_it: Callable[[], None]) -> None:
        self._put_away()
        erase_it()

    def _turn_to(self, open_it: Callable[[], SessionStore]) -> None:
        self._put_away()
        self._open_it = open_it

    def _put_away(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _there(self) -> SessionStore:
        if self._store is None:
            self._store = self._open_it()
        return self._store
