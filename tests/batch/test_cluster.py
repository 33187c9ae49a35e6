"""A real cluster of dask on this computer: scheduler and workers are processes, and some are killed on the way."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import distributed
import pytest

from coach.batch import cluster
from coach.batch.cluster import on_cluster
from coach.batch.task import Finished, Restarted, Step
from coach.errors import KnownError
from tests.cli.conftest import CLIPS, ROOT, Coach
from tests.support.chores import chore, fatal, told, waiting
from tests.support.media import write_sound

# dask's own: its client leaves a socket to the collector now and then.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


class Cluster:
    """Of its own processes, on the loopback alone."""

    def __init__(self, folder: Path) -> None:
        self._where = folder / "scheduler.json"
        self.programs = [
            self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", self._where)
        ]
        deadline = time.monotonic() + 60.0
        while not self._where.exists() or not self._where.read_text(encoding="utf-8").endswith("}"):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        self.address: str = json.loads(self._where.read_text(encoding="utf-8"))["address"]

    def add_workers(self, count: int) -> list[subprocess.Popen[bytes]]:
        """A process each, with one thread and nobody who would start it again; they are at work once this returns."""
        options = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")
        added = [self._start("worker", self.address, *options) for _ in range(count)]
        self.programs += added
        client: Any = distributed.Client
        with client(self.address, set_as_default=False) as waiting_for:
            waiting_for.wait_for_workers(count, timeout=120)
        return added

    def close(self) -> None:
        for program in self.programs:
            program.kill()
        for program in self.programs:
            program.wait()

    def _start(self, *arguments: str | Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", *map(str, arguments), "--dashboard-address", "127.0.0.1:0"]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, env=environment, cwd=self._where.parent, stdout=quiet, stderr=quiet)


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Cluster]:
    folder = tmp_path / "dask"
    folder.mkdir()
    made = Cluster(folder)
    try:
        yield made
    finally:
        made.close()


def finished(steps: list[Step]) -> dict[str, object]:
    return {step.task.name: step.outcome for step in steps if isinstance(step, Finished)}


def test_all_are_done_although_workers_are_killed(dask: Cluster, tmp_path: Path) -> None:
    workers = dask.add_workers(3)
    medium = write_sound(tmp_path / "a.wav")
    tasks = [chore(f"t{number}", medium) for number in range(400)]
    steps: list[Step] = []
    for step in on_cluster(dask.address, tasks, waiting):
        steps.append(step)
        if len(steps) in (50, 150):
            workers.pop().kill()
    assert finished(steps) == {task.name: task.name for task in tasks}
    assert len([step for step in steps if isinstance(step, Finished)]) == 400
    assert any(isinstance(step, Restarted) for step in steps)


def test_what_kills_every_worker_is_given_up_and_told(dask: Cluster, tmp_path: Path) -> None:
    dask.add_workers(5)
    medium = write_sound(tmp_path / "a.wav")
    outcomes = finished(list(on_cluster(dask.address, [chore("always", medium, 9), chore("t1", medium)], fatal)))
    assert outcomes["t1"] == "t1"
    assert "terminaron de golpe una y otra vez" in str(outcomes["always"])


def test_real_recordings_come_back_as_from_this_computer(dask: Cluster, coach: Coach, tmp_path: Path) -> None:
    dask.add_workers(2)
    calls = tmp_path / "llamadas"
    calls.mkdir()
    shutil.copy(CLIPS / "sonrisa.mp4", calls)
    write_sound(calls / "voz.wav")
    (calls / "rota.mp4").write_bytes(b"nada")
    there = coach("analizar", calls, "--json", "lejos", "--dask", dask.address)
    assert (there.returncode, there.stderr) == (1, "Una no se pudo analizar y 2 salieron bien; arriba está por qué.\n")
    here = coach("analizar", calls, "--json", "cerca")
    assert here.stdout.replace("cerca", "lejos") == there.stdout
    for name in ("sonrisa.mp4.json", "voz.wav.json"):
        far, near = (json.loads((tmp_path / where / name).read_text(encoding="utf-8")) for where in ("lejos", "cerca"))
        assert far == near


def test_a_cluster_that_is_not_there(coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_CONNECT_S", 0.5)
    tasks = [chore("a", write_sound(tmp_path / "a.wav"))]
    for address in ("tcp://127.0.0.1:1", "nada", "http://127.0.0.1:1", "tcp://"):
        with pytest.raises(KnownError, match="No hay ningún clúster de dask en"):
            list(on_cluster(address, tasks, told))


def test_a_cluster_without_workers_says_so(dask: Cluster, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no tiene trabajadores"):
        list(on_cluster(dask.address, [chore("a", write_sound(tmp_path / "a.wav"))], told))


def test_workers_that_do_not_see_the_recordings(dask: Cluster, tmp_path: Path) -> None:
    dask.add_workers(1)
    with pytest.raises(KnownError, match="del clúster no ve «.*en otro equipo.wav».* carpeta compartida"):
        list(on_cluster(dask.address, [chore("a", tmp_path / "en otro equipo.wav")], told))


def test_a_cluster_that_is_lost_on_the_way(dask: Cluster, tmp_path: Path) -> None:
    dask.add_workers(1)
    tasks = [chore(f"t{number}", write_sound(tmp_path / "a.wav")) for number in range(200)]
    with pytest.raises(KnownError, match="Se perdió la conexión con el clúster"):
        for number, _ in enumerate(on_cluster(dask.address, tasks, waiting)):
            if number == 3:
                dask.close()
