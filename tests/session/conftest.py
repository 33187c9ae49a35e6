"""A store of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.session.key_file import Cost
from coach.session.open_store import open_store
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from tests.support.stores import by_keyring


@pytest.fixture
def quick_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """New passphrases cost a thousandth of the memory, and so of the time."""
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))


@pytest.fixture
def source(tmp_path: Path) -> SecretSource:
    return by_keyring(tmp_path / "keyring.json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sesiones"


@pytest.fixture
def store(folder: Path, source: SecretSource) -> Iterator[SessionStore]:
    with open_store(folder, source) as opened:
        yield opened
