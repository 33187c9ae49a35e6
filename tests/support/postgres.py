"""A PostgreSQL server of the test's own, on the loopback alone, gone when the test is over."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

PASSWORD = "contraseña del servidor"  # noqa: S105
_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")


def program(name: str) -> str | None:
    """Where a program of the server lies: Debian leaves them off the path."""
    found = [str(file) for place in _PLACES for file in Path("/").glob(f"{place[1:]}/{name}")]
    return max(found, default=None) or shutil.which(name)


def require_server() -> None:
    """Skips where no server is installed; never in CI, which installs it."""
    if program("initdb") is None and not os.environ.get("CI"):
        pytest.skip("no PostgreSQL server is installed here")


@contextmanager
def running_server() -> Iterator[Server]:
    """One of its own; skips where none is installed."""
    require_server()
    folder = Path(tempfile.mkdtemp(prefix="coach-servidor-"))  # pytest's own folders are root's alone
    folder.chmod(0o755)
    made = Server(folder / "postgres")
    try:
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder)


class Server:
    """Its data lie in `folder`, which the user that runs the server must be able to reach."""

    def __init__(self, folder: Path) -> None:
        self._data = folder / "data"
        self._as: Sequence[str] = ()
        folder.mkdir(parents=True)
        if sys.platform != "win32" and os.geteuid() == 0:  # the server refuses to run as root
            self._as = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--")
            shutil.chown(folder, "nobody", "nogroup")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        secret = folder / "secret"
        secret.write_text(PASSWORD, encoding="utf-8")
        secret.chmod(0o644)
        how = ("--auth=scram-sha-256", f"--pwfile={secret}", "--encoding=UTF8", "--no-locale", "--no-sync")
        self._run("initdb", "--pgdata", self._data, "--username=ana", *how)
        self.start()

    def start(self) -> None:
        options = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories= -p {self.port} -c fsync=off"
        self._run("pg_ctl", "--pgdata", self._data, "-l", self._data / "log", "--wait", "-o", options, "start")

    def stop(self) -> None:
        """At once, whoever is connected."""
        self._run("pg_ctl", "--pgdata", self._data, "--mode=immediate", "--wait", "stop")

    def address(self, database: str = "postgres", user: str = "ana", password: str = PASSWORD) -> str:
        secret = password.replace(" ", "%20")
        return f"postgresql://{user}:{secret}@127.0.0.1:{self.port}/{database}"

    def files(self) -> list[Path]:
        """All that the server has written."""
        return [file for file in self._data.rglob("*") if file.is_file()]

    def _run(self, name: str, *arguments: str | Path) -> None:
        found = program(name)
        assert found is not None, f"{name} is missing: install PostgreSQL's server"
        # To a file that nobody reads: the server keeps whatever it inherits, and a pipe would never end.
        subprocess.run(
            [*self._as, found, *map(str, arguments)],
            check=True,
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=60,
        )
