"""One door to every source of sound: what the user names becomes a `SoundSource`."""

from __future__ import annotations

from coach.core.sound_source import SoundSource


def open_sound(text: str, *, live: bool = False) -> SoundSource:
    """A microphone ("" the system's own, an index or a name), an http(s)/rtsp address, or the sound of a recording.

    A microphone that cannot be opened yet is no error: it tells its conditions and waits. With `live` a recording
    plays in real time, as a microphone would. Raises `KnownError` for what names nothing at all, and for a recording
    without sound.
    """
    raise NotImplementedError(text, live)
