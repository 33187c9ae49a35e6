"""How recordings are called: what is looked for in a folder. Whether one can be read, only its opening tells."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

VIDEO: Final = frozenset(
    (".mp4", ".mkv", ".webm", ".mov", ".avi", ".m4v", ".mpg", ".mpeg", ".ts", ".mts", ".m2ts", ".wmv", ".flv", ".3gp")
)
SOUND: Final = frozenset(
    (".wav", ".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wma", ".amr", ".aif", ".aiff", ".caf")
)


def is_recording(name: PurePath) -> bool:
    """Whether a file of that name is video or sound.

    >>> is_recording(PurePath("llamada.MP4")), is_recording(PurePath("llamada.json"))
    (True, False)
    """
    return name.suffix.lower() in VIDEO | SOUND
