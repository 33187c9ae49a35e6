"""A microphone of the network on loopback: RTSP over TCP, uncompressed sound in RTP, at the pace of time."""

from __future__ import annotations

import contextlib
import socketserver
import struct
import threading
import time
from typing import Self, cast

import numpy as np
import numpy.typing as npt

RATE = 16_000
_PACKET = RATE // 50
_TYPE = 96
_SDP = "\r\n".join(
    (
        *("v=0", "o=- 0 0 IN IP4 127.0.0.1", "s=sala", "t=0 0"),
        *(f"m=audio 0 RTP/AVP {_TYPE}", f"a=rtpmap:{_TYPE} L16/{RATE}/1", "a=control:voz", ""),
    )
)


class RtspServer:
    """Sends `samples` (16 bits, `RATE`) round and round to each client that asks to play."""

    def __init__(self, samples: npt.NDArray[np.int16], status: str = "200 OK") -> None:
        self.samples, self.status = samples, status
        self.dying = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Client)
        self._server.rtsp = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="rtsp server")

    @property
    def url(self) -> str:
        return f"rtsp://127.0.0.1:{self._server.server_address[1]}/sala"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.dying.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True  # a client that never leaves would keep them
    rtsp: RtspServer


class _Client(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        with contextlib.suppress(OSError):
            while (request := self._request()) is not None:
                method, number = request
                self._answer(method, number)
                if method == "PLAY":
                    self._play()

    def _request(self) -> tuple[str, str] | None:
        first = self.rfile.readline().decode()
        heads = dict(line.split(": ", 1) for line in iter(lambda: self.rfile.readline().decode().strip(), ""))
        return (first.split(" ")[0], heads["CSeq"]) if first else None

    def _answer(self, method: str, number: str) -> None:
        server = cast(_Server, self.server).rtsp
        body = _SDP if method == "DESCRIBE" and server.status.startswith("200") else ""
        heads = {
            "OPTIONS": "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n",
            "DESCRIBE": f"Content-Type: application/sdp\r\nContent-Length: {len(body)}\r\n",
            "SETUP": "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 7\r\n",
        }.get(method, "Session: 7\r\n")
        status = "200 OK" if method == "OPTIONS" else server.status
        self.wfile.write(f"RTSP/1.0 {status}\r\nCSeq: {number}\r\n{heads}\r\n{body}".encode())

    def _play(self) -> None:
        server, began, count = cast(_Server, self.server).rtsp, time.monotonic(), 0
        sound = server.samples.astype(">i2")
        while not server.dying.wait(max(0.0, began + count * _PACKET / RATE - time.monotonic())):
            piece = np.take(sound, range(count * _PACKET, (count + 1) * _PACKET), mode="wrap").tobytes()
            rtp = struct.pack(">BBHII", 0x80, _TYPE, count & 0xFFFF, count * _PACKET, 1) + piece
            self.wfile.write(struct.pack(">cBH", b"$", 0, len(rtp)) + rtp)
            count += 1
