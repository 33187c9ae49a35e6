"""The window as a program of its own: what comes first, what it opens, and that it closes cleanly."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.preferences import Consent, Preferences, save_preferences
from coach.settings import preferences_file
from coach.ui.privacy_text import VERSION

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "fixtures"
INTERRUPTED = """
import os, signal, sys, threading
from coach.ui import composition, main

class Interrupted(composition.MainWindow):
    def show(self):
        super().show()
        print("page:", type(self.page).__name__, flush=True)
        threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGINT)).start()

composition.MainWindow = Interrupted
sys.exit(main.run({live}))
"""
RECORDINGS = f"main.LiveStart({str(FIXTURES / 'clips' / 'sonrisa.mp4')!r})"
CAMERA = "main.LiveStart('0')"


def run(live: str) -> str:
    """The page that is shown first; the program ended by Ctrl-C a second later, without a word of complaint."""
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(live=live)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout.removeprefix("page: ").strip()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal there")
@pytest.mark.parametrize(
    ("consented", "live", "page"),
    [
        (False, "None", "PrivacyPage"),
        (False, CAMERA, "PrivacyPage"),
        (False, RECORDINGS, "LivePage"),
        (True, "None", "StartPage"),
        (True, RECORDINGS, "LivePage"),
    ],
)
def test_what_comes_first_and_control_c_closes_the_window(consented: bool, live: str, page: str) -> None:
    file = preferences_file()
    if consented:
        save_preferences(Preferences(consent=Consent(VERSION, datetime.now(UTC))), file)
    assert run(live) == page
    assert file.exists() == consented, "nothing is written unless asked for"
