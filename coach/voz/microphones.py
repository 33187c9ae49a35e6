"""The microphones of this machine by name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MicrophoneDevice:
    """A microphone: the `index` that opens it, its `name` as the system shows it, and its number of `channels`."""

    index: int
    name: str
    channels: int


def microphones() -> tuple[MicrophoneDevice, ...]:
    """The microphones plugged in now, by index; the system's own choice is not told apart."""
    raise NotImplementedError
