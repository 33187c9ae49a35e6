"""A PulseAudio server of one's own, whose microphones hear what is played to it. Nothing outside of it is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np
import numpy.typing as npt

RATE: Final = 48_000
_LOOP_S: Final = 60
_START_S: Final = 10.0
_ANSWER_S: Final = 10.0
_TOOLS: Final = ("pulseaudio", "pactl", "pacat")
# PortAudio speaks ALSA, whose bridge to PulseAudio makes one device of each of these.
_DEFAULT: Final = "</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\n"
_FURTHER: Final = 'pcm.{0} {{ type pulse device "{0}" }}\n'


def available() -> bool:
    """Whether PulseAudio is installed here."""
    return all(map(shutil.which, _TOOLS))


class Pulse:
    """A server with `MICROPHONES`, of which the first is the default: all hear the left and right of "altavoz".

    `environment` is what a program needs to use it. Raises `OSError` where it does not start.
    """

    MICROPHONES: tuple[str, ...] = ("micro",)
    LATENCY_MS = 400
    """What the player leaves the server: with little, the server hands sound on in pieces as small."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pulse"))  # the path of a socket must be short
        further = "".join(map(_FURTHER.format, self.MICROPHONES[1:]))
        (self.folder / "alsa.conf").write_text(_DEFAULT + further, encoding="utf-8")
        self.environment = {
            "PULSE_SERVER": f"unix:{self.folder}/socket",
            "ALSA_CONFIG_PATH": str(self.folder / "alsa.conf"),
            "XDG_RUNTIME_DIR": str(self.folder),
            "HOME": str(self.folder),
        }
        self._server: subprocess.Popen[bytes] | None = None
        self._player: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin to serve; returns once it answers."""
        environment = {key: value for key, value in self._environment().items() if key != "PULSE_SERVER"}
        options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"]
        protocol = f"module-native-protocol-unix auth-anonymous=1 socket={self.folder}/socket"
        nobody = subprocess.DEVNULL
        self._server = subprocess.Popen(  # noqa: S603 (the system's own)
            [_tool("pulseaudio"), *options, "-L", protocol], env=environment, stdout=nobody, stderr=nobody
        )
        deadline = time.monotonic() + _START_S
        while self._control("info").returncode:
            if time.monotonic() > deadline or self._server.poll() is not None:
                raise OSError("PulseAudio does not start")
            time.sleep(0.05)
        self.plug_in()

    def plug_in(self) -> None:
        """Make the microphones."""
        self.control("load-module", "module-null-sink", "sink_name=altavoz", f"rate={RATE}")
        for name in self.MICROPHONES:
            self.control("load-module", "module-remap-source", "master=altavoz.monitor", f"source_name={name}")
        self.control("set-default-source", self.MICROPHONES[0])

    def play(self, wave: npt.NDArray[np.float32]) -> None:
        """Plays (n, 2) at `RATE` over and over for a minute, in place of what was playing before."""
        self.quiet()
        (self.folder / "wave").write_bytes(b"".join([wave.tobytes()] * max(1, _LOOP_S * RATE // len(wave))))
        shape = [f"--rate={RATE}", "--channels=2", "--format=float32le", f"--latency-msec={self.LATENCY_MS}"]
        self._player = subprocess.Popen(  # noqa: S603 (the system's own)
            [_tool("pacat"), "--device=altavoz", *shape, str(self.folder / "wave")], env=self._environment()
        )

    def quiet(self) -> None:
        """Play nothing any more."""
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
        """Have the server do what `words` say to pactl."""
        self._control(*words).check_returncode()

    def _control(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(  # noqa: S603 (the system's own)
            [_tool("pactl"), *words], env=self._environment(), capture_output=True, check=False, timeout=_ANSWER_S
        )

    def _environment(self) -> dict[str, str]:
        return {**os.environ, **self.environment}

    def __enter__(self) -> Self:
        """Started."""
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Ended, and nothing left."""
        self.kill()
        shutil.rmtree(self.folder)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise OSError(f"{name} is not installed")
    return found
