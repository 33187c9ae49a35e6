"""`coach compartir` and `coach recibir`: what goes along is said first, and a passphrase is never an argument."""

from __future__ import annotations

import io
import json
from datetime import datetime
from pathlib import Path

import pytest

from coach.cli.main import run
from coach.session.key_file import Cost
from coach.session.open_store import STORE_FILE, open_store, read_store
from coach.session.store import SessionStore
from coach.settings import store_folder
from coach.sharing.contents import read_contents
from coach.sharing.export import Choice, share
from tests.sharing.computers import NOW, kept, note
from tests.support.received import receive
from tests.support.stores import session_record, typed

OWN, SHARED = "tres tristes tigres", "comen trigo hoy"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    monkeypatch.setattr("coach.sharing.seal.COST_LOG2", 10)
    monkeypatch.setenv("COACH_FRASE", OWN)
    monkeypatch.setenv("COACH_FRASE_COMPARTIDA", SHARED)


def opened() -> SessionStore:
    return open_store(store_folder(), typed(OWN)[0])


class Typing(io.StringIO):
    """A terminal in which somebody types this."""

    def isatty(self) -> bool:
        return True


def other_computer(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    for module in ("coach.settings", "coach.cli.kept_sessions"):
        monkeypatch.setattr(f"{module}.store_folder", lambda: folder)


def test_there_and_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    with opened() as store:
        id = kept(store)
    agent, file = store_folder(), tmp_path / "x.coach"
    assert run(["compartir", id, str(file), "--dias", "7", "--acepto"]) == 0
    said = capfd.readouterr().out
    assert "En el archivo va:" in said and "No van: tu nombre" in said and "el video ni el sonido." in said
    assert "no hay vuelta atrás" in said and str(file) in said
    other_computer(monkeypatch, tmp_path / "otra")
    assert run(["recibir", str(file)]) == 0
    said = capfd.readouterr().out
    assert "(una nota nueva)" in said and "Queda aparte de las tuyas" in said
    assert run(["recibir", str(file)]) == 0
    assert "nota" not in capfd.readouterr().out
    with open_store(tmp_path / "otra", typed(OWN)[0]) as store:
        (header,) = store.shared.sessions()
        assert header.id in said
        store.annotations.put([note(header.id, "t1", text="Mira tus hombros")])
    assert run(["compartir", header.id, str(file), "--firma", "Formación"]) == 0
    assert capfd.readouterr().out == f"Una nota cifrada: {file}\n"
    other_computer(monkeypatch, agent)
    assert run(["recibir", str(file)]) == 0
    assert capfd.readouterr().out == f"Notas de tu capacitador: una nota nueva en tu sesión {id}.\n"
    with opened() as store:
        assert [one.author for one in store.annotations.of(id)] == ["", "Formación"]


def test_what_is_said_to_go_along_from_another_store_is_what_goes(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with opened() as store:
        id = kept(store)
    for place, told in ([], True), (["--almacen", str(store_folder())], False):
        file = tmp_path / f"{told}.coach"
        assert run(["compartir", id, str(file), "--acepto", *place]) == 0
        assert ("una clave al azar" in capfd.readouterr().out) is told
        manifest = read_contents(file, SHARED, datetime.now().astimezone()).manifest
        assert (manifest.person is not None) is told


def test_only_what_was_kept_is_said_to_go_along(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with opened() as store:
        whole, afterwards = kept(store), store.save(session_record(1))
    for id, measured in ((whole, True), (afterwards, False)):
        file = tmp_path / f"{id}.coach"
        assert run(["compartir", id, str(file), "--acepto"]) == 0
        assert ("lo que se midió de tu cuerpo" in capfd.readouterr().out) is measured
        assert bool(read_contents(file, SHARED, datetime.now().astimezone()).chunks) is measured


@pytest.mark.parametrize(("answer", "code"), [("sí\n", 0), ("S\n", 0), ("\n", 1), ("no\n", 1), ("claro\n", 1)])
def test_nothing_without_a_yes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], answer: str, code: int
) -> None:
    with opened() as store:
        id = kept(store)
    monkeypatch.setattr("sys.stdin", Typing(answer))
    assert run(["compartir", id, str(tmp_path / "x.coach")]) == code
    assert (tmp_path / "x.coach").exists() == (code == 0)
    assert ("No compartí nada." in capfd.readouterr().out) == (code == 1)


def test_one_sentence_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    with opened() as store:
        id = kept(store)
    file, out = tmp_path / "x.coach", str(tmp_path / "y.coach")
    assert run(["compartir", id, str(file), "--acepto"]) == 0
    capfd.readouterr()

    def told(*arguments: str) -> str:
        assert run(arguments) == 1
        sentence = capfd.readouterr().err
        assert sentence.count("\n") == 1
        return sentence

    assert "termina en «.coach»" in told("compartir", id, str(tmp_path / "x.zip"))
    assert "No existe el archivo" in told("compartir", id, out, "--con", "video", "--acepto")
    assert "No hay ninguna sesión" in told("compartir", "nadie", out)
    assert "agrega --acepto" in told("compartir", id, out)
    assert "es tuya" in told("recibir", str(file))
    assert "No puedo leer" in told("recibir", str(tmp_path / "nadie.coach"))
    monkeypatch.setenv("COACH_FRASE_COMPARTIDA", "otra cosa larga")
    assert "no es la frase de paso" in told("recibir", str(file))
    monkeypatch.delenv("COACH_FRASE_COMPARTIDA")
    assert "COACH_FRASE_COMPARTIDA" in told("recibir", str(file))
    assert not Path(out).exists()
    for wrong in (["--dias", "0"], ["--con", "nombre"], ["--dias", "x"]):
        with pytest.raises(SystemExit) as ended:
            run(["compartir", id, out, *wrong])
        assert ended.value.code == 2


def test_a_file_that_does_not_open_makes_no_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    file, empty = tmp_path / "x.coach", tmp_path / "otra"
    with opened() as store:
        share(store, kept(store), file, SHARED, Choice(), datetime.now().astimezone())
    other_computer(monkeypatch, empty)
    monkeypatch.setenv("COACH_FRASE_COMPARTIDA", "otra cosa larga")
    assert run(["recibir", str(file)]) == 1
    assert "no es la frase de paso" in capfd.readouterr().err
    assert not empty.exists()
    monkeypatch.setenv("COACH_FRASE_COMPARTIDA", SHARED)
    (tmp_path / "corto.coach").write_bytes(file.read_bytes()[:-40])
    assert run(["recibir", str(tmp_path / "corto.coach")]) == 1
    assert "incompleto o dañado" in capfd.readouterr().err
    assert not empty.exists()


def test_what_was_shared_until_a_day_that_is_over_is_refused_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.coach"
    with opened() as store:
        share(store, kept(store), file, SHARED, Choice(days=2), NOW)
    other_computer(monkeypatch, tmp_path / "otra")
    with open_store(tmp_path / "otra", typed(OWN)[0]) as store:
        there = receive(store, file, SHARED, NOW).session
    for words in (
        ["revisar", there],
        ["exportar", there, "--formato", "csv", str(tmp_path / "x.csv")],
        ["analizar", there],
        ["compartir", there, str(tmp_path / "y.coach")],
    ):
        assert run(words) == 1, words
        said = capfd.readouterr().err
        assert said.startswith(f"La sesión «{there}» te la compartieron hasta el 11/03/2026"), words
        assert len(said.splitlines()) == 1
    assert not (tmp_path / "x.csv").exists() and not (tmp_path / "y.coach").exists()
    with open_store(tmp_path / "otra", typed(OWN)[0]) as store:
        assert store.shared.sessions() == [], "whoever may write erases it"


def test_what_was_shared_is_listed_by_the_name_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Which is all that tells one from another: nobody's name goes along."""
    file = tmp_path / "la queja de ana.coach"
    with opened() as store:
        share(store, kept(store), file, SHARED, Choice(), datetime.now().astimezone())
    other_computer(monkeypatch, tmp_path / "otra")
    assert run(["recibir", str(file)]) == 0
    capfd.readouterr()
    assert run(["sesiones"]) == 0
    (line,) = capfd.readouterr().out.splitlines()
    assert "compartida" in line and "la queja de ana" in line


def shared_until_yesterday(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A file that is over by now, and the store of another computer, where one is from now on."""
    file, other = tmp_path / "x.coach", tmp_path / "otra"
    with opened() as store:
        share(store, kept(store), file, SHARED, Choice(days=2), NOW)
    other_computer(monkeypatch, other)
    return file, other


def test_the_list_erases_what_was_shared_until_a_day_that_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Who only ever reads would keep it on the disk for good; while the window is open it is left out all the same."""
    file, other = shared_until_yesterday(tmp_path, monkeypatch)
    with open_store(other, typed(OWN)[0]) as store:
        there = receive(store, file, SHARED, NOW).session
        assert run(["sesiones"]) == 0
        said = capfd.readouterr().out
        assert said.splitlines()[0] == "No hay ninguna sesión guardada." and there in said.splitlines()[1]
        assert [one.id for one in store.shared.sessions()] == [there], "somebody else holds the store"
    assert run(["sesiones", "--json", "-"]) == 0
    assert json.loads(capfd.readouterr().out) == {"sesiones": []}
    with read_store(other, typed(OWN)[0]) as store:
        assert store.shared.sessions() == []


def test_where_damaged_sessions_were_set_aside_is_said_even_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is said once, and only this leads to them."""
    file, other = shared_until_yesterday(tmp_path, monkeypatch)
    with open_store(other, typed(OWN)[0]) as store:
        receive(store, file, SHARED, NOW)
    with (other / STORE_FILE).open("ab") as cut:
        cut.write(b"half a page")
    assert run(["sesiones"]) == 1
    assert "las aparté sin cambiarlas en «sesiones-danadas-" in capfd.readouterr().err
