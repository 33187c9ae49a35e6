"""Recordings that grow while their session runs: a file for each, beside the store, and its key in the store.

Whoever deletes a session, or lets it expire, destroys its key with it, and then the file that nothing opens any more.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import BinaryIO, Final

from sqlalchemy import Column, ForeignKey, LargeBinary, Table, Text, delete, inspect, select

from coach.errors import KnownError, why
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
    """Part of `Recordings`, which tells what its methods do."""

    def __init__(self, database: Database, folder: Path | None) -> None:
        """`folder`: where the files lie, None for a store that is not on this computer."""
        self._database, self._folder = database, folder

    def begin(self, session: str) -> SealedWriter:
        """Make the file, and keep its key first."""
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
            self.remove(session)  # another attempt is a first one
            raise KnownError(
                f"No puedo grabar en «{self._folder}» ({why(error)}); libera espacio o revisa sus permisos. "
                "La sesión sigue sin grabarse."
            ) from error

    def open(self, session: str) -> BinaryIO | None:
        """What is whole of it, decrypted a piece at a time."""
        key = self._keys().get(session)
        if self._folder is None or key is None:
            return None
        file = self._file(self._folder, session)
        try:
            return open_sealed(file, key)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise KnownError(f"No puedo leer «{file}» ({why(error)}); revisa sus permisos.") from error

    def remove(self, session: str) -> None:
        """Destroy the key, then the file."""
        if session in self._keys():
            with self._database.write() as connection:
                connection.execute(delete(TAKE).where(TAKE.c.session_id == session))
            self.sweep()
            self._database.erase_traces()

    def sweep(self) -> None:
        """Unlink every file whose key is gone."""
        if self._folder is None or not self._folder.exists():
            return
        keys = self._keys()
        for file in self._folder.glob(f"*{_ENDING}"):
            if file.name.removesuffix(_ENDING) in keys:
                continue
            try:
                file.unlink()
            except OSError as error:
                raise KnownError(
                    f"Se borró la llave de «{file}» y ya nadie puede verlo, pero el archivo sigue ahí "
                    f"({why(error)}); ciérralo donde esté abierto y bórralo."
                ) from error

    def _keys(self) -> dict[str, bytes]:
        with self._database.read() as connection:
            if not inspect(connection).has_table(TAKE.name):
                return {}  # an older Coach wrote the store, and this one only reads it
            return {row.session_id: bytes(row.key) for row in connection.execute(select(TAKE))}

    @staticmethod
    def _file(folder: Path, session: str) -> Path:
        return folder / (session + _ENDING)
