"""The sound of a network address: a small program of its own that sends what it hears to Coach, as `capture` does.

A program of its own, because a library that waits for the network can be ended only so, and because Coach then hears
an address exactly as it hears a microphone: lost, told, and come back. `python -m coach.voz.address` takes the address
from the first line of its standard input (it may hold a password, which a list of programs would show) and sends the
messages of `wire` until that input closes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
import traceback
from typing import Final

from coach.errors import KnownError
from coach.media.answering import answer
from coach.media.container import open_address, sound_or_none
from coach.voz.diagnosis import OF_ADDRESS
from coach.voz.own_program import start
from coach.voz.sound_file import Piece, decoded
from coach.voz.wire import Kind, Message, leave, leave_with_coach, send

_RETRY_S: Final = (0.1, 0.2, 0.5, 1.0)
_AHEAD_S: Final = 1.0
"""What a server may send before its time: some begin with a burst, and a file would come as fast as the network can."""
_MUTE: Final = "La dirección no trae sonido; elige un micrófono o una dirección que lo traiga."


def hear_address(url: str) -> subprocess.Popen[bytes]:
    """Starts the program on an address that `checked_address` has passed."""
    pipe = subprocess.PIPE
    program = start("coach.voz.address", stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    assert program.stdin is not None
    program.stdin.write(url.encode() + b"\n")
    program.stdin.flush()
    return program


def listen(url: str) -> None:
    """Send what `url` brings, opening it again whenever it is lost.

    Returns where it brings no sound. Raises `KnownError` where it is not safe to connect to it.
    """
    failures = 0
    while (heard := _once(url)) is not None:
        if not heard:
            _tell(Kind.TROUBLE, OF_ADDRESS[answer(url)])
        failures = 0 if heard else failures + 1
        time.sleep(_RETRY_S[min(failures, len(_RETRY_S) - 1)])
    _tell(Kind.REFUSED, _MUTE)


def _once(url: str) -> bool | None:
    """Whether anything was heard before the address was lost; None where there is nothing to hear."""
    container = open_address(url)
    if container is None:
        return False
    with container:
        if sound_or_none(container) is None:
            return None
        pace, shape = _Pace(), (0, 0)
        for piece in decoded(container):
            if shape != (piece.rate, piece.block.shape[1]):
                shape = piece.rate, piece.block.shape[1]
                _tell(Kind.OPENED, json.dumps({"rate": shape[0], "channels": shape[1]}))
            pace.wait_for(piece)
            send(Message(Kind.SOUND, time.monotonic(), piece.block.tobytes(), int(piece.lost)))
    return shape != (0, 0)


class _Pace:
    """Keeps what comes faster than time waiting."""

    def __init__(self) -> None:
        self._began: float | None = None
        self._sent_s = 0.0

    def wait_for(self, piece: Piece) -> None:
        """Until `piece` is due."""
        now = time.monotonic()
        self._began = now if self._began is None else self._began
        time.sleep(max(0.0, self._sent_s - (now - self._began) - _AHEAD_S))
        self._sent_s += len(piece.block) / piece.rate


def _tell(kind: Kind, words: str) -> None:
    send(Message(kind, time.monotonic(), words.encode()))


def main() -> None:
    """Hear until Coach leaves."""
    url = sys.stdin.buffer.readline().decode().strip()
    threading.Thread(target=leave_with_coach, daemon=True).start()
    try:
        listen(url)
    except KnownError as error:
        _tell(Kind.REFUSED, str(error))
    except Exception:  # Coach raises it
        _tell(Kind.BUG, traceback.format_exc())
    leave()


if __name__ == "__main__":
    main()
