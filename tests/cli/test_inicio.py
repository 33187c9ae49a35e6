"""`coach` without a word, where there is no display."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Coach

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")


def test_the_bundled_recording_is_shown_instead_of_the_window(coach: Coach, tmp_path: Path) -> None:
    done = coach(XDG_DATA_HOME=str(tmp_path / "data"), COACH_ORDEN="python3 run.py")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.startswith("No hay pantalla para abrir la ventana")
    page = tmp_path / "data" / "coach" / "informes" / "muestra.html"
    assert f"Informe: {page}" in done.stdout
    assert "Para analizar la tuya: python3 run.py analizar MI_VIDEO.mp4" in done.stdout
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_window_needs_a_display(coach: Coach) -> None:
    done = coach("en-vivo")
    assert done.returncode == 1
    assert done.stderr.startswith("No hay pantalla donde abrir la ventana")


def test_a_session_without_camera_and_microphone_is_refused(coach: Coach) -> None:
    done = coach("en-vivo", "--camara", "ninguna", "--microfono", "ninguno")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Sin cámara ni micrófono no hay nada que ver ni oír")
