"""Picture and sound of sessions: as encrypted as all the rest, and gone with their session.

What grows while a session runs is a file of its own beside the store, whose key is in the store; what came along whole
with somebody else's is rows of the store itself, so that it also lies where that is a server's.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from coach.session.database import Database
from coach.session.recording_file import SealedWriter
from coach.session.recording_rows import Rows
from coach.session.recording_takes import Takes


class Recordings:
    """Part of a `SessionStore`; every method may be called from any thread and waits for the disk."""

    def __init__(self, database: Database, folder: Path | None) -> None:
        """`folder`: where files of live sessions lie, None for a store that is not on this computer."""
        self._takes, self._rows = Takes(database, folder), Rows(database)

    def begin(self, session: str) -> SealedWriter:
        """Begin the recording of a running session; close it.

        Raises `KnownError` when there is no such session, it has one already, or the file cannot be made.
        """
        return self._takes.begin(session)

    def put(self, session: str, blocks: Iterable[bytes]) -> None:
        """Keep a whole recording in the place of the one before; `blocks` of any length.

        The one before stays until this one is there, so that whoever is ended in the middle, however, has either.
        Raises `KnownError` when there is no such session, or no room for both.
        """
        self._rows.put(session, blocks)
        self._takes.remove(session)

    def open(self, session: str) -> BinaryIO | None:
        """The recording, an MP4 to read and to seek in (`media.container.open_stored`), None where there is none.

        One that still grows goes as far as it is on the disk. Its times are the session's. Nothing of it is ever
        written decrypted. Close it. Raises `KnownError` for a file that may not be read.
        """
        return self._takes.open(session) or self._rows.open(session)

    def remove(self, session: str) -> None:
        """Erase what there is. Raises `KnownError` when there is no such session, or a file stays there."""
        self._rows.remove(session)
        self._takes.remove(session)

    def recover(self) -> None:
        """Erase what is left of recordings that were not put there to their end; by the only one who writes."""
        self._rows.recover()

    def sweep(self) -> None:
        """Unlink every file whose session is gone, and its key with it. Raises `KnownError` when one stays there."""
        self._takes.sweep()
