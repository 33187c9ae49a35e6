"""A live session on a loopback camera, at level B. Runs in a worker."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from coach import app

_WARM_UP_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class LiveCost:
    """Rates a second, delays in seconds, `cores` busy on average; None where nothing was measured."""

    shown_fps: float
    p50_s: float | None
    p95_s: float | None
    cores: float


def live(address: str, seconds: float) -> LiveCost:
    """Watch `address` for `seconds` once warm."""
    errors: list[Exception] = []
    shown = 0

    def show(_: object) -> None:
        nonlocal shown
        shown += 1

    session = app.live_session(
        address, on_frame=show, on_events=lambda events, seen: None, on_error=errors.append, adaptive=False
    )
    session.start()
    try:
        time.sleep(_WARM_UP_S)
        wall, cpu, before = time.monotonic(), time.process_time(), shown
        time.sleep(seconds)
        span, busy = time.monotonic() - wall, time.process_time() - cpu
        stats = session.stats
    finally:
        session.stop()
    if errors:
        raise errors[0]
    return LiveCost((shown - before) / span, stats.latency_p50_s, stats.latency_p95_s, busy / span)
