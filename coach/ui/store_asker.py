"""Asks the store's own thread and hears the answer on the window's: nothing that is kept makes Qt wait."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.store import SessionStore
    from coach.session.worker import StoreWorker

T = TypeVar("T")

_log = logging.getLogger(__name__)


class StoreAsker(QObject):
    """`failed(Exception)`: why something that was asked for was not done."""

    failed = Signal(object)
    _done = Signal(object, object, object)

    def __init__(
        self, worker: StoreWorker, parent: QObject | None = None, exists: Callable[[], bool] = lambda: True
    ) -> None:
        """`exists`: whether there is a store at all; looking for what is new must not make one."""
        super().__init__(parent)
        self._exists = exists
        self._worker = worker
        self._over = False
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)  # what is done already waits its turn too

    def close(self) -> None:
        """Nobody is there to hear what was asked for and is still done; call it before the worker's thread ends."""
        self._over = True

    def _ask(
        self,
        work: Callable[[SessionStore], T],
        then: Callable[[T], None],
        otherwise: Callable[[BaseException], None] | None = None,
    ) -> None:
        """`otherwise` hears in the place of `failed`."""
        self._await(self._worker.call(work), then, otherwise)

    def _await(
        self, future: Future[T], then: Callable[[T], None], otherwise: Callable[[BaseException], None] | None = None
    ) -> None:
        future.add_done_callback(lambda done: self._done.emit(done, then, otherwise))

    def _take(
        self, future: Future[T], then: Callable[[T], None], otherwise: Callable[[BaseException], None] | None
    ) -> None:
        """On the window's own thread."""
        error = CancelledError() if future.cancelled() else future.exception()
        if isinstance(error, CancelledError):
            return
        if self._over:
            if error is not None:
                _log.error("Nobody was there any more to hear why it was not done.", exc_info=error)
            return
        if error is not None:
            self.failed.emit(error) if otherwise is None else otherwise(error)
        else:
            then(future.result())
