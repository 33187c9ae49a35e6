"""A network camera on loopback: MJPEG over HTTP, at a steady rate, that can fall silent, die and come back."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Sequence
from fractions import Fraction
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import BinaryIO, Self, cast

import av
import numpy as np

from coach.core.events import Image


class MjpegServer:
    """Sends `jpegs` round and round at `fps` to each client, from the first; `status` other than 200 refuses them."""

    def __init__(
        self, jpegs: Sequence[bytes], fps: float = 30.0, status: int = 200, tls: ssl.SSLContext | None = None
    ) -> None:
        self.jpegs = jpegs
        self.fps = fps
        self.status = status
        self.silent = threading.Event()
        self._tls = tls
        self.sent = 0
        self._port = 0
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    def head(self) -> dict[str, str]:
        """What is said of the stream before it begins."""
        return {"Content-Type": "multipart/x-mixed-replace; boundary=frame"}

    def send(self, pipe: BinaryIO, count: int) -> None:
        """To one client, which has got `count` pieces before."""
        jpeg = self.jpegs[self.sent % len(self.jpegs)]
        head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
        pipe.write(head.encode() + jpeg + b"\r\n")

    @property
    def url(self) -> str:
        return f"http{'s' if self._tls else ''}://127.0.0.1:{self._port}/video"

    def start(self) -> None:
        """Listen; at the same port as before after a `kill`."""
        self._server = _Server(("127.0.0.1", self._port), _Handler)
        self._server.camera = self
        if self._tls is not None:
            self._server.socket = self._tls.wrap_socket(self._server.socket, server_side=True)
        self._port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="mjpeg server")
        self._thread.start()

    def kill(self) -> None:
        """Cut every connection and stop listening, as a camera that loses power."""
        server, self._server = self._server, None
        if server is None or self._thread is None:
            return
        server.dying.set()
        server.shutdown()
        server.cut()
        server.server_close()  # joins the handlers
        self._thread.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.kill()


class _Server(ThreadingHTTPServer):
    allow_reuse_address = True
    daemon_threads = False  # so that server_close joins them
    camera: MjpegServer

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self.dying = threading.Event()
        self._clients: list[socket.socket] = []

    def finish_request(self, request: object, client_address: object) -> None:
        self._clients.append(cast(socket.socket, request))
        with contextlib.suppress(OSError):  # the client left, or was cut
            super().finish_request(request, client_address)  # type: ignore[arg-type]

    def cut(self) -> None:
        for client in self._clients:
            with contextlib.suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = cast(_Server, self.server)
        camera = server.camera
        if camera.status != 200:
            self.send_error(camera.status)
            return
        self.send_response(200)
        for name, value in camera.head().items():
            self.send_header(name, value)
        self.end_headers()
        start, count, sent = time.monotonic(), 0, 0
        while not server.dying.is_set():
            if camera.silent.is_set():
                server.dying.wait(0.02)
                start, count = time.monotonic(), 0
                continue
            camera.send(cast(BinaryIO, self.wfile), sent)
            camera.sent, sent = camera.sent + 1, sent + 1
            count += 1
            server.dying.wait(max(0.0, start + count / camera.fps - time.monotonic()))

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


def jpegs(images: Iterable[Image]) -> list[bytes]:
    """Each image (all of one even size) as a JPEG."""
    encoder: av.VideoCodecContext | None = None
    out: list[bytes] = []
    for image in images:
        if encoder is None:
            encoder = av.CodecContext.create("mjpeg", "w")
            encoder.height, encoder.width = image.shape[:2]
            encoder.pix_fmt, encoder.time_base = "yuvj420p", Fraction(1, 30)
        out += [bytes(packet) for packet in encoder.encode(av.VideoFrame.from_ndarray(image))]
    if encoder is not None:
        out += [bytes(packet) for packet in encoder.encode(None)]
    return out


def moving_bar(count: int, width: int = 640, height: int = 480) -> list[Image]:
    """A white bar that crosses a grey picture in `count` frames."""
    images = []
    for index in range(count):
        image = np.full((height, width, 3), 90, np.uint8)
        left = index * (width - 16) // max(1, count - 1)
        image[:, left : left + 16] = 255
        images.append(image)
    return images
