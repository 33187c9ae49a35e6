"""What a recording costs: decoded only, through the bare models, through the whole chain. Each runs in a worker."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

from coach.benchmark.given import given, stolen_s
from coach.benchmark.memory import peak_mb, resident_mb
from coach.core.events import Frame
from coach.vision.recording import Recording

SETTLED_S: Final = 60.0
"""From this time of the recording on memory must be flat (a short one is watched from its middle on)."""
_SAMPLE_S: Final = 1.0
_AHEAD: Final = 6
"""Looks of the bare models that may be under way at once."""


@dataclass(frozen=True, slots=True)
class Cost:
    """`cpu_s` of all threads; memory in MB, None where it cannot be known.

    `swing` is the largest deviation of memory from what it was once settled, as a share of that. `given` is the share
    of its processors that the machine had meanwhile.
    """

    wall_s: float
    cpu_s: float
    peak_mb: float | None = None
    swing: float | None = None
    given: float | None = None


def decoded(clip: str) -> Cost:
    """Reading the frames alone."""

    def work() -> None:
        for _ in Recording(clip):
            pass

    return _timed(work)


def bare(clip: str) -> Cost:
    """Every frame decoded and given whole to the library's own three models, at the rates of a recording.

    Each has a thread of its own, as in the chain: models that run side by side take more of each other's cache, and
    the comparison must not make that our doing.
    """
    from coach.runtime.analysis import RECORDING_LEVEL
    from coach.vision.levels import LEVELS, Pace
    from coach.vision.mediapipe_tasks import FaceTask, HandTask, PoseTask

    def work() -> None:
        level = LEVELS[RECORDING_LEVEL]
        rates = ((level.face_hz, FaceTask()), (level.hands_hz, HandTask()), (level.pose_hz, PoseTask()))
        models = [(Pace(hz), task, ThreadPoolExecutor(1)) for hz, task in rates]
        under_way: deque[Future[object]] = deque()
        for frame in Recording(clip):
            for pace, task, worker in models:
                if isinstance(frame, Frame) and pace.due(frame.t):
                    under_way.append(worker.submit(task.bare, frame.image, frame.t))
            while len(under_way) > _AHEAD:
                under_way.popleft().result()
        for result in under_way:
            result.result()
        for _, task, worker in models:
            worker.shutdown()
            task.close()

    return _timed(work)


def whole(clip: str) -> Cost:
    """As `coach analizar` does it."""
    from coach import app

    samples: list[tuple[float, float]] = []

    def sample(t: float, _: object) -> None:
        memory = resident_mb() if not samples or t - samples[-1][0] >= _SAMPLE_S else None
        if memory is not None:
            samples.append((t, memory))

    cost = _timed(lambda: app.analyse_file(clip, progress=sample))
    return replace(cost, peak_mb=peak_mb(), swing=swing(samples))


def swing(samples: list[tuple[float, float]]) -> float | None:
    """The largest deviation of memory from the first settled sample; None without two such samples.

    >>> swing([(0.0, 100.0), (60.0, 200.0), (61.0, 250.0), (62.0, 198.0)])
    0.25
    """
    if not samples:
        return None
    settled = min(SETTLED_S, samples[-1][0] / 2)
    steady = [memory for t, memory in samples if t >= settled]
    if len(steady) < 2:
        return None
    return max(abs(memory / steady[0] - 1.0) for memory in steady)


def _timed(work: Callable[[], object]) -> Cost:
    wall, cpu, stolen = time.monotonic(), time.process_time(), stolen_s()
    work()
    wall_s, until = time.monotonic() - wall, stolen_s()
    missed = None if stolen is None or until is None else until - stolen
    return Cost(wall_s, time.process_time() - cpu, given=given(missed, wall_s, os.cpu_count()))
