"""Picture and sound that were recorded of live sessions: a file for each, beside the store, and its key in the store.

Whoever deletes a session, or lets it expire, destroys its key with it, and then the file that nothing opens any more.
"""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path
from typing import BinaryIO, Final

from sqlalchemy import Column, ForeignKey, LargeBinary, Table, Text, inspect, select

from coach.errors import KnownError
from coach.session.database import Database
from coach.session.header import require_session
from coach.session.recording_file import KEY_BYTES, SealedWriter, open_sealed
from coach.session.schema import METADATA

FOLDER: Final = "grabaciones"
_ENDING: Final = ".mp4.cifrado"
TAKE: Final = Table(
    "take",
    METADATA,
    Column("session_id", Text, ForeignKey("session.id", ondelete="CASCADE"), primary_key=True),
    Column("key", LargeBinary, nullable=False),
)


class Takes:
    """Part of a `SessionStore`; every method may be called from any thread and waits for the disk."""

    def __init__(self, database: Database, folder: Path | None) -> None:
        """`folder`: where the files lie, None for a store that is not on this computer."""
        self._database, self._folder = database, folder

    def begin(self, session: str) -> SealedWriter:
        """Begin the recording of a running session; close it.

        Raises `KnownError` when there is no such session, it has one already, or the file cannot be made.
        """
        if self._folder is None:
            raise KnownError("Video y sonido solo se graban en esta computadora, y tus sesiones están en un servidor.")
        key = secrets.token_bytes(KEY_BYTES)
        file = self._file(self._folder, session)
        with self._database.write() as connection:
            require_session(connection, session)
            if connection.execute(select(TAKE.c.session_id).where(TAKE.c.session_id == session)).first() is not None:
                raise KnownError("Esta sesión ya tiene una grabación; empieza otra sesión para grabar de nuevo.")
            connection.execute(TAKE.insert().values(session_id=session, key=key))
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            return SealedWriter(file, key)
        except OSError as error:
            raise KnownError(
                f"No puedo grabar en «{self._folder}» ({error.strerror}); libera espacio o revisa sus permisos. "
                "La sesión sigue sin grabarse."
            ) from error

    def has(self, session: str) -> bool:
        """Whether picture or sound of it were recorded, and are still there."""
        return self._folder is not None and session in self._keys() and self._file(self._folder, session).exists()

    def open(self, session: str) -> BinaryIO | None:
        """The recording, an MP4 to read and to seek in, as far as it is on the disk; None where there is none.

        Close it. Nothing of it is ever written decrypted. Raises `KnownError` for a file that may not be read.
        """
        key = self._keys().get(session)
        if self._folder is None or key is None:
            return None
        file = self._file(self._folder, session)
        try:
            return open_sealed(file, key)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise KnownError(f"No puedo leer «{file}» ({error.strerror}); revisa sus permisos.") from error

    def sweep(self) -> int:
        """Unlink every file whose key is gone; how many there were. Raises `KnownError` when one stays there."""
        if self._folder is None or not self._folder.exists():
            return 0
        keys, gone = self._keys(), 0
        for file in self._folder.glob(f"*{_ENDING}"):
            if file.name.removesuffix(_ENDING) in keys:
                continue
            try:
                file.unlink()
            except OSError as error:
                raise KnownError(
                    f"Se borró la llave de «{file}» y ya nadie puede verlo, pero el archivo sigue ahí "
                    f"({error.strerror}); ciérralo donde esté abierto y bórralo."
                ) from error
            gone += 1
        return gone

    def free_bytes(self) -> int | None:
        """Room on the disk of the recordings; None where there are none."""
        if self._folder is None:
            return None
        return shutil.disk_usage(self._folder if self._folder.exists() else self._folder.parent).free

    def _keys(self) -> dict[str, bytes]:
        with self._database.read() as connection:
            if not inspect(connection).has_table(TAKE.name):
                return {}  # an older Coach wrote the store, and this one only reads it
            return {row.session_id: bytes(row.key) for row in connection.execute(select(TAKE))}

    @staticmethod
    def _file(folder: Path, session: str) -> Path:
        return folder / (session + _ENDING)
