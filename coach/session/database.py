"""One store's file: transactions on it from any thread, and nothing left behind of what was deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from coach.errors import KnownError
from coach.session.cipher import engine, writing
from coach.session.key import StoreKey, person_of
from coach.session.store_errors import UnwritableError, told


class Database:
    """Pooled connections to `file`. What is wrong with it is raised as `KnownError` when the user can mend it."""

    only_look: str | None = None
    """Why nothing can be written, a sentence; None where it can."""
    person: str | None = None
    """What stands for the one person whose store it is, None for one that many people use."""

    def __init__(self, file: Path, key: StoreKey, how: str = "") -> None:
        """`how`: see `cipher.unwritable`."""
        self.file, self.person = file, person_of(key)
        self._reading = engine(file, key, how)
        self._writing = writing(self._reading)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """What was there when the block began; others may write meanwhile."""
        with self._told(), self._reading.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """All that happens within the block, or nothing of it; one block at a time writes."""
        if self.only_look is not None:
            raise UnwritableError(f"No se guardó: {self.only_look[:1].lower()}{self.only_look[1:]}")
        with self._told(), self._writing.begin() as connection:
            yield connection

    def refuse(self, over: Mapping[str, datetime]) -> None:
        """From now on nobody reads these sessions, whose day is over (`header.require_session`)."""
        self._reading = self._reading.execution_options(over=over)

    def erase_traces(self) -> None:
        """Give the pages of what was deleted back, and leave none of it in the log beside the file."""
        self._pragma("incremental_vacuum")
        busy = self._pragma("wal_checkpoint(TRUNCATE)")[0][0]
        if busy:
            raise KnownError(
                f"Se borró, pero otro programa está leyendo «{self.file}» y queda una copia cifrada en "
                f"«{self.file.name}-wal»; ciérralo, y desaparece cuando cierres Coach."
            )

    def _told(self) -> AbstractContextManager[None]:
        return told(self.file)

    def _pragma(self, statement: str) -> list[Any]:
        """The rows of a pragma, outside any transaction."""
        with self._told():
            connection = self._reading.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute(f"PRAGMA {statement}")
                return list(cursor.fetchall())
            finally:
                connection.close()

    def close(self) -> None:
        """Close every connection; the last one puts the log into the file. Safe to call twice."""
        self._reading.dispose()
