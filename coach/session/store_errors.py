"""What a database says when the user's world is at fault, in one clear sentence; all else stays as loud as it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from coach.errors import KnownError
from coach.session.full_disk import is_full

_SENTENCES: Final = {
    5: "Otro programa está usando «{file}»; ciérralo y vuelve a intentarlo. No se perdió nada de lo guardado.",
    8: "No puedo escribir en «{file}»; revisa los permisos de esa carpeta. No se perdió nada de lo guardado.",
    10: "El disco falla al leer o guardar «{file}»; revisa el disco. Lo que ya estaba guardado no se tocó.",
    11: "«{file}» está dañado y esa parte ya no se lee; restaura una copia. No se borró nada.",
    13: "El disco está lleno; libera espacio y vuelve a intentarlo. Lo que ya estaba guardado sigue en «{file}».",
}
_SAME: Final = {3: 8, 14: 8, 6: 5, 26: 11}
"""Codes of SQLite: PERM 3, BUSY 5, LOCKED 6, READONLY 8, IOERR 10, CORRUPT 11, FULL 13, CANTOPEN 14, NOTADB 26."""
_FAILING, _FULL = 10, 13


class StoreError(KnownError):
    """The store's file is at fault."""


class DamagedError(StoreError):
    """What is in the store's file cannot be read."""


class UnwritableError(StoreError):
    """The store cannot be written, here or now; it may still be looked at."""


class ExpiredError(KnownError):
    """The day until which something that was shared could be opened is over."""


_KINDS: Final = {11: DamagedError, 8: UnwritableError}


@contextmanager
def told(file: Path) -> Iterator[None]:
    """Within the block, what the database says of `file` is raised as `StoreError` when the user can mend it."""
    try:
        yield
    except Exception as error:
        code = _code(error)
        if code is None:
            raise
        if code == _FAILING and is_full(file.parent):
            code = _FULL
        kind = _KINDS.get(code, StoreError)
        raise kind(_SENTENCES[code].format(file=file)) from error


def _code(error: Exception) -> int | None:
    from sqlalchemy.exc import DBAPIError  # the window knows these errors before anything of the store is needed

    cause = error.orig if isinstance(error, DBAPIError) else error
    primary = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    code = _SAME.get(primary, primary)
    return code if code in _SENTENCES else None
