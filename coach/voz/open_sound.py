"""One door to every source of sound: what the user names becomes a `SoundSource`."""

from __future__ import annotations

import re
from typing import Final

from coach.core.events import ConditionChanged, Sound
from coach.core.sound_source import SoundSource
from coach.errors import KnownError
from coach.media.naming import checked_address, find, is_address, no_such_file, typed_path
from coach.media.paced import Paced
from coach.voz.alsa import capture_nodes
from coach.voz.microphone import Microphone, address_microphone
from coach.voz.microphones import microphones
from coach.voz.sound_file import SoundFile

_LIVE_CHUNK_S: Final = 0.03
_CHANNEL: Final = re.compile(r"(?:(?P<name>.*\S)\s*,\s*)?canal\s+(?P<channel>[1-9]\d?)", re.IGNORECASE)


def one_channel(text: str) -> tuple[str, int | None]:
    """What is named, and which of its channels (from 0), None for all of them.

    >>> one_channel("Scarlett 2i2, canal 2"), one_channel("canal 1"), one_channel("Diadema")
    (('Scarlett 2i2', 1), ('', 0), ('Diadema', None))
    """
    told = _CHANNEL.fullmatch(text)
    return (text, None) if told is None else (told["name"] or "", int(told["channel"]) - 1)


def open_sound(text: str, *, live: bool = False, channel: int | None = None) -> SoundSource:
    """A microphone ("" the system's own, an index or a name), an http(s)/rtsp address, or a recording's sound by path.

    A microphone that cannot be opened yet is no error: it tells its conditions and waits; `channel` (from 0) chooses
    one of the channels of either, and so does "NAME, canal N", counted as people count. With `live` a recording plays
    in real time, as a microphone would. Raises `KnownError` for what names nothing at all, and for a recording without
    sound.
    """
    text = text.strip()
    if channel is None and (is_address(text) or not typed_path(text).exists()):
        text, channel = one_channel(text)
    if not text or (text.isdecimal() and len(text) <= 3):
        return Microphone(text, channel)
    if is_address(text):
        return address_microphone(checked_address(text), channel)
    path = typed_path(text)
    if path.exists():
        if not live:
            return SoundFile(path, channel=channel)
        return Paced[Sound | ConditionChanged](SoundFile(path, _LIVE_CHUNK_S, channel))
    devices = microphones()
    if find(text, devices) is not None or find(text, capture_nodes()) is not None:
        return Microphone(text, channel)  # the latter is there, though it may be held by another program
    if path.suffix or "/" in text or "\\" in text:
        raise no_such_file(text)
    names = ", ".join(f"«{device.name}» ({device.index})" for device in devices)
    seen = f"los que veo son: {names}" if names else "ahora no veo ninguno; conéctalo y vuelve a intentarlo"
    raise KnownError(f"No encuentro ningún micrófono ni archivo «{text}»; {seen}.")
