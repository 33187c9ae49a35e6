"""The microphones of this machine by name."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_log = logging.getLogger(__name__)

_LIST_S: Final = 10.0
_ROOT: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class MicrophoneDevice:
    """A microphone: the `index` that opens it, its `name` as the system shows it, its number of `channels`.

    `default`: the one that the system prefers.
    """

    index: int
    name: str
    channels: int
    default: bool


def microphones() -> tuple[MicrophoneDevice, ...]:
    """The microphones plugged in now, by index; empty where sound does not work at all. Takes about half a second."""
    with capture("list") as program:
        try:
            told, _ = program.communicate(timeout=_LIST_S)
        except subprocess.TimeoutExpired:
            program.kill()
            told = b""
    try:
        return tuple(MicrophoneDevice(*row) for row in json.loads(told))
    except ValueError:
        _log.warning("no microphones could be listed")
        return ()


def capture(*arguments: str) -> subprocess.Popen[bytes]:
    """Starts the program that owns PortAudio; it ends when its standard input closes.

    In a session of its own, so that Ctrl-C reaches Coach alone; without a console of its own on Windows. PortAudio and
    ALSA write to the standard error whatever they find odd about a machine, which nobody is to read.
    """
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(  # noqa: S603 (our own module)
        [sys.executable, "-P", "-m", "coach.voz.capture", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
