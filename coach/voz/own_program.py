"""Modules of Coach that run as programs of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Final

_ROOT: Final = Path(__file__).resolve().parents[2]


def start(
    module: str,
    *arguments: str,
    stdin: int,
    stdout: int | IO[bytes],
    stderr: int | IO[bytes],
    also: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Starts `module` with the same Python and the same Coach; `also`: what its environment holds besides Coach's.

    In a session of its own, so that Ctrl-C reaches Coach alone; without a console of its own on Windows.
    """
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(  # noqa: S603 (our own module)
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        env={**os.environ, **(also or {}), "PYTHONPATH": path},
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
