"""A stream with sound on loopback, sent in chunks as a live one is, that can fall silent, die and come back."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import BinaryIO

from tests.support.mjpeg_server import MjpegServer

PIECES_S = 20
"""Pieces a second; a hiccup of the network is longer than one."""


class SoundServer(MjpegServer):
    """Sends the recording `path`, which lasts `seconds`, from its beginning to each client, in `pace` of its time."""

    def __init__(
        self, path: Path, seconds: float, pace: float = 1.0, status: int = 200, tls: ssl.SSLContext | None = None
    ) -> None:
        super().__init__([], fps=PIECES_S, status=status, tls=tls)
        self._data = path.read_bytes()
        self._size = round(len(self._data) / (seconds * PIECES_S) / pace) + 1

    def head(self) -> dict[str, str]:
        return {"Content-Type": "application/octet-stream", "Transfer-Encoding": "chunked", "Connection": "close"}

    def send(self, pipe: BinaryIO, count: int) -> None:
        piece = self._data[count * self._size : (count + 1) * self._size]
        pipe.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        if not piece:
            raise ConnectionAbortedError("the recording is over")
