"""Why a microphone cannot be opened: in use, no permission, not there. Conditions of `manual/condiciones.toml`."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Final

from coach.media.answering import Answer
from coach.media.consent import refused_by_windows

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
_DEVICES: Final = Path("/dev/snd")


def opening_condition(code: int, host_code: int | None) -> str:
    """The condition of a device that is there but did not open: PortAudio's `code`, and the system's own, if any."""
    system = 0 if host_code is None else abs(host_code) if -4096 < host_code < 0 else host_code & 0xFFFFFFFF
    if system in _REFUSED or refused_by_windows("microphone"):
        return FORBIDDEN
    return BUSY if code == _DEVICE_UNAVAILABLE or system in _IN_USE else GONE


def absence_condition(folder: Path = _DEVICES) -> str:
    """Why there is no microphone to open: none is there, or none may be seen. `folder`: Linux' devices of sound."""
    if refused_by_windows("microphone"):
        return FORBIDDEN
    inputs = list(folder.glob("pcmC*D*c")) if sys.platform == "linux" else []
    return FORBIDDEN if inputs and not any(os.access(node, os.R_OK | os.W_OK) for node in inputs) else GONE
