"""A lock between processes: one Coach at a time writes to a store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, Final

from coach.errors import why
from coach.session.store_errors import UnwritableError

LOCK_FILE: Final = "sesiones.lock"


class FolderLock:
    """Held until `close`; the system frees it when its holder ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        """Raises `UnwritableError` when another process holds it, or the folder cannot be written."""
        try:
            self._file: IO[bytes] = (folder / LOCK_FILE).open("a+b")
        except OSError as error:
            raise UnwritableError(
                f"No puedo escribir en «{folder}», donde se guardan las sesiones ({why(error)}); libera espacio o "
                "revisa sus permisos."
            ) from error
        if not _try_lock(self._file):
            self._file.close()
            raise UnwritableError(
                f"Otro Coach, en una ventana o en una terminal, tiene abiertas las sesiones de «{folder}»; ciérralo y "
                "vuelve a intentarlo."
            )

    def close(self) -> None:
        """Let others in; safe to call twice."""
        self._file.close()


def anything_in(folder: Path) -> bool:
    """Whether a folder of sessions holds more than its lock."""
    return folder.exists() and any(file.name != LOCK_FILE for file in folder.iterdir())


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
