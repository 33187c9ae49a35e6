"""How a live session fares: rates, losses, latency, load."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import Final

_WINDOW_S: Final = 5.0
_LATENCIES: Final = 300


@dataclass(frozen=True, slots=True)
class Stats:
    """A moment's figures; None where nothing was measured yet.

    Rates over the last 5 s; latency, over the last 300 frames, from grabbing a frame until its events are out;
    `drops` since the start.
    """

    shown_fps: float | None
    processed_fps: float | None
    drops: int
    latency_p50_s: float | None
    latency_p95_s: float | None
    level: str | None


class Meter:
    """Collects from both threads of a session; `now` is seconds on one clock."""

    def __init__(self) -> None:
        """Nothing measured."""
        self._lock = threading.Lock()
        self._shown: deque[float] = deque(maxlen=600)
        self._processed: deque[float] = deque(maxlen=600)
        self._latencies: deque[float] = deque(maxlen=_LATENCIES)
        self._offset: float | None = None

    def shown(self, t: float, now: float) -> None:
        """A frame of time `t` has arrived."""
        with self._lock:
            self._shown.append(now)
            # The promptest frame tells where the source's clock stands: later ones may have waited on the way here.
            self._offset = now - t if self._offset is None else min(self._offset, now - t)

    def processed(self, t: float, now: float) -> None:
        """The events of the frame of time `t` are out."""
        with self._lock:
            self._processed.append(now)
            if self._offset is not None:
                self._latencies.append(now - t - self._offset)

    def stats(self, now: float, drops: int, level: str | None) -> Stats:
        """The figures by now."""
        with self._lock:
            latencies = sorted(self._latencies)
            shown, processed = _rate(self._shown, now), _rate(self._processed, now)
        return Stats(shown, processed, drops, _quantile(latencies, 0.5), _quantile(latencies, 0.95), level)


def _rate(times: deque[float], now: float) -> float | None:
    while times and now - times[0] > _WINDOW_S:
        times.popleft()
    if len(times) < 2:
        return None
    return (len(times) - 1) / (times[-1] - times[0]) if times[-1] > times[0] else None


def _quantile(ordered: list[float], share: float) -> float | None:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None
