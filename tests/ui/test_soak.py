"""The soak in a process of its own, as whoever uses the window has it.

After thousands of other tests garbage and widgets are left over, and collecting or restyling them takes long.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.soak import SOAK_S


@pytest.mark.timeout(SOAK_S + 330)
def test_no_key_is_lost_and_the_window_never_stalls() -> None:
    soak = Path(__file__).with_name("soak.py")
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", str(soak)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout
    print(done.stdout)
