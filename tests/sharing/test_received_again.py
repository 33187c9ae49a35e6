"""Received again while the program is killed: the recording is the old one or the new one, and always whole."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from coach.errors import KnownError
from coach.session.open_store import open_store
from coach.session.recording_rows import CHUNK_BYTES
from coach.session.schema import RECORDING
from coach.session.store import SessionStore
from coach.sharing.export import Choice, share
from coach.sharing.manifest import Part
from tests.sharing.computers import PHRASE, kept, note
from tests.support.received import receive
from tests.support.sounds import hiss, write_wave
from tests.support.stores import by_keyring, rounds

ROOT = Path(__file__).resolve().parents[2]
SOUND: tuple[Part, ...] = ("sonido",)
NOW = datetime.now(UTC)
"""The store is opened again and again, and erases what has had its day."""


@pytest.fixture
def files(agent: SessionStore, tmp_path: Path) -> list[Path]:
    """The same session, shared with two recordings of a few chunks each."""
    id, made = kept(agent, write_wave(tmp_path / "x.mka", hiss(1.0, 48_000, 2), 48_000)), []
    for number, seconds in enumerate((14.0, 18.0)):
        noise = write_wave(tmp_path / f"x{number}.mka", hiss(seconds, 48_000, 2), 48_000)
        agent.recordings.put(id, [noise.read_bytes()])
        made.append(tmp_path / f"{number}.coach")
        share(agent, id, made[-1], PHRASE, Choice(SOUND), NOW)
    return made


def recording(store: SessionStore, id: str) -> str | None:
    opened = store.recordings.open(id)
    if opened is None:
        return None
    with opened:
        return hashlib.sha256(opened.read()).hexdigest()


def rows(store: SessionStore) -> int:
    with store._database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(RECORDING)).scalar() or 0)


@pytest.fixture
def program(files: list[Path], tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.support.receiving_again", str(tmp_path / "t"), *map(str, files)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as made:
        yield made
        assert made.stdin is not None
        made.stdin.close()


def test_a_kill_at_any_moment_loses_neither(files: list[Path], program: subprocess.Popen[str], tmp_path: Path) -> None:
    folder, source, chance = tmp_path / "t", by_keyring(tmp_path / "keyring.json"), random.Random(5)  # noqa: S311
    with open_store(folder, source) as store:
        whole = {recording(store, id := receive(store, file, PHRASE, NOW).session) for file in files}
        store.annotations.put([note(id, "t1", text="Mira tus hombros")])
        most = rows(store)
    assert None not in whole
    assert len(whole) == 2
    assert most * CHUNK_BYTES > 2**20, "it takes a while to write"
    found: Counter[str | None] = Counter()
    assert program.stdin is not None
    assert program.stdout is not None
    if sys.platform == "win32":
        pytest.skip("there is no fork")
    for _ in range(rounds(6, 40)):
        program.stdin.write("\n")
        program.stdin.flush()
        pid = int(program.stdout.readline())
        time.sleep(chance.uniform(0.05, 1.0))
        os.kill(pid, signal.SIGKILL)
        for _ in iter(program.stdout.readline, "over\n"):
            pass
        with open_store(folder, source) as store:
            found[recording(store, id)] += 1
            assert {one.id for one in store.annotations.of(id)} == {"a1", "t1"}
            assert store.load(id).result.duration_s > 0.0
            assert rows(store) <= most, "what was left of an attempt is gone"
    assert set(found) <= whole, found


def test_what_cannot_be_read_to_its_end_leaves_the_old_one(files: list[Path], trainer: SessionStore) -> None:
    id = receive(trainer, files[0], PHRASE, NOW).session
    before, there = recording(trainer, id), rows(trainer)

    def breaking() -> Iterator[bytes]:
        yield bytes(40 * CHUNK_BYTES)
        raise KnownError("El disco falla.")

    with pytest.raises(KnownError, match="El disco falla"):
        trainer.recordings.put(id, breaking())
    assert (recording(trainer, id), rows(trainer)) == (before, there)
    receive(trainer, files[1], PHRASE, NOW)
    assert recording(trainer, id) != before
    trainer.recordings.remove(id)
    assert rows(trainer) == 0
