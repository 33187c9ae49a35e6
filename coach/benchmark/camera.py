"""A camera on loopback, in a process of its own so that its work is not taken for ours: MJPEG over HTTP."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from coach.benchmark.clip import FPS, jpegs
from coach.errors import KnownError

_FRAMES: Final = 300
_READY_S: Final = 60.0


@contextlib.contextmanager
def loopback_camera(clip: Path) -> Iterator[str]:
    """Within, the first ten seconds of `clip` are sent round and round at 30 frames a second; yields the address."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(str(clip), theirs), daemon=True)
    process.start()
    try:
        if not ours.poll(_READY_S):
            raise KnownError(
                "La cámara de prueba no arrancó en un minuto; cierra otros programas y repite la medición."
            )
        yield f"http://127.0.0.1:{ours.recv()}/video"
    finally:
        process.terminate()
        process.join()


def _serve(clip: str, ready: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    images = jpegs(Path(clip), _FRAMES)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
            """Send frames until the client leaves."""
            self.send_response(200)
            self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
            self.end_headers()
            with contextlib.suppress(OSError):
                self._send()

        def _send(self) -> None:
            start, sent = time.monotonic(), 0
            while True:
                image = images[sent % len(images)]
                head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(image)}\r\n\r\n"
                self.wfile.write(head.encode() + image + b"\r\n")
                sent += 1
                time.sleep(max(0.0, start + sent / FPS - time.monotonic()))

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    ready.send(server.server_address[1])
    server.serve_forever()
