"""`coach analizar CARPETA`, as users start it: real recordings, a damaged one, kills, Ctrl-C, and the run after it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coach.batch.ledger import LEDGER_FILE
from coach.cli.analizar_carpeta import _label
from coach.runtime.kept import decide_again
from coach.session.measurements import Measurements
from coach.session.open_store import open_store, read_store
from coach.session.secret import SecretSource
from tests.cli.conftest import CLIPS, Coach, environment, hear_ctrl_c
from tests.support.media import write_sound
from tests.support.sounds import tone, write_wave

SMILE = CLIPS / "sonrisa.mp4"


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """A smile, a hum, something damaged and something that is no recording."""
    folder = tmp_path / "llamadas"
    (folder / "ana").mkdir(parents=True)
    shutil.copy(SMILE, folder / "saludo.mp4")
    write_sound(folder / "ana" / "voz.wav")
    (folder / "ana" / "rota.mp4").write_bytes(SMILE.read_bytes()[:2000])
    (folder / "notas.txt").write_text("nada")
    return folder


def test_the_bar_says_how_many_are_ready() -> None:
    said = [_label(finished, 3) for finished in range(3)]
    assert [words.removeprefix("Analizando 3 grabaciones, ") for words in said] == ["0 listas", "1 lista", "2 listas"]
    assert _label(0, 1) == "Analizando 1 grabación"


def written(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_all_are_analysed_and_a_damaged_one_stops_nothing(coach: Coach, calls: Path, tmp_path: Path) -> None:
    done = coach("analizar", calls, "--json", "datos", "--informe", "informes", "--momento", "saludo", COLUMNS="100")
    assert done.returncode == 1
    assert done.stderr == "Una no se pudo analizar y 2 salieron bien; arriba está por qué.\n"
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["ana/voz.wav", "0:01", "nada", "que", "señalar"]
    assert lines[1].startswith("  saludo.mp4   ")
    assert "sonrisa" in lines[1]
    assert lines[2] == "No se analizaron:"
    assert lines[3].startswith("  ana/rota.mp4: No pude abrir «rota.mp4»")
    assert max(map(len, lines[:3])) <= 100
    assert written(tmp_path / "datos") == ["ana/voz.wav.json", "analisis.jsonl", "saludo.mp4.json"]
    assert written(tmp_path / "informes") == ["ana/voz.wav.html", "saludo.mp4.html"]
    alone = json.loads(coach("analizar", calls / "saludo.mp4", "--json", "-", "--momento", "saludo").stdout)
    assert json.loads((tmp_path / "datos" / "saludo.mp4.json").read_text(encoding="utf-8")) == alone


def test_what_is_done_is_skipped_until_it_changes(coach: Coach, calls: Path, tmp_path: Path) -> None:
    (calls / "ana" / "rota.mp4").unlink()
    shutil.move(calls / "saludo.mp4", tmp_path)
    write_sound(calls / "otra.wav")
    first = coach("analizar", calls, "--json", "datos")
    assert (first.returncode, first.stderr) == (0, "")
    before = (tmp_path / "datos" / "otra.wav.json").stat().st_mtime_ns
    second = coach("analizar", calls, "--json", "datos")
    assert (second.returncode, second.stderr) == (0, "")
    assert second.stdout == "Ya estaban analizadas y no han cambiado: 2 de 2.\n" + first.stdout
    write_sound(calls / "ana" / "voz.wav")
    third = coach("analizar", calls, "--json", "datos")
    assert third.stdout.startswith("Ya estaban analizadas y no han cambiado: 1 de 2.\n")
    assert (tmp_path / "datos" / "otra.wav.json").stat().st_mtime_ns == before
    (tmp_path / "datos" / "otra.wav.json").unlink()
    assert coach("analizar", calls, "--json", "datos").stdout.startswith("Ya estaban analizadas y no han cambiado: 1 ")
    assert (tmp_path / "datos" / "otra.wav.json").is_file()


def test_without_a_place_for_results_they_are_only_told(coach: Coach, tmp_path: Path) -> None:
    (tmp_path / "llamadas").mkdir()
    write_sound(tmp_path / "llamadas" / "a.wav")
    done = coach("analizar", "llamadas")
    assert (done.returncode, done.stdout) == (0, "  a.wav     0:01  nada que señalar\n")
    assert written(tmp_path) == ["llamadas/a.wav"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_name_that_is_no_text_stops_nothing(coach: Coach, tmp_path: Path) -> None:
    (tmp_path / "llamadas").mkdir()
    write_sound(tmp_path / "llamadas" / "a.wav")
    write_sound(tmp_path / "llamadas" / os.fsdecode(b"mal\xf1o.wav"))
    arguments = ("--json", "datos", "--informe", "informes", "--almacen", "guardadas", "--procesos", "1")
    phrase = {"COACH_FRASE": "frase de la escuela"}
    done = coach("analizar", "llamadas", *arguments, **phrase)
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads((tmp_path / "datos" / "mal\ufffdo.wav.json").read_text(encoding="utf-8"))
    assert told["source"]["path"] == "llamadas/mal\ufffdo.wav"
    assert (tmp_path / "informes" / "mal\ufffdo.wav.html").is_file()
    again = coach("analizar", "llamadas", *arguments, **phrase)
    assert again.stdout.startswith("Ya estaban analizadas y no han cambiado: 2 de 2.")


def test_what_cannot_be_written_costs_its_own_recording(coach: Coach, tmp_path: Path) -> None:
    (tmp_path / "llamadas").mkdir()
    for name in ("a.wav", "b.wav"):
        write_sound(tmp_path / "llamadas" / name)
    (tmp_path / "datos" / "a.wav.json").mkdir(parents=True)
    done = coach("analizar", "llamadas", "--json", "datos", "--procesos", "1")
    assert done.returncode == 1
    assert "  a.wav: No pude guardar «" in done.stdout
    assert done.stderr == "Una no se pudo analizar y una salió bien; arriba está por qué.\n"
    assert (tmp_path / "datos" / "b.wav.json").is_file()


def test_sessions_are_kept_once(coach: Coach, tmp_path: Path) -> None:
    (tmp_path / "llamadas").mkdir()
    medium = write_sound(tmp_path / "llamadas" / "a.wav")
    phrase = {"COACH_FRASE": "frase de la escuela"}
    first = coach("analizar", "llamadas", "--almacen", "guardadas", **phrase)
    assert (first.returncode, first.stderr) == (0, "")
    id = first.stdout.split()[0]
    assert first.stdout == f"  {id}  a.wav     0:01  nada que señalar\nSesiones: guardadas\n"
    again = coach("analizar", id, "--almacen", "guardadas", "--json", "de_nuevo.json", **phrase)
    assert (again.returncode, again.stderr) == (0, "")
    assert json.loads((tmp_path / "de_nuevo.json").read_text(encoding="utf-8"))["voice"]["syllables"] == 0
    second = coach("analizar", "llamadas", "--almacen", "guardadas", **phrase)
    assert second.stdout == "Ya estaban analizadas y no han cambiado: 1 de 1.\n" + first.stdout
    with_files = coach("analizar", "llamadas", "--almacen", "guardadas", "--json", "datos", **phrase)
    assert (with_files.returncode, with_files.stderr) == (0, "")
    assert (tmp_path / "datos" / "a.wav.json").is_file()
    with read_store(tmp_path / "guardadas", SecretSource(lambda _: phrase["COACH_FRASE"], None)) as store:
        (header,) = store.sessions()
        assert header.id == id
        assert (header.kind, header.duration_s, header.state) == ("grabacion", 1.0, "whole")
        ended_s = (header.started + timedelta(seconds=header.duration_s)).timestamp()
        assert ended_s == pytest.approx(medium.stat().st_mtime, abs=0.01)
        assert store.media.all() == {header.id: medium}
        assert store.load(header.id).result.voice is not None
        assert decide_again(store, header.id).result.voice == store.load(header.id).result.voice


def test_a_session_that_was_kept_without_what_was_measured_gets_it(coach: Coach, tmp_path: Path) -> None:
    (tmp_path / "llamadas").mkdir()
    write_sound(tmp_path / "llamadas" / "a.wav")
    phrase = {"COACH_FRASE": "frase de la escuela"}
    source = SecretSource(lambda _: phrase["COACH_FRASE"], None)
    coach("analizar", "llamadas", "--almacen", "guardadas", **phrase)
    with open_store(tmp_path / "guardadas", source) as store:  # as a Coach did that kept the record alone
        (before,) = store.sessions()
        store.attach(before.id, replace(store.load(before.id), started=before.started), Measurements())
        assert store.measured() == set()
    again = coach("analizar", "llamadas", "--almacen", "guardadas", **phrase)
    assert (again.returncode, again.stderr) == (0, "")
    assert not again.stdout.startswith("Ya estaban analizadas")
    with read_store(tmp_path / "guardadas", source) as store:
        assert [header.id for header in store.sessions()] == [before.id]
        assert store.measured() == {before.id}


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["--json", "-"], 1, "Los resultados de una carpeta se guardan en otra, y «-» no lo es; elige una carpeta."),
        (["--informe", "a.wav"], 1, "Los resultados de una carpeta se guardan en otra, y «a.wav» no lo es; elige una"),
        (["--guardar-perfil", "p.json"], 2, "--guardar-perfil es para una sola grabación; en una carpeta puede haber"),
        (["--dask", "tcp://localhost:1", "--procesos", "2"], 2, "--dask y --procesos no van juntos: el clúster decide"),
        (["--perfil", "nada"], 1, "No puedo leer el perfil «"),
    ],
)
def test_what_does_not_fit_a_folder_is_one_line(
    coach: Coach, tmp_path: Path, arguments: list[str], code: int, sentence: str
) -> None:
    write_sound(tmp_path / "a.wav")
    done = coach("analizar", ".", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(sentence)
    assert done.stderr.count("\n") == 1


def test_what_only_a_folder_takes_is_told(coach: Coach) -> None:
    done = coach("analizar", SMILE, "--procesos", "2")
    assert done.stderr == "--procesos es para analizar una carpeta; quítalo, o escribe una carpeta.\n"
    assert done.returncode == 2
    wrong = coach("analizar", ".", "--procesos", "0")
    assert wrong.returncode == 2
    assert "--procesos: debe ser un número entero, de 1 en adelante" in wrong.stderr


def finished(results: Path) -> set[str]:
    """Names of the recordings that are done, however it is killed."""
    book = results / LEDGER_FILE
    return (
        {json.loads(line)["name"] for line in book.read_text(encoding="utf-8").splitlines()} if book.exists() else set()
    )


@contextmanager
def begun(folder: Path, results: Path) -> Iterator[subprocess.Popen[str]]:
    """An analysis that has its first result and not yet all; whatever is left of it is ended."""
    command = [sys.executable, "-P", "-m", "coach", "analizar", str(folder), "--json", str(results), "--procesos", "2"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command,
        env=environment({}),
        stdout=pipe,
        stderr=pipe,
        text=True,
        start_new_session=True,
        preexec_fn=hear_ctrl_c,
    ) as program:
        deadline = time.monotonic() + 100.0
        while not finished(results):
            assert program.poll() is None, program.communicate()
            assert time.monotonic() < deadline
            time.sleep(0.02)
        yield program


def nobody_is_left(group: int) -> None:
    """Every process of the group has ended, soon."""
    if sys.platform == "win32":
        raise OSError("there are no process groups")
    deadline = time.monotonic() + 10.0
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    raise AssertionError("processes are left")


@pytest.fixture
def smiles(tmp_path: Path) -> Path:
    """A sound that is soon done with and, as long as nobody ends it, half a minute of work."""
    folder = tmp_path / "muchas"
    folder.mkdir()
    for number in range(5):
        shutil.copy(SMILE, folder / f"{number}.mp4")
    write_wave(folder / "voz.wav", tone(200.0, 8.0, 16_000), 16_000)  # the largest file, and so the first
    return folder


@pytest.mark.parametrize("how", ["SIGINT", "SIGKILL"])
def test_a_run_that_was_ended_is_taken_up(coach: Coach, smiles: Path, tmp_path: Path, how: str) -> None:
    if sys.platform == "win32":
        pytest.skip("process groups are POSIX's")
    results = tmp_path / "datos"
    with begun(smiles, results) as program:
        if how == "SIGINT":
            os.killpg(program.pid, signal.SIGINT)  # as the terminal does: everybody gets it
            assert program.wait(20) == 130
        else:
            program.kill()
            program.wait(20)
        nobody_is_left(program.pid)
        assert program.communicate() == ("", "")
    done = finished(results)
    assert all(json.loads(path.read_text(encoding="utf-8"))["version"] == 1 for path in results.glob("*.json"))
    for number in range(1, 5):  # what is left would take long, and is like what is there
        if f"{number}.mp4" not in done:
            (smiles / f"{number}.mp4").unlink()
    again = coach("analizar", smiles, "--json", results)
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout.startswith(f"Ya estaban analizadas y no han cambiado: {len(done)} de ")
    assert finished(results) == {path.name for path in smiles.iterdir()}
