"""librosa's compiler works for whoever may write nowhere but into the temporary folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.voz.compiled import FOLDER, numbas_own, somewhere_to_keep

NOWHERE = Path(os.devnull) / "none"

PROGRAM = """
import sys
from pathlib import Path
from coach.voz.compiled import somewhere_to_keep

with somewhere_to_keep([Path(sys.argv[1])]):
    import numba

    @numba.njit(cache=True)
    def twice(x):
        return 2 * x

    print(twice(21))
"""


def test_where_there_is_room_it_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER, raising=False)
    with somewhere_to_keep([NOWHERE, tmp_path / "cache" / "numba"]):
        assert FOLDER not in os.environ
    assert list((tmp_path / "cache" / "numba").iterdir()) == []
    monkeypatch.setenv(FOLDER, "propia")
    with somewhere_to_keep([NOWHERE]):
        assert os.environ[FOLDER] == "propia"


def test_where_there_is_none_a_folder_is_lent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER, raising=False)
    script = tmp_path / "programa.py"
    script.write_text(PROGRAM, encoding="utf-8")
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, str(script), str(NOWHERE)],
        env={**os.environ, "PYTHONPATH": str(root), "TMPDIR": str(tmp_path), "TEMP": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "42\n"), done.stderr
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("coach-")] == []


def test_numba_looks_beside_librosa_and_in_the_cache_of_the_user() -> None:
    beside, own = numbas_own()
    assert (beside.parent / "convert.py").is_file()
    assert own.parts[-1] == "numba" or own.parts[-2] == "numba"
