"""Many tasks on many processes: all are done, whatever dies on the way."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from coach.batch.pool import on_processes, sensible
from coach.batch.task import Finished, Reached, Restarted, Step
from tests.cli.conftest import ROOT
from tests.support.chores import chore, deadly, endless, seated, together, told


def finished(steps: list[Step]) -> dict[str, object]:
    over = [(step.task.name, step.outcome) for step in steps if isinstance(step, Finished)]
    assert len({name for name, _ in over}) == len(over), "a task was over twice"
    return dict(over)


def test_every_task_is_done_once_and_the_longest_first() -> None:
    steps = list(on_processes([chore(f"t{size}", bytes=size) for size in (2, 9, 5)], 1, told))
    assert finished(steps) == {"t2": "t2", "t9": "t9", "t5": "t5"}
    assert [step.task.name for step in steps if isinstance(step, Finished)] == ["t9", "t5", "t2"]
    assert Counter(step.share for step in steps if isinstance(step, Reached)) == {0.5: 3}
    assert multiprocessing.active_children() == []


def test_there_is_nothing_to_do() -> None:
    assert list(on_processes([], 4, told)) == []


def test_so_many_work_at_once(tmp_path: Path) -> None:
    steps = list(on_processes([chore(f"t{number}", tmp_path) for number in range(4)], 4, together))
    assert finished(steps) == {f"t{number}": f"t{number}" for number in range(4)}


def test_what_dies_is_told_and_begun_once_more(tmp_path: Path) -> None:
    names = [*(f"t{number}" for number in range(20)), "once1", "once2", "once3", "always"]
    steps = list(on_processes([chore(name, tmp_path) for name in names], 3, deadly))
    outcomes = finished(steps)
    assert {name: outcome for name, outcome in outcomes.items() if name != "always"} == {
        name: name for name in names if name != "always"
    }
    assert "terminó de golpe dos veces" in str(outcomes["always"])
    again = sorted(step.task.name for step in steps if isinstance(step, Restarted))
    assert again == ["always", "once1", "once2", "once3"]
    assert multiprocessing.active_children() == []


def test_no_process_outlives_the_one_who_lost_interest(tmp_path: Path) -> None:
    steps = on_processes([chore(f"t{number}", tmp_path) for number in range(3)], 2, endless)
    for _ in range(2):
        assert isinstance(next(steps), Reached)
    assert len(multiprocessing.active_children()) == 2
    steps.close()
    assert multiprocessing.active_children() == []


def test_who_asks_for_fewer_processes_keeps_the_other_cores() -> None:
    if sys.platform != "linux":
        pytest.skip("other systems have no word for it")
    tasks, cores = [chore("a"), chore("b")], len(os.sched_getaffinity(0))
    assert finished(list(on_processes(tasks, 1, seated, sparing=True))) == {"a": "1", "b": "1"}
    assert set(finished(list(on_processes(tasks, 2, seated, sparing=True))).values()) == {str(min(2, cores))}
    assert set(finished(list(on_processes(tasks, 1, seated))).values()) == {str(cores)}


def test_a_process_has_loaded_nothing_before_it_settles_its_threads() -> None:
    what = "import coach.__main__, coach.batch.process, sys; print('numpy' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", what], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"


def test_there_is_always_one_process() -> None:
    assert sensible() >= 1
