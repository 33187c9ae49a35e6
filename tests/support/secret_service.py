"""A desktop's keyring of the test's own: a message bus, and GNOME's keyring on it, gone when the test is over."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pytest

BUS: Final = """<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""It starts no program by itself: none of the tester's own desktop is asked for anything."""
PROGRAMS: Final = ("dbus-daemon", "gnome-keyring-daemon")


class SecretService:
    """Keeps secrets for whoever has `DBUS_SESSION_BUS_ADDRESS`, which is set meanwhile."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder, self._socket = folder, folder / "bus"
        self._running: list[subprocess.Popen[bytes]] = []
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={self._socket}")

    def __enter__(self) -> Self:
        configuration = self._folder / "bus.conf"
        configuration.write_text(BUS.format(socket=self._socket), encoding="utf-8")
        bus = self._run(["dbus-daemon", "--nofork", f"--config-file={configuration}"])
        self._wait_until(self._socket.exists, bus)
        return self

    def unlock(self, phrase: str | None) -> None:
        """Start the keyring as logging in with `phrase` does, or with None as it starts for somebody without one."""
        control = self._folder / f"control{len(self._running)}"
        how = ["--start", "--foreground"] if phrase is None else ["--unlock", "--foreground"]
        program = self._run(
            ["gnome-keyring-daemon", *how, "--components=secrets", f"--control-directory={control}"],
            given="" if phrase is None else phrase,
        )
        self._wait_until(lambda: self._answers(locked=phrase is None), program)

    def lose(self) -> None:
        """The bus ends, and the keyring with it."""
        while self._running:
            program = self._running.pop()
            program.kill()
            program.wait()

    def lock(self) -> None:
        """The keyring ends, as when somebody leaves the desktop."""
        program = self._running.pop()
        program.terminate()
        program.wait()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.lose()

    def _run(self, command: list[str], given: str = "") -> subprocess.Popen[bytes]:
        home = {"HOME": str(self._folder), "XDG_DATA_HOME": str(self._folder), "XDG_RUNTIME_DIR": str(self._folder)}
        program = subprocess.Popen(
            command,
            env={**{name: said for name, said in os.environ.items() if name != "DISPLAY"}, **home},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert program.stdin is not None
        program.stdin.write(given.encode())
        program.stdin.close()
        self._running.append(program)
        return program

    @staticmethod
    def _answers(*, locked: bool) -> bool:
        import secretstorage  # Linux alone has it

        try:
            with closing(secretstorage.dbus_init()) as bus:
                return secretstorage.get_default_collection(bus).is_locked() == locked
        except secretstorage.SecretStorageException:
            return False

    @staticmethod
    def _wait_until(ready: Callable[[], bool], program: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + 20
        while not ready():
            if time.monotonic() > deadline or program.poll() is not None:
                raise OSError(f"{program.args!r} does not start")
            time.sleep(0.02)


def require_secret_service() -> None:
    """Skips where its programs are not installed; never in CI, which installs them."""
    if not all(shutil.which(name) for name in PROGRAMS) and not os.environ.get("CI"):
        pytest.skip("gnome-keyring is not available here")
