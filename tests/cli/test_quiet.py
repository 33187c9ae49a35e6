"""Native chatter stays off the terminal; our own words reach it."""

from __future__ import annotations

import subprocess
import sys

from tests.cli.conftest import environment

SCRIPT = """
import os, subprocess, sys, threading
from coach.cli.quiet import native_silence

def chatter():
    os.write(2, b"W0000 chatter\\n")

with native_silence():
    chatter()
    thread = threading.Thread(target=chatter); thread.start(); thread.join()
    subprocess.run([sys.executable, "-c", "import os; os.write(2, b'INFO: from a child')"], check=True)
    print("dentro \\u00f1", file=sys.stderr)
print("fuera", file=sys.stderr)
os.write(2, b"otra vez\\n")
"""


def test_only_our_own_words_reach_stderr() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment({}), capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr.splitlines() == ["dentro ñ", "fuera", "otra vez"]


INTERRUPTED = """
import os, threading
from coach.cli.quiet import native_silence

left = threading.Event()

def load():  # a model that a thread is loading when Ctrl-C comes
    left.wait()
    os.write(2, b"W0000 chatter\\n")

thread = threading.Thread(target=load); thread.start()
try:
    with native_silence():
        raise KeyboardInterrupt
except KeyboardInterrupt:
    left.set(); thread.join()
    os._exit(130)
"""


def test_what_is_still_loading_after_ctrl_c_is_not_heard() -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], env=environment({}), capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (130, "")
