"""The bounded hand-over between two threads: the newest frames (live) or all of them (recordings)."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Mailbox(Generic[Item]):
    """One producer `put`s, one consumer iterates.

    When `capacity` items wait, the oldest is dropped and counted in `drops`; a `lossless` box lets the producer wait
    instead. Items put with `keep` (a condition of the camera, told once) never give way.
    """

    def __init__(self, capacity: int, lossless: bool = False) -> None:
        """`capacity` ≥ 1."""
        self.drops = 0
        self._capacity = capacity
        self._lossless = lossless
        self._items: deque[tuple[Item, bool]] = deque()
        self._changed = threading.Condition()
        self._finished = False
        self._closed = False

    def put(self, item: Item, keep: bool = False) -> bool:
        """Hand over; False when nobody takes any more."""
        with self._changed:
            if self._lossless:
                self._changed.wait_for(lambda: self._closed or len(self._items) < self._capacity)
            elif not keep and len(self._items) >= self._capacity:
                self._drop_oldest()
            if self._closed:
                return False
            self._items.append((item, keep))
            self._changed.notify_all()
            return True

    def finish(self) -> None:
        """The producer has no more: iteration ends once the box is empty."""
        with self._changed:
            self._finished = True
            self._changed.notify_all()

    def close(self) -> None:
        """Either side gives up: what waits is discarded, iteration ends, a waiting producer returns."""
        with self._changed:
            self._closed = True
            self._items.clear()
            self._changed.notify_all()

    def __iter__(self) -> Iterator[Item]:
        """Items as they come, until finished or closed."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._items or self._finished or self._closed)
                if not self._items:
                    return
                item, _ = self._items.popleft()
                self._changed.notify_all()
            yield item

    def _drop_oldest(self) -> None:
        for index, (_, keep) in enumerate(self._items):
            if not keep:
                del self._items[index]
                self.drops += 1
                return
