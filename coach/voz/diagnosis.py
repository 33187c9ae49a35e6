"""Why a microphone cannot be opened: in use, no permission, not there. Conditions of `manual/condiciones.toml`."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Final

from coach.media.answering import Answer
from coach.media.consent import refused_by_windows
from coach.media.naming import find
from coach.voz.alsa import DEVICES, TOLD, capture_nodes

BUSY: Final = "microfono_ocupado"
FORBIDDEN: Final = "microfono_sin_permiso"
GONE: Final = "microfono_desconectado"
STALLED: Final = "microfono_detenido"
SOUNDLESS: Final = frozenset({BUSY, FORBIDDEN, GONE, STALLED})
"""While one of these holds no sound comes."""
OF_ADDRESS: Final = {Answer.NOBODY: GONE, Answer.REFUSED: FORBIDDEN, Answer.BUSY: BUSY, Answer.SILENT: STALLED}
"""What each answer of a network address that stands in for a microphone amounts to."""

_DEVICE_UNAVAILABLE: Final = -9985
"""PortAudio's paDeviceUnavailable."""
_IN_USE: Final = {errno.EBUSY, errno.EAGAIN, 4, 0x8889000A}
"""Of the system, of Windows' MME (MMSYSERR_ALLOCATED) and of its WASAPI (AUDCLNT_E_DEVICE_IN_USE)."""
_REFUSED: Final = {errno.EACCES, errno.EPERM, 0x80070005}
"""Of the system, and E_ACCESSDENIED of Windows."""


def opening_condition(code: int, host_code: int | None) -> str:
    """The condition of a device that is there but did not open: PortAudio's `code`, and the system's own, if any."""
    system = 0 if host_code is None else abs(host_code) if -4096 < host_code < 0 else host_code & 0xFFFFFFFF
    if system in _REFUSED or refused_by_windows("microphone"):
        return FORBIDDEN
    return BUSY if code == _DEVICE_UNAVAILABLE or system in _IN_USE else GONE


def absence_condition(name: str = "", told: Path = TOLD, folder: Path = DEVICES) -> str:
    """Why there is no microphone `name` to open ("" or a number: none at all): it is not there, held, or forbidden.

    PortAudio lists nothing that it cannot open, so that Linux is asked: `told` and `folder` as `capture_nodes` takes.
    """
    if refused_by_windows("microphone"):
        return FORBIDDEN
    if sys.platform != "linux":
        return GONE
    anyone = not name or name.isdecimal()
    named = None if anyone else find(name, capture_nodes(told, folder))
    states = {_state(node) for node in ([named.node] if named else folder.glob("pcmC*D*c"))}
    if BUSY in states and (anyone or named):
        return BUSY
    return FORBIDDEN if states == {FORBIDDEN} else GONE


def _state(node: Path) -> str:
    try:
        # Without waiting, for else a device that is held makes whoever asks for it wait until it is free.
        os.close(os.open(node, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)))
    except OSError as error:
        return BUSY if error.errno in _IN_USE else FORBIDDEN if error.errno in _REFUSED else GONE
    return GONE
