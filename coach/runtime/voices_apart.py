"""The voices of a recording told apart, and whether the one that was chosen is among them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from coach.core.sound_source import SoundSource
from coach.core.source import SourceInfo
from coach.core.voices import Voices
from coach.errors import KnownError, OwnError
from coach.voz.voices_of import voices_of


def voices_apart(
    sound: Callable[[], SoundSource], info: SourceInfo, chosen: int | None, keep_on: Callable[[], None]
) -> Voices:
    """Those in `sound`; none where there is no sound, or a picture's is damaged beyond hearing.

    `keep_on` is called on the way; what it raises ends the work. Raises `KnownError` where there is no such voice as
    was `chosen` (from 0), or why it cannot be heard, and `OwnError`.
    """
    try:
        voices = voices_of(sound(), lambda _: keep_on()) if info.audio else Voices(())
    except OwnError:
        raise
    except KnownError:
        if not info.video or chosen is not None:
            raise
        voices = Voices(())
    count = len(voices.heard)
    if chosen is None or chosen < count:
        return voices
    name = Path(info.path).name
    if count > 1:
        raise KnownError(f"En «{name}» se oyen {count} voces y --voz {chosen + 1} no es ninguna; elige de 1 a {count}.")
    heard = "solo se oye una voz" if count else "no se oye a nadie hablar"
    raise KnownError(f"En «{name}» {heard}; quita --voz {chosen + 1}.")
