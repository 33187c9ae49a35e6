"""Threads share few pools of memory."""

import subprocess
import sys

import pytest

TALLY = """
import ctypes, threading, sys
from coach.runtime.arenas import share_arenas
if sys.argv[1] == "shared":
    assert share_arenas()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
barrier = threading.Barrier(9)
def take():
    libc.malloc(1000)
    barrier.wait()
threads = [threading.Thread(target=take) for _ in range(8)]
for thread in threads: thread.start()
barrier.wait()
for thread in threads: thread.join()
libc.malloc_stats()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="solo glibc tiene arenas")
def test_eight_threads_share_two_pools_instead_of_having_their_own() -> None:
    def arenas(how: str) -> int:
        told = subprocess.run([sys.executable, "-c", TALLY, how], capture_output=True, text=True, check=True)
        return told.stderr.count("Arena ")

    assert arenas("shared") <= 2 < arenas("own")
