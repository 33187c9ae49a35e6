"""Two computers: the agent's store and the trainer's; and passphrases that cost little."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.session.open_store import open_store
from coach.session.store import SessionStore
from tests.support.stores import by_keyring


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """New files cost a hundredth of the memory, and so of the time."""
    monkeypatch.setattr("coach.sharing.seal.COST_LOG2", 10)


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[SessionStore]:
    with open_store(tmp_path / "agente", by_keyring(tmp_path / "a.json")) as store:
        yield store


@pytest.fixture
def trainer(tmp_path: Path) -> Iterator[SessionStore]:
    with open_store(tmp_path / "capacitador", by_keyring(tmp_path / "t.json")) as store:
        yield store
