"""Work that goes on beside other work, on a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Final, Generic, Self, TypeVar

Outcome = TypeVar("Outcome")

_TICK_S: Final = 0.1
"""How often whoever waits hears how far it has come."""


class Unwanted(Exception):
    """Nobody waits any more for what is being worked out."""


class Alongside(Generic[Outcome]):
    """Begins at once. Leaving the context ends what is unfinished, and joins the thread.

    `work` is given a function to call now and then with how far it has come (s of the medium, say), which ends it once
    nobody waits any more.

    >>> with Alongside(lambda tick: sum(range(4)), failed=lambda: None) as beside:
    ...     beside.result()
    6
    """

    def __init__(self, work: Callable[[Callable[[float], None]], Outcome], failed: Callable[[], None]) -> None:
        """`failed` is called from the thread as soon as the work has: whatever waits for both can end at once."""
        self._over, self._reached = threading.Event(), 0.0
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="coach-alongside")
        self._future = self._pool.submit(work, self._tick)
        self._future.add_done_callback(lambda future: failed() if future.exception() else None)

    def result(self, waiting: Callable[[float], None] = lambda _: None) -> Outcome:
        """What came of it, or raises what it raised; waits.

        `waiting` hears meanwhile how far it has come, and may raise, to wait no longer.
        """
        while not wait([self._future], _TICK_S).done:
            waiting(self._reached)
        return self._future.result()

    def _tick(self, reached: float) -> None:
        self._reached = reached
        if self._over.is_set():
            raise Unwanted

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """The end."""
        self._over.set()
        self._pool.shutdown()
