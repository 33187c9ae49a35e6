"""Exit codes, and what a user reads when something is not as it should be."""

from __future__ import annotations

import errno
import io
import logging
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import coach as package
from coach.cli import analizar
from coach.cli.main import run
from coach.errors import KnownError
from tests.cli.conftest import CLIPS, Coach, environment, hear_ctrl_c

PACKAGE = Path(package.__file__).parent
ENGLISH = re.compile(
    r"usage|positional|optional|arguments?\b|required|error:|show this|invalid|choose|expected", re.IGNORECASE
)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["analizar"], "coach analizar: falta MEDIO."),
        (["nada"], "coach: ORDEN no puede ser «nada»; elige entre en-vivo, analizar, "),
        (["analizar", "a.mp4", "--json"], "coach analizar: a --json le falta su valor."),
        (["analizar", "a.mp4", "b.mp4"], "coach analizar: no conozco «b.mp4». Escribe «coach analizar --help»"),
        (["analizar", "a.mp4", "--nada"], "coach analizar: no conozco «--nada»."),
        (["analizar", "a.mp4", "--momento", "x"], "coach analizar: --momento no puede ser «x»; elige entre saludo, "),
        (
            ["analizar", "a.mp4", "--cubrebocas", "x"],
            "coach analizar: --cubrebocas no puede ser «x»; elige entre si, no,",
        ),
        (["medir", "--largo=3"], "coach medir: --largo no lleva ningún valor."),
        (["--detall"], "coach: no conozco «--detall»."),
    ],
)
def test_wrong_usage_is_told_in_one_spanish_line(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        run(arguments)
    told = capsys.readouterr().err
    assert end.value.code == 2
    assert told.startswith(sentence)
    assert told.count("\n") == 1
    assert not ENGLISH.search(told)


@pytest.mark.parametrize("verb", [[], ["analizar"], ["evaluar"], ["medir"], ["en-vivo"]])
@pytest.mark.parametrize("option", ["-h", "--help", "--ayuda"])
def test_help_is_spanish(verb: list[str], option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run([*verb, option])
    told = capsys.readouterr().out
    assert end.value.code == 0
    assert told.startswith("Uso: coach")
    assert not ENGLISH.search(told.replace("--help", ""))


@pytest.mark.parametrize("verb", ["analizar", "ajustar", "compartir", "exportar", "revisar", "sesiones", "recibir"])
def test_how_a_verb_is_used_can_be_read_at_a_glance(
    verb: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What must be said; what may be said was a wall of brackets above its own explanation."""
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        run([verb, "--help"])
    usage, _, rest = capsys.readouterr().out.partition("\n\n")
    assert usage.count("\n") <= 1 and "[opciones]" in usage and "--almacen" not in usage
    assert "--almacen" in rest


def test_version_and_help_are_quick_because_nothing_heavy_is_loaded(coach: Coach) -> None:
    probe = "import sys; from coach.cli.main import run\ntry: run(['--version'])\nexcept SystemExit: pass\n" + (
        "print({'numpy', 'av', 'cv2', 'mediapipe', 'PySide6'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], env=environment({}), capture_output=True, text=True, check=True
    )
    assert done.stdout == f"coach {package.__version__}\nset()\n"


@pytest.mark.parametrize(
    ("raised", "code", "sentence"),
    [
        (KnownError("Falta «a.mp4»; búscalo."), 1, "Falta «a.mp4»; búscalo.\n"),
        (OSError(errno.ENOSPC, "No space left"), 1, "El disco está lleno; libera espacio y vuelve a intentarlo.\n"),
        (KeyboardInterrupt(), 130, ""),
        (
            ZeroDivisionError("division by zero"),
            70,
            "Coach falló por un error suyo (ZeroDivisionError), no tuyo; "
            "repite la orden con --detalle para ver qué pasó y repórtalo.\n",
        ),
    ],
)
def test_every_outcome_has_its_exit_code_and_no_traceback(
    raised: BaseException,
    code: int,
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(analizar, "report", raising(raised))
    assert run(["analizar", "a.mp4"]) == code
    assert capsys.readouterr() == ("", sentence)


@pytest.mark.parametrize("how", ["--detalle", "before", "COACH_DETALLE"])
def test_the_detail_of_a_bug_is_shown_when_asked_for(
    how: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(analizar, "report", raising(ZeroDivisionError("division by zero")))
    monkeypatch.setenv("COACH_DETALLE", "1" if how == "COACH_DETALLE" else "0")
    before, after = (["--detalle"] if how == "before" else []), (["--detalle"] if how == "--detalle" else [])
    assert run([*before, "analizar", "a.mp4", *after]) == 70
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [True, False])
def test_what_is_noted_on_the_way_is_told_when_asked_for(
    asked: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def report(*_: object) -> None:
        logging.getLogger("coach.runtime.live").info("level %s → %s (%s)", "B", "C", "load")

    monkeypatch.setattr(analizar, "report", report)
    run(["analizar", "a.mp4", *(["--detalle"] if asked else [])])
    assert ("coach.runtime.live: level B → C (load)\n" in capsys.readouterr().err) == asked
    assert logging.getLogger("coach").handlers == []


@pytest.mark.parametrize(
    ("table", "verb"),
    [
        ("senales", ["analizar", "x.mp4"]),
        ("momentos", ["--version"]),
        ("clientes", ["--detalle", "analizar", "x.mp4"]),
    ],
)
def test_a_row_at_fault_is_one_sentence_before_anything_is_parsed(
    table: str, verb: list[str], coach: Coach, tmp_path: Path
) -> None:
    shutil.copytree(PACKAGE, tmp_path / "copia" / "coach", ignore=shutil.ignore_patterns("__pycache__"))
    rows = tmp_path / "copia" / "coach" / "manual" / f"{table}.toml"
    text = rows.read_text(encoding="utf-8")
    rows.write_text(re.sub(r"(?m)^(\[\w+\]\n)", r"\1color = 1\n", text, count=1), encoding="utf-8")
    medium = tmp_path / "x.mp4"
    shutil.copy(CLIPS / "sonrisa.mp4", medium)
    done = coach(*verb, PYTHONPATH=str(tmp_path / "copia"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{table}.toml, fila «") and "clave «color»: esta clave no existe" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_reader_who_leaves_early_is_no_error(coach: Coach) -> None:
    command = [sys.executable, "-m", "coach", "analizar", str(CLIPS / "sonrisa.mp4"), "--json", "-"]
    with subprocess.Popen(
        command, env=environment({}), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_ctrl_c_ends_an_analysis_quietly(tmp_path: Path) -> None:
    import signal

    command = [sys.executable, "-m", "coach", "analizar", str(CLIPS / "caminar_erguido.mp4")]
    with subprocess.Popen(
        command,
        env=environment({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=hear_ctrl_c,
    ) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=60)
    assert (process.returncode, out, told) == (130, "", "")


@pytest.mark.parametrize(
    ("encoding", "told", "shown"),
    [
        ("ascii", "Está dañado «a.mp4».", "Est? da?ado ?a.mp4?."),
        ("cp850", "Año: nivel de −22 dB… █ ✓", "Año: nivel de -22 dB... █ ?"),  # a minus of ours is no question mark
    ],
)
def test_an_old_console_gets_what_it_can_show(
    encoding: str, told: str, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    monkeypatch.setattr(sys, "stderr", narrow)
    monkeypatch.setattr(analizar, "report", raising(KnownError(told)))
    assert run(["analizar", "a.mp4"]) == 1
    narrow.seek(0)
    assert narrow.buffer.read().decode(encoding) == f"{shown}\n"


def raising(error: BaseException) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail
