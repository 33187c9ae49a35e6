"""The two kinds of error: the user's world (`KnownError`) and our own bugs (everything else)."""

from __future__ import annotations

import errno
import re
from typing import Final

_WHY: Final = {
    errno.ENOENT: "no existe",
    errno.EACCES: "sin permiso",
    errno.EPERM: "sin permiso",
    errno.ENOSPC: "el disco está lleno",
    errno.EDQUOT: "ya no te queda espacio",
    errno.EROFS: "el disco es de solo lectura",
    errno.EISDIR: "es una carpeta",
    errno.ENOTDIR: "una parte de la ruta no es carpeta",
    errno.EEXIST: "ya existe",
    errno.ENAMETOOLONG: "el nombre es demasiado largo",
    errno.EINVAL: "el nombre no se admite",
    errno.EILSEQ: "el nombre no se admite",
    errno.EBUSY: "está en uso",
    errno.EFBIG: "es demasiado grande",
    errno.EIO: "el disco falla",
    errno.ENODEV: "el dispositivo ya no está",
    errno.EMFILE: "hay demasiados archivos abiertos",
    errno.ELOOP: "los enlaces dan vueltas",
}
_HELD: Final = (32, 33, 1224)
"""Windows' ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION and ERROR_USER_MAPPED_FILE.

The `errno` of the first two is that of a missing right, that of the last EINVAL.
"""
HELD_BY_WINDOWS: Final = (5, *_HELD)
"""What it says while another program has a file open; ERROR_ACCESS_DENIED is also that of a missing right."""
_INVALID_NAME: Final = 123
_OF_WINDOWS: Final = {
    15: "esa unidad ya no está",
    21: "el dispositivo no está listo",
    39: "el disco está lleno",
    53: "no se llega a esa carpeta de la red",
    64: "se cortó la conexión con esa carpeta de la red",
    206: "el nombre es demasiado largo",
    225: "el antivirus lo impidió",
    362: "OneDrive no está en marcha",
    1117: "el disco falla",
    1392: "el archivo está dañado",
}
"""Those of its numbers for which C has none, or that of something else. Source: Microsoft, System Error Codes."""
_SPOT: Final = re.compile(r"line (\d+),? column (\d+)")


class KnownError(Exception):
    """Something in the user's world is at fault: a file, a device, a setting, a full disk.

    The message is one clear Spanish sentence that says what failed, where, and what to do about it. The command
    line prints it alone and exits with 1; the window shows it in its notice bar. Never a traceback.
    """


class UsageError(KnownError):
    """The command was put together wrongly: as `KnownError`, but it exits with 2, as what argparse refuses does."""


class OwnError(KnownError):
    """Something that Coach itself needs is at fault: what is analysed is not, so that it is never passed over."""


class ModelError(OwnError):
    """A model that came with Coach is missing or altered."""


class ScratchError(OwnError):
    """The disk takes nothing more of what is set aside meanwhile."""


def why(error: OSError) -> str:
    """What the system refused, as part of a Spanish sentence: its own words are those of another language, often.

    >>> why(FileNotFoundError(2, "No such file or directory")), why(OSError(9999, "?"))
    ('no existe', 'error 9999 del sistema')
    """
    if error.errno is None:
        return "sin más detalle"
    windows = getattr(error, "winerror", None)
    if windows in _HELD:
        return "lo tiene abierto otro programa"
    if windows in _OF_WINDOWS:
        return _OF_WINDOWS[windows]
    if error.errno == errno.EINVAL and windows not in (None, _INVALID_NAME):  # C's number for all that it does not know
        return f"error {windows} de Windows"
    return _WHY.get(error.errno, f"error {error.errno} del sistema")


def spot(error: Exception) -> str:
    """Where a text is not what a parser of JSON or TOML expected, as part of a Spanish sentence.

    >>> spot(ValueError("Expecting ',' delimiter: line 2 column 1 (char 14)"))
    'línea 2, columna 1'
    """
    found = _SPOT.search(str(error))
    if found is not None:
        return f"línea {found[1]}, columna {found[2]}"
    return "no es texto en UTF-8" if isinstance(error, UnicodeError) else "no se entiende"
