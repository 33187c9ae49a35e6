"""`coach sesiones`: every command knows a session by what this list shows of it."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coach.cli.main import run
from coach.manual.clients import load_clients
from coach.manual.moments import load_moments
from coach.session.key_file import Cost
from coach.session.open_store import open_store
from coach.settings import store_folder
from tests.support.stores import STARTED, session_record, typed

PHRASE = "tres tristes tigres"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    monkeypatch.setenv("COACH_FRASE", PHRASE)


@pytest.fixture
def ids() -> tuple[str, str]:
    """Of an older and a newer session."""
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        record = session_record()
        return store.save(record), store.save(replace(record, kind="en_vivo", started=STARTED + timedelta(days=1)))


def test_each_is_there_with_what_tells_it_apart(ids: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["sesiones"]) == 0
    newer, older = capfd.readouterr().out.splitlines()
    assert newer.startswith(ids[1]) and older.startswith(ids[0])
    assert f"{(STARTED + timedelta(days=1)).astimezone():%Y-%m-%d %H:%M}" in newer
    assert "Atención en vivo" in newer and "Práctica" in older
    assert load_clients()["grosero"].name in older and load_moments()["queja"].name in older


def test_a_recording_is_listed_by_its_name(
    ids: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Not by the folders that it lies in."""
    monkeypatch.chdir(tmp_path)
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        store.media.put(ids[1], Path("/casa/de ana/llamada.mp4"))
    assert run(["sesiones", "--json", "s.json"]) == 0
    newer, older = capfd.readouterr().out.splitlines()
    assert "llamada.mp4" in newer and "de ana" not in newer and "mp4" not in older
    listed = json.loads(Path("s.json").read_text(encoding="utf-8"))["sesiones"]
    assert [one["archivo"] for one in listed] == ["llamada.mp4", None]


def test_as_json(ids: tuple[str, str], tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["sesiones", "--json", "-"]) == 0
    listed = json.loads(capfd.readouterr().out)["sesiones"]
    assert [one["id"] for one in listed] == [ids[1], ids[0]]
    assert listed[1]["tipo"] == "practica" and not listed[1]["compartida"]
    assert run(["sesiones", "--json", str(tmp_path / "s.json")]) == 0
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))["sesiones"] == listed
    assert ids[0] in capfd.readouterr().out


def test_none_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["sesiones"]) == 1
    assert capfd.readouterr().err.startswith("Todavía no hay sesiones guardadas")
    with open_store(store_folder(), typed(PHRASE)[0]):
        pass
    assert run(["sesiones"]) == 0
    assert capfd.readouterr().out == "No hay ninguna sesión guardada.\n"


def test_the_beginning_is_enough_to_export_and_to_share(
    ids: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.sharing.seal.COST_LOG2", 10)
    monkeypatch.setenv("COACH_FRASE_COMPARTIDA", "comen trigo hoy")
    short = ids[0][: next(n for n in range(4, 9) if ids[0][:n] != ids[1][:n])]
    assert run(["exportar", short, str(tmp_path / "x.vtt"), "--formato", "vtt"]) == 0
    assert run(["compartir", short, str(tmp_path / "x.coach"), "--acepto"]) == 0


@pytest.mark.parametrize("length", [0, 1, 3])
def test_too_little_of_it_names_no_session_though_there_is_only_one(length: int, tmp_path: Path) -> None:
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        short = store.save(session_record())[:length]
    assert run(["exportar", short, str(tmp_path / "x.vtt"), "--formato", "vtt"]) == 1
    assert run(["compartir", short, str(tmp_path / "x.coach"), "--acepto"]) == 1
    assert list(tmp_path.glob("x.*")) == []


@pytest.mark.parametrize(
    "order", [["exportar", "zzz", "x.vtt", "--formato", "vtt"], ["compartir", "zzz", "x.coach"], ["revisar", "zzz"]]
)
def test_who_asks_for_another_is_told_where_they_are_listed(
    ids: tuple[str, str],
    order: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COACH_ORDEN", "python3 run.py")
    assert run(order) == 1
    assert "«python3 run.py sesiones»" in capfd.readouterr().err


@pytest.mark.parametrize("verb", ["sesiones", "exportar", "analizar", "ajustar", "compartir", "recibir"])
def test_the_help_names_what_opens_a_store_where_nobody_types(verb: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run([verb, "--help"])
    assert ended.value.code == 0
    assert "COACH_FRASE." in capfd.readouterr().out


def test_without_a_terminal_the_variable_is_named(
    ids: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("COACH_FRASE")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert run(["sesiones"]) == 1
    told = capfd.readouterr().err
    assert "ponla en la variable de entorno COACH_FRASE y vuelve a intentarlo.\n" in told
    assert told.count("\n") == 1


def test_too_short_an_identifier_is_no_file(ids: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    """Three signs name nobody's session, and it is said how many do."""
    assert run(["analizar", ids[0][:3]]) == 1
    told = capfd.readouterr().err
    assert told.startswith(f"No hay ninguna sesión «{ids[0][:3]}»") and "bastan cuatro signos" in told
