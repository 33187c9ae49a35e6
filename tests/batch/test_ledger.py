"""What is done is known, also after a kill in the middle of a line; what has changed is done anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.batch import ledger
from coach.batch.ledger import LEDGER_FILE, Entry, Ledger, entry_of, way
from coach.batch.task import Task

TASK = Task("ana/a.mp4", "a.mp4", 7, 1_700_000_000_123_456_789, moment="saludo")
DOCUMENT = {
    "source": {"duration_s": 5.25},
    "signals": [{"id": "sonrisa"}, {"id": "asentir"}, {"id": "sonrisa"}],
    "voice": {"findings": [{"id": "rapido"}]},
}


def test_what_is_done_is_known_by_the_next_run(tmp_path: Path) -> None:
    Ledger(tmp_path).add(entry_of(TASK, DOCUMENT))
    assert Ledger(tmp_path).done(TASK) == Entry(
        "ana/a.mp4", 7, 1_700_000_000_123_456_789, way(TASK), 5.25, ("sonrisa", "asentir", "rapido")
    )


@pytest.mark.parametrize("change", [{"bytes": 8}, {"modified_ns": 1}, {"moment": None}, {"mask": True}, {"name": "b"}])
def test_what_has_changed_is_not_done(tmp_path: Path, change: dict[str, object]) -> None:
    Ledger(tmp_path).add(entry_of(TASK, DOCUMENT))
    assert Ledger(tmp_path).done(replace(TASK, **change)) is None  # type: ignore[arg-type]


def test_another_profile_under_the_same_name_is_another_way(tmp_path: Path) -> None:
    profile = tmp_path / "perfil.json"
    profile.write_text("uno")
    before = way(replace(TASK, profile=str(profile)))
    profile.write_text("otro")
    assert len({before, way(replace(TASK, profile=str(profile))), way(TASK)}) == 3


def test_another_coach_is_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    before = way(TASK)
    monkeypatch.setattr(ledger, "__version__", "99.0.0")
    assert way(TASK) != before


def test_a_line_that_broke_off_costs_that_recording_alone(tmp_path: Path) -> None:
    book = Ledger(tmp_path)
    tasks = [replace(TASK, name=name) for name in ("a", "b", "c")]
    for task in tasks:
        book.add(entry_of(task, DOCUMENT))
    whole = (tmp_path / LEDGER_FILE).read_bytes()
    (tmp_path / LEDGER_FILE).write_bytes(whole[:-5])
    again = Ledger(tmp_path)
    assert [again.done(task) is not None for task in tasks] == [True, True, False]
    again.add(entry_of(tasks[2], DOCUMENT))
    assert [Ledger(tmp_path).done(task) is not None for task in tasks] == [True, True, True]


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_in_the_file_it_is_no_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / LEDGER_FILE).write_bytes(content + b'\n{"name": 1}\n[]\nnull\n')
    assert Ledger(tmp_path).done(TASK) is None
