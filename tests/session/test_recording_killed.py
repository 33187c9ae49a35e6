"""Killed at any moment, a recording loses two seconds at most, and what is there can be played."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from coach.errors import KnownError
from coach.session.open_store import open_store
from coach.session.secret import SecretSource
from tests.session.test_killed import MOST_LOST_S, ROOT, killed
from tests.support.stores import rounds
from tests.support.takes import shown

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")


@pytest.fixture
def takes(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.support.running_take", str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as program:
        yield program
        assert program.stdin is not None
        program.stdin.close()


def test_a_kill_loses_two_seconds_at_most(folder: Path, source: SecretSource, takes: subprocess.Popen[str]) -> None:
    chance = random.Random(9)  # noqa: S311
    lost: list[float] = []
    for _ in range(rounds(4, 30)):
        id, told_s = killed(takes, chance.uniform(1.5, 5.0))
        with open_store(folder, source) as store:
            if id is None:
                continue
            lost.append(told_s - reached(store.recordings.open(id), told_s))
    assert len(lost) >= 2
    print(f"lost {max(lost):.2f} s at most of {len(lost)} recordings")
    assert max(lost) <= MOST_LOST_S


def reached(file: BinaryIO | None, told_s: float) -> float:
    """How far what is there can be played; every picture at its own time."""
    assert file is not None
    try:
        pictures = shown(file)
    except KnownError:
        assert told_s < MOST_LOST_S, "nothing of it can be played"
        return 0.0
    assert all(mark == pytest.approx(t, abs=0.001) for t, mark in pictures)
    return pictures[-1][0] if pictures else 0.0
