"""A recording that cannot begin leaves nothing behind that would be in the way of the next attempt."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from coach.errors import KnownError
from coach.session.store import SessionStore
from tests.support.stores import STARTED, unexpected


@pytest.fixture
def take(folder: Path) -> Path:
    return folder / "grabaciones"


def test_a_recording_that_could_not_begin_may_begin_again(store: SessionStore, take: Path) -> None:
    writer = store.begin("en_vivo", STARTED, unexpected)
    take.write_bytes(b"")  # no folder can be made here
    for _ in range(2):
        with pytest.raises(KnownError, match="No puedo grabar en"):
            store.recordings.begin(writer.id)
    take.unlink()
    store.recordings.begin(writer.id).close()
    assert len(list(take.iterdir())) == 1


def test_a_disk_that_takes_no_beginning_keeps_no_file(
    store: SessionStore, take: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    writer = store.begin("en_vivo", STARTED, unexpected)
    with monkeypatch.context() as patched:
        patched.setattr("coach.session.recording_file.settle", full)
        with pytest.raises(KnownError, match="el disco está lleno"):
            store.recordings.begin(writer.id)
    assert list(take.iterdir()) == []
    store.recordings.begin(writer.id).close()
