"""The microphones of this machine by name."""

from __future__ import annotations

import json
import logging
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from coach.voz.own_program import start

_log = logging.getLogger(__name__)

_LIST_S: Final = 10.0
_CUT_AT: Final = 31
_MOST_CHANNELS: Final = 16
"""More are a sound server that takes any number."""


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


def full_name(name: str, elsewhere: Iterable[str]) -> str:
    """A microphone's whole name, where `name` may have been cut off and other interfaces show it under `elsewhere`.

    Source: Windows' usual interface, MME, keeps 31 letters (MAXPNAMELEN, with the end of the text); WASAPI has all.

    >>> full_name("Varios micrófonos (Tecnología I", ["Mesa", "Varios micrófonos (Tecnología Intel Smart Sound)"])
    'Varios micrófonos (Tecnología Intel Smart Sound)'
    """
    whole = {other for other in elsewhere if other.startswith(name)} if len(name) == _CUT_AT else set()
    return whole.pop() if len(whole) == 1 else name


def names_of(device: MicrophoneDevice) -> tuple[str, ...]:
    """By what it is chosen: its name; with more than two channels, which are nobody's ears, also each of them.

    >>> names_of(MicrophoneDevice(0, "Mesa", 4, True))
    ('Mesa', 'Mesa, canal 1', 'Mesa, canal 2', 'Mesa, canal 3', 'Mesa, canal 4')
    """
    channels = device.channels if 2 < device.channels <= _MOST_CHANNELS else 0
    return device.name, *(f"{device.name}, canal {number}" for number in range(1, channels + 1))


def capture(*arguments: str, also: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Starts the program that owns PortAudio; it ends when its standard input closes. `also`: as `start` takes it.

    PortAudio and ALSA write to the standard error whatever they find odd about a machine, which nobody is to read.
    """
    pipe, nobody = subprocess.PIPE, subprocess.DEVNULL
    return start("coach.voz.capture", *arguments, stdin=pipe, stdout=pipe, stderr=nobody, also=also)
