"""Four workers do at least 3.2 times the work of one, on a simulated cluster; two 1.8 times, on real cores.

Scheduler, workers, transport, ledger, files, encrypted store and progress are the real ones; only the analysis is not:
it sleeps for as long as it would take, so that four of them need no four cores. What is shown is that all that we add
around it (handing out, sending back, keeping, and a last recording that others wait for) costs less than a fifth. The
recordings take a second or two, so that it weighs more here than with any real one. What is not shown is how long a
worker takes to load its models, once, and whether analyses that run side by side slow each other down: the second test
measures that, with real recordings, on a computer that does nothing else meanwhile.

One worker of the cluster is never faster than the sum of what the recordings take: nobody needs to wait for it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from coach.batch.cluster import on_cluster
from coach.batch.pool import _cores, on_processes
from coach.batch.task import Step, Task
from coach.cli.analizar_carpeta import _follow
from coach.cli.folder_results import Results
from coach.session.open_store import open_store
from tests.batch.test_cluster import Cluster, dask
from tests.cli.conftest import ROOT
from tests.support.chores import paced
from tests.support.media import write_sound
from tests.support.stores import by_keyring, rounds

__all__ = ["dask"]

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # dask's own, as in test_cluster.py
WORKERS, LEAST = 4, 3.2
LENGTHS_S = [1.0 + 0.1 * (number * 7 % 15) for number in range(20)]
"""1 to 2.4 s, in no order."""


def tasks(medium: Path, lengths_s: Iterable[float]) -> list[Task]:
    return [Task(str(number), str(medium), round(1e6 * length), number) for number, length in enumerate(lengths_s)]


def kept_s(steps: Iterable[Step], given: list[Task], folder: Path) -> float:
    """Seconds until all that came of them is kept."""
    folder.mkdir(exist_ok=True)
    with open_store(folder / "sesiones", by_keyring(folder / "llavero.json")) as store:
        results = Results(str(folder / "datos"), None, store)
        began = time.monotonic()
        assert _follow(steps, given, results) == {}
        took_s = time.monotonic() - began
        assert len(store.sessions()) == len(results.entries) == len(given)
        assert len(list((folder / "datos").glob("*.json"))) == len(given)
    return took_s


def test_four_workers_do_the_work_of_more_than_three(dask: Cluster, tmp_path: Path) -> None:
    dask.add_workers(WORKERS)
    medium = write_sound(tmp_path / "a.wav")
    for _ in on_cluster(dask.address, tasks(medium, [0.1] * 5 * WORKERS), paced):
        pass  # every worker has loaded what it works with
    work = tasks(medium, LENGTHS_S)
    took_s = kept_s(on_cluster(dask.address, work, paced), work, tmp_path)
    print(f"{sum(LENGTHS_S):.1f} s of work in {took_s:.1f} s: {sum(LENGTHS_S) / took_s:.2f} times one worker")
    assert sum(LENGTHS_S) / took_s >= LEAST


@pytest.mark.skipif(not rounds(0, 1), reason="two minutes, and nobody else may work meanwhile; COACH_ALL_ROUNDS asks")
@pytest.mark.skipif(len(_cores()) < 2, reason="there are no two cores, or the system does not let itself be told which")
def test_two_cores_do_the_work_of_nearly_two(tmp_path: Path) -> None:
    """A process and a core each, from nothing to everything kept: as `--procesos 1` and `--procesos 2`."""
    demo = ROOT / "fixtures" / "demo.mp4"
    given = [Task(str(number), str(demo), 1, number, kept=True) for number in range(4)]
    took_s = [kept_s(on_processes(given, count, sparing=True), given, tmp_path / str(count)) for count in (1, 2)]
    print(f"{took_s[0]:.1f} s on one core, {took_s[1]:.1f} s on two: {took_s[0] / took_s[1]:.2f} times")
    assert took_s[0] / took_s[1] >= 1.8
