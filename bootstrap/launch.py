"""Hands over to Coach, or to its tests, within the environment."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def coach(python: Path, arguments: Sequence[str]) -> int:
    """Runs `coach` in place of this process (on Windows: below it) with the user's own folder as the current one."""
    # -P: what lies in the user's folder must not be imported in place of a package.
    return _become([str(python), "-P", "-m", "coach", *arguments])


def tests(python: Path, root: Path, arguments: Sequence[str]) -> int:
    """Runs the test suite of the clone in `root`; `arguments` go to pytest."""
    os.chdir(root)
    command = [str(python), "-m", "pytest", *arguments]
    if sys.platform == "linux" and not os.environ.get("DISPLAY") and shutil.which("xvfb-run"):
        # Real windows where that can be had; tests/conftest.py draws into memory where it cannot.
        command = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x800x24", *command]
    return _become(command)


def _become(command: list[str]) -> int:
    if sys.platform != "win32":
        sys.stderr.flush()
        os.execvp(command[0], command)  # noqa: S606 (no shell is wanted)
    # There execv would give the prompt back at once. Ctrl+C reaches the child itself; here only its exit code counts.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.run(command, check=False).returncode
