"""What people call a device: its name, a part of it, or an address on the network."""

from __future__ import annotations

import errno
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Protocol, TypeVar
from urllib.parse import urlsplit

from coach.errors import KnownError

_DRIVE: Final = re.compile(r"\s*[a-zA-Z]://")
"""Of Windows, which does not mind two strokes; no scheme has one letter."""
_SCHEMES: Final = ("http", "https", "rtsp", "rtsps")


class Named(Protocol):
    """Anything with a `name` as the system shows it."""

    @property
    def name(self) -> str: ...  # noqa: D102 (the class says it)


T = TypeVar("T", bound=Named)


def find(text: str, among: Iterable[T]) -> T | None:
    """The device of that name, else the only one whose name contains `text`, else None.

    Whatever the case, and however its accents are written: macOS has names in two halves, a letter and an accent, where
    a keyboard types one letter.
    """
    wanted = _bare(text)
    if not wanted:
        return None
    devices = tuple(among)
    named = [device for device in devices if _bare(device.name) == wanted]
    if named:
        return named[0]
    containing = [device for device in devices if wanted in _bare(device.name)]
    return containing[0] if len(containing) == 1 else None


def _bare(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()


def is_address(text: str) -> bool:
    """Whether it names something on the network, not a file or a device.

    >>> is_address("rtsp://192.168.1.20/live"), is_address("C:/videos/a.mp4"), is_address("C://videos/a.mp4")
    (True, False, False)
    """
    return "://" in text and not _DRIVE.match(text)


def without_login(text: str) -> str:
    """What a device is called where anybody may read it: of an address its host, for the rest may hold a password.

    >>> without_login("rtsp://ana:secreta@192.168.1.20/live?clave=x"), without_login("Scarlett")
    ('192.168.1.20', 'Scarlett')
    """
    return urlsplit(text).hostname or "" if is_address(text) else text


def no_such_file(text: object) -> KnownError:
    """To be raised where what can only be a file is not there."""
    return KnownError(f"No existe el archivo «{text}»; revisa el nombre y la carpeta.")


def typed_path(text: str | Path) -> Path:
    """The path that a person means, with "~" as the home folder; of a user who is not there it is part of the name.

    Raises `KnownError` for a name that no file can have.
    """
    try:
        path = Path(text).expanduser()
    except RuntimeError:
        path = Path(text)
    try:
        path.stat()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise no_such_file(text) from error
    return path


def checked_address(url: str) -> str:
    """`url`, its scheme in the small letters that FFmpeg knows it by.

    Raises `KnownError` when it is no address that a camera or a microphone may have.

    >>> checked_address("Http://192.168.1.20:8080/Video")
    'http://192.168.1.20:8080/Video'
    """
    try:
        parts = urlsplit(url)
        usable = parts.scheme.lower() in _SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise KnownError(
            f"«{url}» no es una dirección de cámara que Coach entienda; "
            "escribe algo como http://192.168.1.20:8080/video o rtsp://192.168.1.20/live."
        )
    scheme, rest = url.split(":", 1)
    return f"{scheme.lower()}:{rest}"
