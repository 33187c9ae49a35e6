"""A disk that is full, one that is read-only: one sentence each, and nothing that was there is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.namespaces import apart, works

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mount namespaces are Linux's")
ROOT = Path(__file__).resolve().parents[2]


def test_full_and_read_only_disks_lose_nothing(tmp_path: Path) -> None:
    alone = apart("--mount")
    if not works(*alone, "mount", "-t", "tmpfs", "tmpfs", str(tmp_path)) and not os.environ.get("CI"):
        pytest.skip("this machine lets nobody mount a disk of their own")
    command = [*alone, sys.executable, "-m", "tests.support.share_places", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    for told in (found["full"], found["read_only"], found["read_only_with_sound"]):
        assert told.startswith("No pude guardar «"), told
    assert found["same"] and found["same_still"]
    assert found["left"] == ["lleno", "x.coach"], "no draft stays behind"
    assert found["receiving"].startswith("El disco está lleno"), found
    assert found["after"] == 1
