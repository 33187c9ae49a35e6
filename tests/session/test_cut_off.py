"""A store that ends anywhere opens with what is whole, or is set aside as it is and said to be damaged."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from coach.session.open_store import STORE_FILE, open_store
from coach.session.secret import SecretSource
from coach.session.store_errors import DamagedError
from tests.support.stores import STARTED, rounds, session_events, session_record, unexpected


@pytest.fixture
def crashed(tmp_path: Path, folder: Path, source: SecretSource) -> Path:
    """A store as a crash leaves it: some sessions in its file, some only in its log."""
    with open_store(folder, source) as store:
        for minute in range(3):
            store.save(session_record(minute))
    copy = tmp_path / "crashed"
    with open_store(folder, source) as store:
        writer = store.begin("en_vivo", STARTED, unexpected)
        writer.add(event for batch in session_events(30.0) for event in batch)
        writer.close()
        store.save(session_record(minute=9))
        shutil.copytree(folder, copy)
    return copy


@pytest.mark.parametrize("part", [STORE_FILE, STORE_FILE + "-wal"])
def test_it_opens_or_says_why_wherever_it_ends(tmp_path: Path, source: SecretSource, crashed: Path, part: str) -> None:
    chance = random.Random(2)  # noqa: S311
    outcomes = Counter[str]()
    size = (crashed / part).stat().st_size
    assert size > 20_000
    for number in range(rounds(15, 100)):
        folder = tmp_path / str(number)
        shutil.copytree(crashed, folder)
        os.truncate(folder / part, chance.randrange(size))
        before = {file.read_bytes() for file in folder.glob("sesiones.db*") if not file.name.endswith("-shm")}
        outcomes[opened(folder, source, before)] += 1
        shutil.rmtree(folder)
    print(part, dict(outcomes))
    assert outcomes["set aside" if part == STORE_FILE else "whole"] > 0


def opened(folder: Path, source: SecretSource, before: set[bytes]) -> str:
    """How it went; raises when anything was lost on the way or went unsaid."""
    try:
        with open_store(folder, source) as store:
            for header in store.sessions():
                if header.state == "whole":
                    assert store.load(header.id).result.duration_s == 60.0
                store.events(header.id)
                list(store.features(header.id, "body"))
            assert len(store.sessions()) >= 3, "what was in the file before is gone"
            return "whole"
    except DamagedError as error:
        aside = [file for file in folder.glob("sesiones-danadas-*.db*") if not file.name.endswith("-shm")]
        assert all(file.name.partition(".db")[0] in str(error) for file in aside)
        assert {file.read_bytes() for file in aside} == before, "it was changed before it was set aside"
        with open_store(folder, source) as store:
            assert store.sessions() == []
        return "set aside"
