"""Reads a live source in a thread, and remembers when each item came."""

from __future__ import annotations

import threading
import time
from typing import Generic, TypeVar

from coach.core.events import ConditionChanged, Frame, Sound
from coach.media.paced import Source

T = TypeVar("T", Frame, Sound)


class Record(Generic[T]):
    """Of a camera or a microphone; begins at once."""

    def __init__(self, source: Source[T | ConditionChanged]) -> None:
        self.source: Source[T | ConditionChanged] = source
        self.items: list[tuple[float, T | ConditionChanged]] = []
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        for item in self.source:
            self.items.append((time.monotonic(), item))

    def wait(self, condition: str, active: bool, since: float, at_most: float) -> float:
        """Seconds from `since` until the condition was told."""
        while time.monotonic() < since + at_most:
            for came, item in list(self.items):
                told = isinstance(item, ConditionChanged) and (item.id, item.active) == (condition, active)
                if told and came >= since:
                    return came - since
            time.sleep(0.02)
        raise AssertionError(f"{condition} {active} not told within {at_most} s: {self.conditions()}")

    def wait_frames(self, count: int, at_most: float = 5.0) -> None:
        """Until `count` more frames, or stretches of sound, have come."""
        deadline = time.monotonic() + at_most
        goal = len(self.frames()) + count
        while len(self.frames()) < goal:
            assert time.monotonic() < deadline, "no frames"
            time.sleep(0.02)

    def frames(self) -> list[T]:
        return [item for _, item in self.items if not isinstance(item, ConditionChanged)]

    def conditions(self) -> list[ConditionChanged]:
        return [item for _, item in self.items if isinstance(item, ConditionChanged)]

    def close(self) -> None:
        self.source.close()
        self._thread.join(2)
        assert not self._thread.is_alive()
