"""Recordings that wait to be analysed, or whose results to be read, which are in memory alone.

They are in a small file only while some do, so that a crash forgets none of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from coach.batch.recordings import recordings
from coach.errors import KnownError, why
from coach.session.whole_file import settle, unwritable, write_whole

_VERSION: Final = 1
_MOST_BYTES: Final = 1 << 20


class Waiting:
    """In the order they came, each once. `file` need not exist, nor its folder; it goes with the last of them.

    Whoever begins anew on a `file` finds the unread ones waiting too: what was found in them is gone. Without a `file`
    they are known as long as this object.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._all: list[Path] = [] if file is None else _read(file)
        self._unread: list[Path] = []

    @property
    def all(self) -> tuple[Path, ...]:
        """What waits, the one under way first."""
        return tuple(self._all)

    def add(self, recordings: Iterable[Path]) -> int:
        """These too; how many were not waiting already. Raises `KnownError` where that cannot be written down."""
        new = [one for one in dict.fromkeys(one.absolute() for one in recordings) if one not in self._all]
        self._keep([*self._all, *new])
        return len(new)

    def analysed(self, recording: Path) -> None:
        """This one is `done`, and waits to be read. Raises as that."""
        self._unread.append(recording.absolute())
        self.done(recording)

    def read(self, recording: Path) -> None:
        """This one is read now; it may wait to be analysed once more. Raises as `done`."""
        self._unread = [one for one in self._unread if one != recording.absolute()]
        self._keep(self._all)

    def done(self, recording: Path) -> None:
        """No longer to be analysed. Raises `KnownError` where that cannot be written down; so it is all the same."""
        self._all = [one for one in self._all if one != recording.absolute()]
        self._keep(self._all)

    def clear(self) -> None:
        """Nothing waits to be analysed; as `done`."""
        self._all = []
        self._keep(self._all)

    def _keep(self, waiting: list[Path]) -> None:
        if self._file is not None:
            _write(self._file, list(dict.fromkeys([*self._unread, *waiting])))
        self._all = waiting


def taken_in(dropped: Iterable[Path]) -> list[Path]:
    """The recordings among what was dropped: files as they are, and those in folders, alphabetically.

    Raises `KnownError` when there is none.
    """
    found: list[Path] = []
    for one in dropped:
        found += [each.path for each in recordings(one).files.values()] if one.is_dir() else [one]
    return list(dict.fromkeys(found))


def _write(file: Path, waiting: list[Path]) -> None:
    if waiting:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise KnownError(
                f"No pude crear «{file.parent}» ({why(error)}); revisa los permisos de esa carpeta."
            ) from error
        document = {"coach_waiting": _VERSION, "recordings": [str(one) for one in waiting]}
        write_whole(file, json.dumps(document, ensure_ascii=False).encode())
    elif file.exists():
        try:
            file.unlink()
            settle(file.parent)
        except OSError as error:
            raise unwritable(file, error) from error


def _read(file: Path) -> list[Path]:
    """What waited; nothing where the file is none of ours: what it held can be chosen again."""
    try:
        if not file.is_file() or file.stat().st_size > _MOST_BYTES:
            return []
        document = json.loads(file.read_bytes())
        names = document["recordings"] if document["coach_waiting"] == _VERSION else []
        return [Path(name) for name in names if isinstance(name, str) and Path(name).is_absolute()]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
