"""Why Coach cannot be set up here, told to the user."""

from __future__ import annotations

import errno

DISK_FULL = "el disco está lleno: libera al menos 4 GB y vuelve a ejecutar run.py"
IN_USE = (
    "no se puede escribir ahí: cierra las ventanas de Coach y vuelve a ejecutar run.py; si sigue igual, copia la "
    "carpeta de Coach a una tuya y ejecuta run.py desde ella"
)
READ_ONLY = "no se puede escribir ahí: copia la carpeta de Coach a una tuya y ejecuta run.py desde ella"


class SetupError(Exception):
    """One clear Spanish sentence: what failed, where, and what to do about it."""


def told(error: OSError, where: object) -> SetupError:
    """The sentence for what the system refused while `where` was written."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        reason = DISK_FULL
    elif getattr(error, "winerror", None) in {5, 32}:  # Windows refuses so what another program has open
        reason = IN_USE
    elif error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        reason = READ_ONLY
    else:
        reason = f"{error.strerror or error}; corrígelo y vuelve a ejecutar run.py"
    return SetupError(f"No se pudo preparar {error.filename or where}: {reason}.")
