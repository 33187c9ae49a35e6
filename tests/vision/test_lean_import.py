"""MediaPipe comes without matplotlib, most of its cost, and without sounddevice, which a machine may not let start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def names_after(statement: str) -> set[str]:
    """The modules that are there once this was run in a program of its own."""
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_coach_analyses_without_plots_and_without_portaudio() -> None:
    names = names_after("import coach.app")
    assert "mediapipe" in names
    assert not [name for name in names if name.startswith(("matplotlib", "sounddevice", "_sounddevice"))]


def test_what_was_imported_before_stays_and_can_be_imported_after() -> None:
    within = "from coach.vision.lean_import import lean\nwith lean(): import matplotlib.pyplot as empty"
    after = "import matplotlib\nassert matplotlib is not empty and matplotlib.__version__"
    assert "matplotlib" in names_after(f"exec({within!r}); exec({after!r})")
