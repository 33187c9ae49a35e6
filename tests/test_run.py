"""`run.py` from a fresh folder to a running program, with a real environment and real pip but no network."""

from __future__ import annotations

import ast
import json
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest

import run
from tests.support.clone import ROOT, Clone


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    root = tmp_path_factory.mktemp("run") / "carpeta con ñ"
    root.mkdir()
    clone = Clone(root)
    clone.told()  # the first start, which sets everything up
    return clone


@pytest.fixture(autouse=True)
def _first_version(clone: Clone) -> None:
    clone.lock("1.0")


@pytest.mark.parametrize("version", [(3, 6, 9), (3, 15, 0, "final", 0)])
def test_a_python_too_old_or_too_new_is_told_in_one_sentence(
    version: tuple[object, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    assert run.main() == 1
    told = capsys.readouterr().err
    assert told.startswith(f"Coach funciona con Python 3.11 a 3.14 y este es el 3.{version[1]}:")
    assert told.count("\n") == 1


def test_the_same_pythons_are_let_in_everywhere() -> None:
    (oldest, newest), project = (run.OLDEST, run.NEWEST), (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'requires-python = ">=3.{oldest[1]},<3.{newest[1] + 1}"' in project
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    tried = [f"3.{minor}" for minor in range(run.OLDEST[1], run.NEWEST[1] + 1)]
    assert f"for python in {' '.join(tried)}; do" in contributing


def test_an_old_python_can_read_the_file() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 4))


def test_arguments_and_folder_of_the_user_reach_coach(clone: Clone) -> None:
    told = clone.told("analizar", "mi vídeo.mp4", "--json", "-")
    assert told["arguments"] == ["analizar", "mi vídeo.mp4", "--json", "-"]
    assert told["folder"] == str(clone.wheels)


def test_coach_knows_how_it_was_called(clone: Clone) -> None:
    script = str(clone.root / "run.py")
    typed = subprocess.list2cmdline([script]) if sys.platform == "win32" else shlex.quote(script)
    assert str(clone.told()["called"]).split(maxsplit=1)[1] == typed


def test_the_folder_may_have_letters_that_the_code_page_lacks(clone: Clone) -> None:
    clone.stamp.unlink()
    assert clone.run(PYTHONIOENCODING="ascii").returncode == 0


def test_a_module_in_the_folder_of_the_user_is_not_taken_for_a_package(clone: Clone) -> None:
    impostor = clone.wheels / "tiny.py"
    impostor.write_text("VERSION = 'impostor'\n", encoding="utf-8")
    assert clone.told()["tiny"] == "1.0"
    impostor.unlink()


@pytest.mark.parametrize("code", [1, 2])
def test_the_exit_code_of_coach_is_passed_on(clone: Clone, code: int) -> None:
    assert clone.run(EXIT=str(code)).returncode == code


def test_the_second_start_hands_over_at_once_and_writes_nothing(clone: Clone) -> None:
    clone.told()
    before = {path: path.stat().st_mtime_ns for path in (clone.stamp, clone.root / ".venv.log")}
    begin = time.perf_counter()
    result = clone.run()
    assert time.perf_counter() - begin < 2.0
    assert result.stderr == ""
    assert before == {path: path.stat().st_mtime_ns for path in before}


def sentence(result: subprocess.CompletedProcess[str]) -> str:
    """The one line that was said beside what was being done."""
    (line,) = (line for line in result.stderr.splitlines() if not line.startswith("Preparando Coach: "))
    return line


def test_what_is_done_is_told_in_plain_lines_where_there_is_no_terminal(clone: Clone) -> None:
    """Whoever pipes it into a file, or reads it in another window, saw nothing for minutes."""
    clone.stamp.unlink()
    result = clone.run()
    assert result.stderr.splitlines() == [
        "Preparando Coach: entorno de Python",
        "Preparando Coach: paquete 1 de 1, tiny",
        "Preparando Coach: instalando los paquetes, casi listo",
        "Preparando Coach: compilando lo que dibuja los informes, una sola vez",
    ]
    assert "\r" not in result.stderr


def test_a_new_lock_file_is_installed_at_the_next_start(clone: Clone) -> None:
    clone.told()
    warmed = clone.warmed
    clone.lock("2.0")
    assert clone.told()["tiny"] == "2.0"
    assert clone.warmed == warmed + 1
    clone.told()
    assert clone.warmed == warmed + 1


def test_what_cannot_be_compiled_is_told_and_coach_starts(clone: Clone) -> None:
    module = clone.root / "coach" / "voz" / "spectrogram.py"
    whole = module.read_text(encoding="utf-8")
    module.write_text("raise OSError('disco lleno')", encoding="utf-8")
    clone.stamp.unlink()
    result = clone.run()
    assert result.returncode == 0
    assert sentence(result) == (
        "Coach funciona, pero el dibujo de la voz en los informes puede fallar: OSError: disco lleno"
    )
    module.write_text(whole, encoding="utf-8")


def test_an_altered_package_is_refused_and_the_next_start_mends_it(clone: Clone) -> None:
    clone.lock("3.0", digest="0" * 64)
    result = clone.run()
    assert result.returncode == 1
    assert sentence(result).startswith("No se pudieron instalar los paquetes: un paquete descargado no es el esperado")
    assert not clone.stamp.exists()
    clone.lock("1.0")
    assert clone.told()["tiny"] == "1.0"


def test_without_a_network(clone: Clone) -> None:
    clone.lock("9.0", digest="0" * 64)
    (clone.wheels / "tiny-9.0-py3-none-any.whl").unlink()
    nobody_listens = "http://127.0.0.1:9/simple"
    result = clone.run(PIP_NO_INDEX="0", PIP_INDEX_URL=nobody_listens, PIP_RETRIES="1", PIP_FIND_LINKS="")
    assert result.returncode == 1
    assert sentence(result).startswith("No se pudieron instalar los paquetes: no hay conexión")


def test_two_first_starts_at_once_after_an_interrupted_one(clone: Clone) -> None:
    clone.told()
    # What a kill in the middle of pip leaves: packages without their record, and no stamp.
    clone.stamp.unlink()
    for record in (clone.root / ".venv").rglob("tiny-1.0.dist-info/RECORD"):
        record.unlink()
    processes = [clone.start(str(number)) for number in range(2)]
    told = [json.loads(process.communicate(timeout=120)[0]) for process in processes]
    assert [word["arguments"] for word in told] == [["0"], ["1"]]
    assert {word["tiny"] for word in told} == {"1.0"}
    assert list((clone.root / ".venv").rglob("tiny-1.0.dist-info/RECORD"))


def test_a_moved_clone_goes_on_without_setting_up_again(clone: Clone) -> None:
    clone.told()
    before = (clone.root / ".venv.log").stat().st_mtime_ns
    home = clone.root
    clone.root = home.rename(home.with_name("otra carpeta"))
    assert clone.told()["tiny"] == "1.0"
    assert (clone.root / ".venv.log").stat().st_mtime_ns == before
    clone.root = clone.root.rename(home)


def test_the_tests_are_handed_to_pytest(clone: Clone) -> None:
    """There is no pytest in the little clone: what counts is that its environment was asked for it."""
    result = clone.run("test", "-k", "nothing", DISPLAY=":0")
    assert "No module named pytest" in result.stderr
    assert json.loads(clone.stamp.read_text(encoding="utf-8")).keys() >= {"requirements.lock", "requirements-dev.lock"}


def test_the_folder_is_named_when_it_cannot_be_prepared(clone: Clone, tmp_path: Path) -> None:
    clone.lock("2.0")
    log = clone.root / ".venv.log"
    log.unlink()
    log.mkdir()
    result = clone.run()
    assert result.returncode == 1
    assert str(log) in sentence(result)
    log.rmdir()
