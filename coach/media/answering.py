"""Whether anybody answers at an address of the network, and what."""

from __future__ import annotations

import http.client
import socket
from enum import Enum, auto
from typing import Final
from urllib.parse import urlsplit

_ANSWER_S: Final = 0.5
PORTS: Final = {"http": 80, "https": 443, "rtsp": 554, "rtsps": 322}


class Answer(Enum):
    """Why an address sent nothing that could be seen or heard."""

    NOBODY = auto()
    REFUSED = auto()
    """Without the right to it."""
    BUSY = auto()
    SILENT = auto()
    """Somebody is there and sends nothing."""


_STATUS: Final = {
    **dict.fromkeys((401, 403), Answer.REFUSED),
    **dict.fromkeys((409, 423, 503), Answer.BUSY),
    200: Answer.SILENT,
}


def answer(url: str) -> Answer:
    """What a network address says of itself; takes up to a second. `url` has a host."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    try:
        socket.create_connection((host, port), _ANSWER_S).close()
    except OSError:
        return Answer.NOBODY
    # With a user name the answer to a stranger says nothing; rtsp and https only tell that someone is there.
    if parts.scheme != "http" or parts.username is not None:
        return Answer.SILENT
    return _http_answer(host, port, parts.path + (f"?{parts.query}" if parts.query else ""))


def _http_answer(host: str, port: int, path: str) -> Answer:
    connection = http.client.HTTPConnection(host, port, timeout=_ANSWER_S)
    try:
        connection.request("GET", path or "/")
        return _STATUS.get(connection.getresponse().status, Answer.NOBODY)
    except (OSError, http.client.HTTPException):
        return Answer.SILENT
    finally:
        connection.close()
