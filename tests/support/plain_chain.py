"""A small but real chain: tells the mean luma of each frame, and a signal while the white bar is on the right."""

from __future__ import annotations

import threading
import time

from coach.core.events import ConditionChanged, Event, Features, Frame, LevelChanged, SignalSegment
from coach.core.landmarks import Perceived


class PlainChain:
    def __init__(self, work_s: float = 0.0, level: str = "B") -> None:
        self.level = level
        self.perceived: Perceived | None = None
        self.closed = False
        self.work_s = work_s
        self.wishes: list[object] = []
        self._start: float | None = None
        self._last = 0.0

    def push(self, frame: Frame) -> list[Event]:
        if self.work_s:
            time.sleep(self.work_s)
        self._last = frame.t
        events: list[Event] = [Features(frame.t, {"luma": float(frame.image.mean())})]
        half = frame.image.shape[1] // 2
        right = float(frame.image[:, half:].mean()) > float(frame.image[:, :half].mean())
        if right and self._start is None:
            self._start = frame.t
        elif not right:
            events += self.flush()
        return events

    def tell(self, condition: ConditionChanged) -> list[Event]:
        return [condition]

    def flush(self) -> list[Event]:
        start, self._start = self._start, None
        return [] if start is None else [SignalSegment("sonrisa", start, self._last, 1.0)]

    def set_level(self, level: str, reason: str) -> list[Event]:
        self.level = level
        return [LevelChanged(self._last, level, reason)]

    def calibrate(self, seconds: float) -> None:
        self.wishes.append((seconds, threading.current_thread().name))

    def stop_calibrating(self) -> None:
        self.wishes.append((None, threading.current_thread().name))

    def set_mask(self, worn: bool | None) -> None:
        self.wishes.append((worn, threading.current_thread().name))

    def close(self) -> None:
        self.closed = True
