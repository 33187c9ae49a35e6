"""Killed at any moment, a running session loses two seconds at most, and no store is ever corrupt."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.core.events import SignalChanged
from coach.session.open_store import open_store
from coach.session.secret import SecretSource
from tests.support.stores import rounds

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
ROOT = Path(__file__).resolve().parents[2]
MOST_LOST_S = 2.0


@pytest.fixture
def sessions(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.support.running_session", str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as program:
        yield program
        assert program.stdin is not None
        program.stdin.close()


def killed(program: subprocess.Popen[str], after_s: float) -> tuple[str | None, float]:
    """Begin a session, kill it so long after its process began; its id (if it had one), and how far it was told."""
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write("\n")
    program.stdin.flush()
    pid = int(program.stdout.readline())
    time.sleep(after_s)
    if sys.platform == "win32":
        raise OSError("there is no SIGKILL")
    os.kill(pid, signal.SIGKILL)
    lines = list(iter(program.stdout.readline, "over\n"))
    return (lines[0].strip(), float(lines[-1]) if len(lines) > 1 else 0.0) if lines else (None, 0.0)


def test_a_kill_loses_two_seconds_at_most(folder: Path, source: SecretSource, sessions: subprocess.Popen[str]) -> None:
    chance = random.Random(4)  # noqa: S311
    lost: list[float] = []
    ids: list[str] = []
    for _ in range(rounds(4, 30)):
        id, told_s = killed(sessions, chance.uniform(0.0, 3.0))
        with open_store(folder, source) as store:
            states = {header.id: header for header in store.sessions()}
            assert set(ids) <= set(states), "an earlier session is gone"
            assert len(states) <= len(ids) + 1
            assert {header.id for header in store.recovered} == set(states), "none has a record yet"
            ids = list(states)
            if id is None:  # killed before it could tell that it had begun, if it had
                continue
            kept = [event.t for event in store.events(id) if isinstance(event, SignalChanged)]
            rows = list(store.features(id, "body"))
            assert kept == sorted(kept)
            assert len(rows) == pytest.approx(len(kept), abs=len(kept) / 2)  # thinned, but there
            lost.append(told_s - states[id].duration_s)
    assert len(lost) >= 2
    print(f"lost {max(lost):.2f} s at most of {len(lost)} sessions")
    assert max(lost) <= MOST_LOST_S
