"""Hands over to Coach, or to its tests, within the environment."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


def coach(python: Path, arguments: Sequence[str]) -> int:
    """Runs `coach` in place of this process (on Windows: below it) with the user's own folder as the current one."""
    os.environ["COACH_ORDEN"] = called(sys.executable, sys.argv[0])
    # -P: what lies in the user's folder must not be imported in place of a package.
    return _become([str(python), "-P", "-m", "coach", *arguments])


def called(
    python: str,
    script: str,
    windows: bool = sys.platform == "win32",
    which: Callable[[str], str | None] = shutil.which,
) -> str:
    """How run.py was called, as people type it: what Coach then tells them to type begins so.

    On Windows the usual installation is found as `py` alone: a plain `python` is somebody else's, or opens a shop.

    >>> called("/usr/bin/python3", "run.py"), called("/usr/bin/python3.12", "/mi carpeta/run.py")
    ('python3 run.py', "python3.12 '/mi carpeta/run.py'")
    """
    name = Path(python).name.removesuffix(".exe") or "python3"
    if windows and which("py") and not _is(which(name), python):
        name = "py"
    return f"{name} {subprocess.list2cmdline([script]) if windows else shlex.quote(script)}"


def _is(found: str | None, python: str) -> bool:
    return found is not None and os.path.normcase(os.path.realpath(found)) == os.path.normcase(os.path.realpath(python))


def tests(python: Path, root: Path, arguments: Sequence[str]) -> int:
    """Runs the test suite of the clone in `root`; `arguments` go to pytest."""
    os.chdir(root)
    with _display():
        return subprocess.run([str(python), "-m", "pytest", *arguments], check=False).returncode


@contextmanager
def _display() -> Iterator[None]:
    """Real windows on a display in memory where there is none; tests/conftest.py copes where that cannot be had.

    Not xvfb-run, which waits for ever where it is the first process, as in a container.
    """
    server = shutil.which("Xvfb") if sys.platform == "linux" and not os.environ.get("DISPLAY") else None
    if server is None:
        yield
        return
    number, told = os.pipe()
    command = [server, "-displayfd", str(told), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[told], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as display:
        os.close(told)
        with os.fdopen(number) as pipe:
            shown = pipe.readline().strip()
        if shown:  # a server that cannot start says nothing
            os.environ["DISPLAY"] = f":{shown}"
        try:
            yield
        finally:
            display.terminate()


def _become(command: list[str]) -> int:
    if sys.platform != "win32":
        sys.stderr.flush()
        os.execvp(command[0], command)  # noqa: S606 (no shell is wanted)
    # There execv would give the prompt back at once. Ctrl+C reaches the child itself; here only its exit code counts.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.run(command, check=False).returncode
