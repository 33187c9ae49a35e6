"""What `capture` and `address` tell through their pipes: messages with a head of fixed size."""

from __future__ import annotations

import os
import struct
import sys
from dataclasses import dataclass
from enum import IntEnum
from typing import IO, Final, NoReturn

_HEAD: Final = struct.Struct("<BdII")
_MOST: Final = 1 << 24


class Kind(IntEnum):
    """What a message is about, and its `data`."""

    OPENED = 1
    """JSON of `rate` (Hz) and `channels`: the device is open, sound will follow."""
    SOUND = 2
    """Samples, 32-bit floating point, channels interleaved."""
    TROUBLE = 3
    """The id of the condition that keeps the device from being open; it will be tried again."""
    REFUSED = 4
    """A sentence: this will never work here."""
    BUG = 5
    """The traceback of what should not have happened."""


@dataclass(frozen=True, slots=True)
class Message:
    """`t`: when it was so, on the system's monotonic clock; `lost`: frames known to be missing before it, or 1."""

    kind: Kind
    t: float
    data: bytes = b""
    lost: int = 0


def write(pipe: IO[bytes], message: Message) -> None:
    """Send at once."""
    pipe.write(_HEAD.pack(message.kind, message.t, message.lost, len(message.data)) + message.data)
    pipe.flush()


def read(pipe: IO[bytes]) -> Message | None:
    """The next message; None once the other side has gone, in the middle of a message too."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, t, lost, size = _HEAD.unpack(head)
    if size > _MOST:
        raise ValueError(f"a message of {size} bytes")
    data = pipe.read(size)
    return Message(Kind(kind), t, data, lost) if len(data) == size else None


def send(message: Message) -> None:
    """From a program of Coach's to Coach; ends the program when nobody listens any more."""
    try:
        write(sys.stdout.buffer, message)
    except OSError:
        os._exit(0)


def leave_with_coach() -> None:
    """Ends the program once Coach has closed the pipe, or has died; not sys.exit, which would wait for a device."""
    sys.stdin.buffer.read()
    leave()


def leave() -> NoReturn:
    """Ends the program now: Python's own end would crash over the thread that waits in `leave_with_coach`."""
    os._exit(0)
