"""The window as a program of its own: it opens without a camera and closes cleanly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INTERRUPTED = """
import os, signal, sys, threading
from coach.ui import main

class Interrupted(main.MainWindow):
    def show(self):
        super().show()
        threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()

main.MainWindow = Interrupted
sys.exit(main.run(None, autostart=False))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal there")
def test_control_c_in_the_terminal_closes_the_window() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
