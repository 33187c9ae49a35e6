"""Whoever starts Coach without its standard streams, as services and some launchers do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CLIPS, environment
from tests.support.media import write_sound

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="descriptors are POSIX's")


def without(closed: tuple[int, ...], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    def close() -> None:
        for descriptor in closed:
            os.close(descriptor)

    return subprocess.run(
        [sys.executable, "-P", "-m", "coach", *arguments],
        cwd=folder,
        env=environment({}),
        stdout=None if 1 in closed else subprocess.PIPE,
        stderr=None if 2 in closed else subprocess.PIPE,
        preexec_fn=close,  # noqa: PLW1509 - no thread of this test is running
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("closed", [(1,), (2,), (1, 2), (0, 1, 2)])
def test_an_analysis_is_written_all_the_same(tmp_path: Path, closed: tuple[int, ...]) -> None:
    done = without(closed, tmp_path, "analizar", str(CLIPS / "sonrisa.mp4"), "--json", "a.json")
    assert (done.returncode, done.stderr or "") == (0, "")
    written = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert "sonrisa" in {signal["id"] for signal in written["signals"]}


def test_what_was_asked_for_on_a_closed_stream_is_not_lost_in_silence(tmp_path: Path) -> None:
    write_sound(tmp_path / "voz.wav")
    done = without((1,), tmp_path, "analizar", "voz.wav", "--json", "-")
    assert (done.returncode, done.stderr) == (
        1,
        "La salida estándar está cerrada; escribe el nombre de un archivo en vez de «-».\n",
    )


def test_what_is_at_fault_has_its_exit_code_without_anybody_to_hear(tmp_path: Path) -> None:
    assert without((1, 2), tmp_path, "analizar", "nada.mp4").returncode == 1
    assert without((1, 2), tmp_path, "analizar").returncode == 2
