"""Tasks on the cores of this computer: a process each, which may die without taking anything along."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Generator, Sequence
from multiprocessing.connection import wait
from typing import Final

from coach.batch.memory import installed_bytes
from coach.batch.process import Work, analysis, serve
from coach.batch.task import Finished, Reached, Restarted, Step, Task

_ATTEMPTS: Final = 2
_PATIENCE_S: Final = 3.0
_MEMORY: Final = 1 << 30
"""Bytes of memory for each process: 0.7 GB at most were seen in use, and the rest is for others."""
_DIED: Final = (
    "El proceso que analizaba «{}» terminó de golpe dos veces, casi siempre por falta de memoria; cierra otros "
    "programas y repite la orden, o usa --procesos con un número menor."
)


def sensible() -> int:
    """How many processes this computer has cores for, and memory where the system tells how much there is."""
    cores = len(_cores()) or os.cpu_count() or 1
    memory = installed_bytes()
    return cores if memory is None else max(1, min(cores, memory // _MEMORY))


def _cores() -> list[int]:
    """The cores that may be used; none where the system has no word for that."""
    if sys.platform == "linux":
        return sorted(os.sched_getaffinity(0))
    return []


def on_processes(
    tasks: Sequence[Task], processes: int, work: Work = analysis, *, sparing: bool = False
) -> Generator[Step]:
    """Do every task, the longest first, with so many `processes`; the steps as they come.

    A task whose process dies is begun once more; after that it is over with a sentence. The processes end with the
    iteration, however it ends. `work` is what they do, the analysis unless told otherwise. `sparing`: they use as many
    cores as they are, where the system lets itself be told, and leave the others to whoever works here meanwhile;
    otherwise all there are, for an analysis has more threads than one.
    """
    waiting = deque(sorted(tasks, key=lambda task: -task.bytes))
    attempts: dict[str, int] = {}
    workers: list[_Worker] = []
    cores = _cores()[:processes] if sparing else []
    try:
        while waiting or workers:
            while waiting and len(workers) < processes:
                workers.append(_Worker(work, cores))
                workers[-1].give(waiting.popleft(), attempts)
            ready = wait([worker.pipe for worker in workers])
            for worker in [one for one in workers if one.pipe in ready]:
                step = worker.step(attempts)
                if isinstance(step, Restarted):
                    waiting.appendleft(step.task)
                if isinstance(step, Finished) and waiting and worker.alive:
                    worker.give(waiting.popleft(), attempts)
                elif not isinstance(step, Reached):
                    worker.end()
                    workers.remove(worker)
                yield step
    finally:
        for worker in workers:
            worker.process.terminate()
        for worker in workers:
            worker.end()


class _Worker:
    """One process and the task that it was given."""

    def __init__(self, work: Work, cores: Sequence[int]) -> None:
        """`cores`: those that it may use, all where none are told."""
        # spawn: a fork would inherit threads and models in the middle of their work.
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, work, cores), name="coach-batch")
        self.process.start()
        theirs.close()
        self.alive = True
        self._task: Task | None = None

    def give(self, task: Task, attempts: dict[str, int]) -> None:
        attempts[task.name] = attempts.get(task.name, 0) + 1
        self._task = task
        try:
            self.pipe.send(task)
        except OSError:  # it died meanwhile: its end of the pipe tells so soon
            self.alive = False

    def step(self, attempts: dict[str, int]) -> Step:
        """What it told; the pipe has something to read."""
        assert self._task is not None
        try:
            told = self.pipe.recv()
        except (EOFError, OSError):
            self.alive = False
            again = attempts[self._task.name] < _ATTEMPTS
            return Restarted(self._task) if again else Finished(self._task, _DIED.format(self._task.medium))
        return Reached(self._task, told) if isinstance(told, float) else Finished(self._task, told)

    def end(self) -> None:
        """Wait for the process, whose pipe is closed here; a process that does not end is ended."""
        self.pipe.close()
        self.process.join(_PATIENCE_S)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()
        self.process.close()
