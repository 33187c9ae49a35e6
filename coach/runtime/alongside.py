"""Work that goes on beside other work, on a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, Self, TypeVar

Outcome = TypeVar("Outcome")


class Unwanted(Exception):
    """Nobody waits any more for what is being worked out."""


class Alongside(Generic[Outcome]):
    """Begins at once. Leaving the context ends what is unfinished, and joins the thread.

    `work` is given a function to call now and then (with anything), which ends it once nobody waits any more.

    >>> with Alongside(lambda tick: sum(range(4)), failed=lambda: None) as beside:
    ...     beside.result()
    6
    """

    def __init__(self, work: Callable[[Callable[[object], None]], Outcome], failed: Callable[[], None]) -> None:
        """`failed` is called from the thread as soon as the work has: whatever waits for both can end at once."""
        self._over = threading.Event()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="coach-alongside")
        self._future = self._pool.submit(work, self._tick)
        self._future.add_done_callback(lambda future: failed() if future.exception() else None)

    def result(self) -> Outcome:
        """What came of it, or raises what it raised; waits."""
        return self._future.result()

    def _tick(self, _: object) -> None:
        if self._over.is_set():
            raise Unwanted

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """The end."""
        self._over.set()
        self._pool.shutdown()
