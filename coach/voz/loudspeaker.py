"""Sound to the loudspeaker, through a program of its own: PortAudio may block where a device falls silent.

Each message to it is the count of its bytes (four of them, little-endian), then mono float32 samples; an empty one
drops what still waits to be played.
"""

from __future__ import annotations

import contextlib
import struct
import subprocess
import threading
from typing import Any, BinaryIO, Final

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples
from coach.voz.own_program import start

_COUNT: Final = struct.Struct("<I")
_MOST_BYTES: Final = 4 * SAMPLE_RATE * 60
_LEAVES_S: Final = 2.0


class Loudspeaker:
    """Plays at once what it is given. `silent` once nothing can be heard: there is no device, or it was lost."""

    def __init__(self) -> None:
        """Start the program."""
        self.silent = False
        self._program = start(
            "coach.voz.capture", "play", str(SAMPLE_RATE),
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def play(self, samples: Samples) -> None:
        """After what still waits."""
        if len(samples):
            self._write(np.ascontiguousarray(samples, "<f4").tobytes())

    def hush(self) -> None:
        """Drop what still waits."""
        self._write(b"")

    def close(self) -> None:
        """End the program; safe to call twice."""
        self.silent = True
        if self._program.stdin is not None:
            with contextlib.suppress(OSError):
                self._program.stdin.close()
        try:
            self._program.wait(_LEAVES_S)
        except subprocess.TimeoutExpired:
            self._program.kill()
            self._program.wait()

    def _write(self, content: bytes) -> None:
        if self.silent or self._program.stdin is None:
            return
        try:
            self._program.stdin.write(_COUNT.pack(len(content)) + content)
            self._program.stdin.flush()
        except (OSError, ValueError):
            self.silent = True


def read_samples(stream: BinaryIO) -> bytes | None:
    """The next message, None at the end."""
    count = stream.read(_COUNT.size)
    if len(count) < _COUNT.size:
        return None
    (size,) = _COUNT.unpack(count)
    if size > _MOST_BYTES:
        return None
    content = stream.read(size)
    return content if len(content) == size else None


class Waiting:
    """What waits to be played; PortAudio's own thread takes it."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._lock = threading.Lock()
        self._held = bytearray()

    def put(self, samples: bytes) -> None:
        """More; nothing at all drops what waits."""
        with self._lock:
            self._held = self._held + samples if samples else bytearray()

    def callback(self, out: Any, frames: int, _time: Any, _status: Any) -> None:
        """Fill `out`, with silence where too little waits."""
        with self._lock:
            ready = bytes(self._held[: len(out)])
            del self._held[: len(out)]
        out[:] = ready + bytes(len(out) - len(ready))
