"""`coach revisar`: what cannot be reviewed is one sentence, before any window opens."""

from __future__ import annotations

import pytest

from coach.cli.main import run
from coach.session.key_file import Cost
from coach.session.open_store import open_store
from coach.settings import store_folder
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
