"""Nothing leaves the machine: a whole analysis without a network, and a witness of every socket that it opens."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from coach.resources import demo_recording
from tests.support.namespaces import apart, works

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="network namespaces and strace are Linux's")
WITNESS = ["strace", "--follow-forks", "--seccomp-bpf", "--trace=socket,connect,bind,sendto,sendmsg,sendmmsg"]
FAMILY = re.compile(r"\bsocket\((AF_\w+)")


def require(*command: str) -> None:
    """Skips where the machine does not allow `command`; never in CI, which installs what is needed."""
    if not works(*command) and not os.environ.get("CI"):
        pytest.skip(f"{command[0]} is not available here")


def analyse(report: Path, *within: str) -> subprocess.CompletedProcess[str]:
    command = [*within, sys.executable, "-m", "coach", "analizar", str(demo_recording()), "--json", str(report)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def families(trace: Path) -> set[str]:
    """The address families of all sockets in a trace."""
    return set(FAMILY.findall(trace.read_text(encoding="utf-8", errors="replace")))


def test_a_whole_analysis_without_any_network_interface(tmp_path: Path) -> None:
    without = apart("--net")
    require(*without, "true")
    result = analyse(tmp_path / "report.json", *without)
    assert result.returncode == 0, result.stderr
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["signals"]


def test_a_whole_analysis_opens_no_socket_to_the_outside(tmp_path: Path) -> None:
    require(*WITNESS, "--output=/dev/null", "true")
    trace = tmp_path / "trace"
    result = analyse(tmp_path / "report.json", *WITNESS, f"--output={trace}")
    assert result.returncode == 0, result.stderr
    assert families(trace) <= {"AF_UNIX"}


def test_the_witness_sees_a_socket_to_the_outside(tmp_path: Path) -> None:
    require(*WITNESS, "--output=/dev/null", "true")
    trace = tmp_path / "trace"
    subprocess.run(
        [*WITNESS, f"--output={trace}", sys.executable, "-c", "import socket; socket.socket().close()"], check=True
    )
    assert families(trace) == {"AF_INET"}
