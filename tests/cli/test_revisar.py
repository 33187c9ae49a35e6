"""`coach revisar`: what cannot be reviewed is one sentence, before any window opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.cli.main import run
from coach.session.key_file import Cost
from coach.session.open_store import open_store
from coach.settings import store_folder
from coach.ui.main import ReviewStart
from tests.support.stores import session_record, typed

PHRASE = "tres tristes tigres"


def test_without_any_session(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["revisar", "0a1b2c3d"]) == 1
    assert capfd.readouterr().err.startswith("Todavía no hay sesiones guardadas")


def test_a_session_that_there_is_not(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        id = store.save(session_record())
    monkeypatch.setenv("COACH_FRASE", PHRASE)
    monkeypatch.setattr("coach.cli.revisar.has_display", lambda: False)
    assert run(["revisar", "zzz"]) == 1
    assert "ni una grabación que se llame así" in capfd.readouterr().err
    assert run(["revisar", id]) == 1
    assert capfd.readouterr().err == (
        "No hay pantalla donde abrir la revisión; entra con escritorio, o usa «coach exportar».\n"
    )


@pytest.mark.parametrize("kind", ["own", "folder"])
def test_its_passphrase_is_typed_once(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not in the terminal and then in the window again."""
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    monkeypatch.setattr("coach.session.secret.system_keyring", lambda: None)
    folder = store_folder() if kind == "own" else tmp_path / "otra"
    with open_store(folder, typed(PHRASE)[0]) as store:
        id = store.save(session_record())
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("coach.cli.passphrase.getpass", lambda _: PHRASE)
    monkeypatch.setattr("coach.cli.revisar.has_display", lambda: True)
    begun: list[ReviewStart] = []

    def window(*, review: ReviewStart) -> int:
        begun.append(review)
        return 0

    monkeypatch.setattr("coach.ui.main.run", window)
    there = [] if kind == "own" else ["--almacen", str(folder)]
    assert run(["revisar", id[:4], *there]) == 0
    (start,) = begun
    assert start == ReviewStart(id, there[-1] if there else None, PHRASE) and PHRASE not in repr(start)
