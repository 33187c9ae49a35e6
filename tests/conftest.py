"""What all tests share: windows need no screen, and nobody's saved calibration is read or overwritten."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from coach.runtime.collection import Collection

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test speaks through the loudspeakers of who runs it, nor leaves a speech service behind.
os.environ |= {"SPEECHD_ADDRESS": "unix_socket:/nonexistent", "SPEECHD_CMD": "/nonexistent"}

# The same examples each time, and no example fails because the machine was busy.
settings.register_profile("coach", deadline=None, derandomize=True)
settings.load_profile("coach")

# What a test leaves of widgets in cycles would be ended by a worker of some later test, in the midst of Qt's own work.
COLLECTION = Collection()


def pytest_runtest_logfinish() -> None:
    """What is due is collected once a test is over, on the thread of all tests."""
    COLLECTION.look()


@pytest.fixture(autouse=True)
def data_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What this test alone keeps; child processes are sent there too."""
    for variable in ("XDG_DATA_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "data"))
