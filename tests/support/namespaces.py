"""Programs in a namespace of their own: without a network, or with disks that nobody else sees."""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@functools.cache
def works(*command: str) -> bool:
    """Whether this machine runs `command`."""
    return bool(shutil.which(command[0])) and subprocess.run(command, capture_output=True, check=False).returncode == 0


def apart(what: str) -> list[str]:
    """The words before a command that give it a namespace of its own; `what` is an option of unshare."""
    anybody = ["unshare", "--map-root-user", what]
    root = ["unshare", what]  # nobody may map users within a chroot, but root need not
    return root if not works(*anybody, "true") and works(*root, "true") else anybody


def on_own_disks(module: str, folder: Path) -> Any:
    """What `python -m module folder` prints as JSON, where it may mount disks that nobody else sees.

    Skips the test where the machine allows that to nobody, except on CI.
    """
    alone = apart("--mount")
    if not works(*alone, "mount", "-t", "tmpfs", "tmpfs", str(folder)) and not os.environ.get("CI"):
        pytest.skip("this machine lets nobody mount a disk of their own")
    command = [*alone, sys.executable, "-m", module, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
