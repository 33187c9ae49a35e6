"""A PulseAudio of the tests' own, whose microphones hear what is played to them, and can be lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from tests.support.sounds import Wave

RATE = 48_000
LOOP_S = 60
# PortAudio speaks ALSA, whose bridge to PulseAudio makes one device of each of these.
ALSA = """</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
pcm.diadema { type pulse device "diadema" }
"""


class Pulse:
    """A server with two microphones: "micro", the default, hears the left and right of "altavoz"; "diadema" too."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pulse"))  # the path of a socket must be short
        (self.folder / "alsa.conf").write_text(ALSA, encoding="utf-8")
        self.environment = {
            "PULSE_SERVER": f"unix:{self.folder}/socket",
            "ALSA_CONFIG_PATH": str(self.folder / "alsa.conf"),
            "XDG_RUNTIME_DIR": str(self.folder),
            "HOME": str(self.folder),
        }
        self._server: subprocess.Popen[bytes] | None = None
        self._player: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        environment = {key: value for key, value in self._environment().items() if key != "PULSE_SERVER"}
        command = [
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            "--disable-shm=yes",
        ]
        protocol = f"module-native-protocol-unix auth-anonymous=1 socket={self.folder}/socket"
        self._server = subprocess.Popen(
            [*command, "--disable-shm=yes", "-L", protocol],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 10
        while self._control("info").returncode:
            if time.monotonic() > deadline or self._server.poll() is not None:
                raise OSError("PulseAudio does not start")
            time.sleep(0.05)
        self.plug_in()

    def plug_in(self) -> None:
        self.control("load-module", "module-null-sink", "sink_name=altavoz", f"rate={RATE}")
        for name in ("micro", "diadema"):
            self.control("load-module", "module-remap-source", "master=altavoz.monitor", f"source_name={name}")
        self.control("set-default-source", "micro")

    def unplug(self) -> None:
        self.control("unload-module", "module-remap-source")
        self.control("unload-module", "module-null-sink")

    def suspend(self, yes: bool) -> None:
        for source in ("micro", "diadema"):
            self.control("suspend-source", source, str(int(yes)))

    def play(self, wave: Wave) -> None:
        """Plays (n, 2) at `RATE` over and over, in place of what was playing before."""
        self.quiet()
        repeated = b"".join([wave.tobytes()] * (LOOP_S * RATE // len(wave)))
        (self.folder / "wave").write_bytes(repeated)
        player = ["pacat", "--device=altavoz", "--latency-msec=20"]
        shape = [f"--rate={RATE}", "--channels=2", "--format=float32le"]
        self._player = subprocess.Popen([*player, *shape, str(self.folder / "wave")], env=self._environment())

    def quiet(self) -> None:
        if self._player is not None:
            self._player.kill()
            self._player.wait()
            self._player = None

    def kill(self) -> None:
        """As if the computer's sound had crashed."""
        self.quiet()
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None

    def control(self, *words: str) -> None:
        self._control(*words).check_returncode()

    def _control(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["pactl", *words], env=self._environment(), capture_output=True, check=False, timeout=10)

    def _environment(self) -> dict[str, str]:
        return {**os.environ, **self.environment}

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.kill()
        shutil.rmtree(self.folder)


def require_pulse() -> None:
    """Skips where PulseAudio is not installed; never in CI, which installs it."""
    if not all(map(shutil.which, ("pulseaudio", "pactl", "pacat"))) and not os.environ.get("CI"):
        pytest.skip("PulseAudio is not available here")
