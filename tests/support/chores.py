"""Work for a pool or a cluster that is quicker than an analysis; importable, so that other processes can do it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from coach.batch.task import Outcome, Product, Task
from coach.manual.catalog import load_catalog
from coach.report.document import document
from coach.session.measurements import Chunk, Measurements
from tests.support.stores import session_record

_AT_ONCE = 9
"""SIGKILL; Windows ends the process as suddenly, with this exit code."""


def chore(name: str, medium: Path | str = "", bytes: int = 1) -> Task:
    return Task(name, str(medium), bytes, 0)


def told(task: Task, progress: Callable[[float], None] = lambda share: None) -> Outcome:
    """Half the way is told, then the name comes back."""
    progress(0.5)
    return task.name


def deadly(task: Task, progress: Callable[[float], None] = lambda share: None) -> Outcome:
    """The first attempt at each "once…", and every one at "always…", is the end of its process, as `kill -9` is.

    `medium` is a folder to remember attempts in.
    """
    attempt = Path(task.medium, f"{task.name}-{time.monotonic_ns()}")
    attempt.touch()
    attempts = len(list(Path(task.medium).glob(f"{task.name}-*")))
    if task.name.startswith("always") or task.name.startswith("once") and attempts == 1:
        os.kill(os.getpid(), _AT_ONCE)
    return task.name


def fatal(task: Task, progress: Callable[[float], None] = lambda share: None) -> Outcome:
    """Every attempt at "always…" is the end of its process."""
    if task.name.startswith("always"):
        os.kill(os.getpid(), _AT_ONCE)
    return task.name


def together(task: Task, progress: Callable[[float], None] = lambda share: None) -> Outcome:
    """Waits until four are at it at once; `medium` is a folder to meet in."""
    Path(task.medium, task.name).touch()
    deadline = time.monotonic() + 60.0
    while len(list(Path(task.medium).iterdir())) < 4:
        if time.monotonic() > deadline:
            return "alone"
        time.sleep(0.01)
    return task.name


def waiting(task: Task, progress: Callable[[float], None] = lambda share: None) -> Outcome:
    """Takes a tenth of a second, and the processor not at all."""
    time.sleep(0.1)
    return task.name


def paced(task: Task, progress: Callable[[float], None] = lambda share: None) -> Outcome:
    """Takes a second for a million of the recording's bytes, and hardly any processor; gives what an analysis does.

    What is kept of ten minutes of picture and sound is some 1.5 MB, which no transport can make smaller.
    """
    ends_s = time.monotonic() + task.bytes / 1e6
    record = session_record(int(task.name), "grabacion")
    measured = Measurements((), (Chunk("body", 60.0, os.urandom(1_500_000)),))
    product = Product(document(record.result, load_catalog()), None, record, measured)
    progress(0.5)
    time.sleep(max(0.0, ends_s - time.monotonic()))
    return product


def seated(task: Task, progress: Callable[[float], None] = lambda share: None) -> Outcome:
    """On how many cores it may work."""
    if sys.platform != "linux":
        raise OSError("other systems have no word for it")
    return str(len(os.sched_getaffinity(0)))


def endless(task: Task, progress: Callable[[float], None] = lambda share: None) -> Outcome:
    """Never over; its process is noted in the folder `medium`."""
    Path(task.medium, f"{os.getpid()}").touch()
    progress(0.1)
    time.sleep(3600.0)
    return task.name
