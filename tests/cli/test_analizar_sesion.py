"""`coach analizar SESION`: what was kept is told again as a recording is, and nothing in the store changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.cli.main import run
from coach.session.key_file import Cost
from coach.session.open_store import STORE_FILE, open_store
from coach.settings import store_folder
from tests.support.kept import in_a_row, keep
from tests.support.recorded import neutral
from tests.support.stores import session_record, typed
from tests.support.together import spoken

PHRASE = "tres tristes tigres"


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> str:
    """A kept session of a person who smiles and crosses the arms; beside it one that has only its report."""
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    monkeypatch.setenv("COACH_FRASE", PHRASE)
    seen = in_a_row(("neutral", "sonrisa", "brazos_cruzados"))
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        id, _ = keep(store, seen, spoken(seen[-1].t), neutral(seen))
        store.save(session_record())
    return id


def test_summary_json_and_report(session: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = (store_folder() / STORE_FILE).read_bytes()
    data, page = tmp_path / "de_nuevo.json", tmp_path / "de_nuevo.html"
    assert run(["analizar", session[:6], "--json", str(data), "--informe", str(page)]) == 0
    told = capfd.readouterr().out
    assert "Sonrisa" in told
    assert f"Datos: {data}\nInforme: {page}" in told
    found = {one["id"] for one in json.loads(data.read_text(encoding="utf-8"))["signals"]}
    assert found >= {"sonrisa", "brazos_cruzados"}
    assert "Brazos cruzados" in page.read_text(encoding="utf-8")
    assert (store_folder() / STORE_FILE).read_bytes() == before


def test_of_what_somebody_shared_it_is_not_said_that_nothing_was_sent(
    session: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("coach.sharing.seal.COST_LOG2", 10)
    monkeypatch.setenv("COACH_FRASE_COMPARTIDA", PHRASE)
    file, page, trainer = tmp_path / "x.coach", tmp_path / "x.html", tmp_path / "otra"
    assert run(["compartir", session, str(file), "--acepto"]) == 0
    for module in ("coach.settings", "coach.cli.kept_sessions"):
        monkeypatch.setattr(f"{module}.store_folder", lambda: trainer)
    assert run(["recibir", str(file)]) == 0
    with open_store(trainer, typed(PHRASE)[0]) as store:
        (received,) = store.shared.sessions()
    capfd.readouterr()
    assert run(["analizar", received.id, "--informe", str(page)]) == 0
    for told in (" ".join(capfd.readouterr().out.split()), page.read_text(encoding="utf-8")):
        assert "Esta sesión te la compartieron" in told and "Nada salió" not in told


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["fffffff"], 1, "No hay ninguna sesión «fffffff», ni una grabación que se llame así"),
        (["SESSION", "--momento", "saludo"], 2, "--momento es para grabaciones: una sesión guardada ya trae lo suyo"),
        (["SESSION", "--cubrebocas", "si"], 2, "--cubrebocas es para grabaciones"),
        (["REPORT"], 1, "no se guardaron mediciones, solo su informe"),
        (["SESSION", "--almacen", "nada"], 1, "No encuentro la carpeta «nada»"),
        (["SESSION", "--procesos", "2"], 2, "--procesos es para analizar una carpeta"),
        (["SESSION", "--informe", "-"], 2, "El informe se guarda en un archivo"),
    ],
)
def test_one_sentence(
    session: str, arguments: list[str], code: int, sentence: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        report = next(header.id for header in store.sessions() if header.id != session)
    names = {"SESSION": session, "REPORT": report}
    assert run(["analizar", *(names.get(one, one) for one in arguments)]) == code
    captured = capfd.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert captured.err.count("\n") == 1


def test_a_file_of_that_name_is_a_recording(
    session: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / session).write_bytes(b"no video")
    monkeypatch.chdir(tmp_path)
    assert run(["analizar", session]) == 1
    assert "sesión" not in capfd.readouterr().err


def test_a_beginning_that_several_have(session: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from coach.cli.kept_sessions import found, opened
    from coach.errors import KnownError

    twin = session[:-1] + ("0" if session[-1] != "0" else "1")
    monkeypatch.setattr("coach.session.record_rows.secrets.token_hex", lambda _: twin)
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        assert store.save(session_record()) == twin
    with opened() as store:
        assert found(store, session).id == session
        with pytest.raises(KnownError, match="puede ser cualquiera de estas sesiones"):
            found(store, session[:-1])
