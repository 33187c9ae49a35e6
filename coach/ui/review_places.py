"""Where the sessions under review lie: the agent's own store, or the one that a folder's analysis has made."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from coach.session.address import on_server, shown_place
from coach.session.worker import StoreWorker
from coach.ui.store_asker import StoreAsker

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.store import SessionStore

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A store. `address`: None for the agent's own. `only_look`: why nothing can be noted there, None where it can."""

    address: str | None = field(default=None, repr=False)  # it may hold a password
    only_look: str | None = None

    @property
    def own(self) -> bool:
        """Whether it is the agent's own."""
        return self.address is None

    @property
    def many(self) -> bool:
        """Whether several people may note there at once, each on their own computer."""
        return self.address is not None and on_server(self.address)

    @property
    def name(self) -> str:
        """What people call it: the folder, or the server and its database, without anybody's password."""
        address = self.address or ""
        return shown_place(address) if self.many else Path(address).name or address


class PlaceAsker(StoreAsker):
    """Asks the store where it is; `placed(Place)`: that is another one now.

    Another one is opened by a thread of its own, and stays open until one turns elsewhere. An answer that comes after
    that is of no use any more, and is not told.
    """

    placed = Signal(object)

    def __init__(
        self,
        worker: StoreWorker,
        parent: QObject | None,
        exists: Callable[[], bool],
        open_there: Callable[[str], SessionStore] | None,
    ) -> None:
        """`open_there` opens the store of an address; without it there is the agent's own alone."""
        super().__init__(worker, parent, exists)
        self.place = Place()
        self._own, self._open_there = worker, open_there
        self._there: StoreWorker | None = None
        self._wanted: Place | None = None
        self._closing = False

    def turn_home(self) -> None:
        """To the agent's own store; the other one is closed, so that others can write to it."""
        self._turn(None)

    def turn_to(self, address: str, then: Callable[[], None] = lambda: None) -> None:
        """To that store, soon, and `then` go on; to one's own, and `failed`, where it cannot be opened."""
        assert self._open_there is not None, "somebody must be able to open it"
        wanted = Place(address)
        self._turn(wanted)
        opening = partial(self._opened, address)
        if self._there is None:
            self._there = StoreWorker(opening)
        else:
            self._there.turn_to(opening)
        asked = self._there.call(lambda store: store.only_look)
        self._await(asked, partial(self._arrive, wanted, then), partial(self._stay, wanted))

    @property
    def opening(self) -> bool:
        """Whether another one is being opened yet, and so nothing is to be asked of one's own."""
        return self._wanted is not None

    def close_down(self) -> None:
        """Close that store and join its thread, after what was asked of an open one: it may be a note.

        None is opened any more, so no server that does not answer is waited for once after the other.
        """
        self._closing = True
        if self._there is not None:
            self._there.close()

    def _opened(self, address: str) -> SessionStore:
        """On that thread."""
        assert self._open_there is not None, "somebody must be able to open it"
        if self._closing:
            raise CancelledError
        return self._open_there(address)

    def _turn(self, wanted: Place | None) -> None:
        """Away from where one is, or was about to be."""
        before = self.place if self._wanted is None else self._wanted
        self._wanted = wanted
        if before.address is not None and self._there is not None and self._open_there is not None:
            self._there.turn_to(partial(self._opened, before.address))  # which closes it, and opens none yet
        if not self.place.own:
            self._be_at(Place(), self._own)

    def _arrive(self, wanted: Place, then: Callable[[], None], only_look: str | None) -> None:
        if wanted is self._wanted and self._there is not None:
            self._wanted = None
            self._be_at(Place(wanted.address, only_look), self._there)
            then()

    def _stay(self, wanted: Place, error: BaseException) -> None:
        if wanted is self._wanted:
            self._wanted = None
            self._be_at(Place(), self._own)
            self.failed.emit(error)

    def _be_at(self, place: Place, worker: StoreWorker) -> None:
        self.place, self._worker = place, worker
        self.placed.emit(place)

    def _await(
        self, future: Future[T], then: Callable[[T], None], otherwise: Callable[[BaseException], None] | None = None
    ) -> None:
        place = self.place
        super()._await(future, lambda found: then(found) if self.place is place else None, otherwise)

    def _ask_wherever(
        self, work: Callable[[SessionStore], T], then: Callable[[T], None], otherwise: Callable[[BaseException], None]
    ) -> None:
        """As `_ask`, and answered wherever one is by then: somebody waits for it."""
        super()._await(self._worker.call(work), then, otherwise)
