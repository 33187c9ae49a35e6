"""What the tests are run within."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bootstrap import launch


@pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is a Linux thing")
def test_a_display_that_cannot_start_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `DISPLAY` is set tests/conftest.py takes it that windows can be shown there."""
    server = tmp_path / "Xvfb"
    server.write_text("#!/bin/sh\nexit 1\n")
    server.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pytest.py").write_text("import os, sys; sys.exit('DISPLAY' in os.environ)")
    assert launch.tests(Path(sys.executable), tmp_path, ()) == 0
