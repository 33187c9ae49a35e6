"""A speech-dispatcher of the tests' own, which speaks through their PulseAudio, and what their loudspeaker plays."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, Samples
from tests.support.pulse import Pulse

MODULES = (Path("/usr/lib/speech-dispatcher-modules"), Path("/usr/lib/x86_64-linux-gnu/speech-dispatcher-modules"))
SOUNDS = 1e-3
"""A sample that is louder is no silence: what plays nothing plays zeros."""


class SpeechService:
    """Speaks for whoever has `environment`."""

    def __init__(self, pulse: Pulse) -> None:
        self._socket = pulse.folder / "speechd.sock"
        self._logs = pulse.folder / "speechd"
        self.environment = {**pulse.environment, "SPEECHD_ADDRESS": f"unix_socket:{self._socket}"}
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._logs.mkdir()
        places = ["-S", str(self._socket), "-P", str(self._logs / "pid"), "-L", str(self._logs)]
        self._server = subprocess.Popen(
            ["speech-dispatcher", "--run-single", "--timeout", "0", *places],
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 20
        while not self._socket.exists():
            if time.monotonic() > deadline or self._server.poll() is not None:
                raise OSError("speech-dispatcher does not start")
            time.sleep(0.05)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._server is not None:
            self._server.terminate()
            self._server.wait()


class Loudspeaker:
    """Remembers what "altavoz" plays, and when: what its monitor gives."""

    def __init__(self, pulse: Pulse) -> None:
        shape = [f"--rate={SAMPLE_RATE}", "--channels=1", "--format=float32le", "--latency-msec=20"]
        self._program = subprocess.Popen(
            ["parec", "--device=altavoz.monitor", *shape],
            env={**os.environ, **pulse.environment},
            stdout=subprocess.PIPE,
        )
        self._blocks: list[tuple[float, Samples]] = []
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def since(self, moment: float) -> Samples:
        """What came later than that, on the monotonic clock."""
        return np.concatenate([np.zeros(0, np.float32), *(block for t, block in list(self._blocks) if t > moment)])

    def last_sound(self) -> float:
        """When something was heard last, on the monotonic clock; -inf before anything was."""
        loud = (t for t, block in reversed(list(self._blocks)) if np.abs(block).max() > SOUNDS)
        return next(loud, float("-inf"))

    def close(self) -> None:
        self._program.kill()
        self._program.wait()
        self._reader.join()

    def _read(self) -> None:
        assert self._program.stdout is not None
        kept = b""
        while data := os.read(self._program.stdout.fileno(), 1 << 16):
            kept += data
            whole = len(kept) // 4 * 4
            if whole:
                self._blocks.append((time.monotonic(), np.frombuffer(kept[:whole], np.float32)))
                kept = kept[whole:]
        self._program.stdout.close()


def require_speech() -> None:
    """Skips where no speech service with a Spanish voice is installed; never in CI, which installs one."""
    spoken = any((folder / "sd_espeak-ng").exists() for folder in MODULES)
    if not (spoken and shutil.which("speech-dispatcher") and shutil.which("parec")) and not os.environ.get("CI"):
        pytest.skip("speech-dispatcher with espeak-ng is not available here")
