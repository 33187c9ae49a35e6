"""Why a camera cannot be opened: in use, no permission, not there, or there but silent.

Conditions are ids of `manual/condiciones.toml`.
"""

from __future__ import annotations

import errno
import os
import struct
import sys
from pathlib import Path
from typing import Final

from coach.media.answering import Answer, answer
from coach.media.consent import refused_by_windows
from coach.vision.devices import cameras

BUSY: Final = "camara_ocupada"
FORBIDDEN: Final = "camara_sin_permiso"
GONE: Final = "camara_desconectada"
STALLED: Final = "camara_detenida"

_OF_ADDRESS: Final = {Answer.NOBODY: GONE, Answer.REFUSED: FORBIDDEN, Answer.BUSY: BUSY, Answer.SILENT: STALLED}
# struct v4l2_requestbuffers of linux/videodev2.h: count, type (video capture), memory (mmap), two reserved words.
_REQBUFS: Final = 0xC0145608
_ONE_BUFFER: Final = struct.pack("5I", 1, 1, 1, 0, 0)
_NO_BUFFER: Final = struct.pack("5I", 0, 1, 1, 0, 0)


def device_condition(index: int) -> str:
    """Why the camera of this index did not open."""
    if sys.platform == "linux":
        return node_condition(Path(f"/dev/video{index}"))
    if not any(camera.index == index for camera in cameras()):
        return GONE
    # macOS lets programs share a camera and refuses only without consent; Windows gives it to one program.
    return FORBIDDEN if sys.platform == "darwin" or refused_by_windows("webcam") else BUSY


def node_condition(node: Path) -> str:
    """Why a Linux video node did not open: asks for one buffer, which only one program can hold."""
    try:
        handle = os.open(node, os.O_RDWR | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        return condition_of(error.errno)
    try:
        _ask_for_buffer(handle)
    except OSError as error:
        return condition_of(error.errno)
    finally:
        os.close(handle)
    return STALLED


def condition_of(code: int | None) -> str:
    """The condition an `errno` of opening or starting a camera stands for."""
    if code in (errno.EBUSY, errno.EAGAIN):
        return BUSY
    if code in (errno.EACCES, errno.EPERM):
        return FORBIDDEN
    return GONE


def address_condition(url: str) -> str:
    """Why a network address gave no picture; takes up to a second. `url` has a host."""
    return _OF_ADDRESS[answer(url)]


def _ask_for_buffer(handle: int) -> None:
    if sys.platform != "linux":
        return
    import fcntl

    fcntl.ioctl(handle, _REQBUFS, _ONE_BUFFER)
    fcntl.ioctl(handle, _REQBUFS, _NO_BUFFER)
