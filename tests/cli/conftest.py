"""The command as users start it, in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CLIPS = ROOT / "fixtures" / "clips"

Done = subprocess.CompletedProcess[str]
Coach = Callable[..., Done]


@pytest.fixture
def coach(tmp_path: Path) -> Coach:
    """Runs `coach` with these arguments in an empty folder."""

    def run(*arguments: str | Path, **more: str) -> Done:
        command = [sys.executable, "-P", "-m", "coach", *map(str, arguments)]
        return subprocess.run(
            command,
            cwd=tmp_path,
            env=environment(more),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """This one, with Coach importable from anywhere, no display, and whatever more is asked for."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "COLUMNS")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}


def hear_ctrl_c() -> None:
    """Run in a program that is about to start: in the background of a shell it would be deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
