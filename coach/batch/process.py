"""What a process of the pool does: one recording after the other, until nobody asks any more.

Light to import: what it analyses with is loaded only here, after the number of threads has been settled.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from coach.batch.task import Outcome, Task

if TYPE_CHECKING:
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

Work: TypeAlias = Callable[[Task, Callable[[float], None]], Outcome]
_EVERY_S: Final = 0.2


def analysis(task: Task, progress: Callable[[float], None]) -> Outcome:
    """The work that there is to do; loads what it is done with."""
    # One process a core, and three models in each: linear algebra with threads of its own would only be in the way.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from coach.batch.work import outcome

    return outcome(task, progress)


def serve(pipe: Connection[Any, Any], work: Work, cores: Sequence[int] = ()) -> None:
    """Take tasks from `pipe`; give back shares of them (numbers) and, at last, their outcome.

    `cores`: those that it may use, all where none are told.
    """
    if sys.platform == "linux" and cores:
        os.sched_setaffinity(0, cores)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the one that was started here decides
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that what was begun is put away
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        pipe.send(work(task, _told(pipe)))


def _told(pipe: Connection[Any, Any]) -> Callable[[float], None]:
    last_s = 0.0

    def tell(share: float) -> None:
        nonlocal last_s
        now_s = time.monotonic()
        if now_s - last_s >= _EVERY_S:
            last_s = now_s
            pipe.send(share)

    return tell


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
