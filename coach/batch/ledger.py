"""What of a folder is done already: a line of JSON for each recording, beside what was written of it.

A line is put on the disk as soon as its results are there. So a run that was ended in the middle is taken up where it
stopped, and a recording that has changed since, or is to be analysed in another way, is analysed anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from coach import __version__
from coach.batch.task import Task
from coach.errors import KnownError, why
from coach.session.whole_file import write_whole

LEDGER_FILE: Final = "analisis.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One recording that is done, as it was then: `bytes` long, last written at `modified_ns`, analysed as `way` tells.

    `duration_s` and `present` (ids of what was seen and heard in it) are for the list at the end.
    """

    name: str
    bytes: int
    modified_ns: int
    way: str
    duration_s: float
    present: tuple[str, ...]


def entry_of(task: Task, document: dict[str, Any]) -> Entry:
    """The entry of a task whose analysis gave `document`."""
    voice = document["voice"] or {"findings": []}
    ids = [found["id"] for found in (*document["signals"], *voice["findings"])]
    length_s = document["source"]["duration_s"]
    return Entry(task.name, task.bytes, task.modified_ns, way(task), length_s, tuple(dict.fromkeys(ids)))


def way(task: Task) -> str:
    """A digest of all that a result depends on besides the recording: this Coach, the profile, what was asked for."""
    profile = None if task.profile is None else hashlib.sha256(Path(task.profile).read_bytes()).hexdigest()
    asked = (__version__, profile, task.mask, task.moment, task.client)
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


class Ledger:
    """Of one folder of results, which exists."""

    def __init__(self, folder: Path) -> None:
        """Raises `KnownError` where it cannot be read or written."""
        self._file = folder / LEDGER_FILE
        self._entries = _read(self._file)
        # Whole again: an appended line may have broken off, and a recording may have several.
        write_whole(self._file, b"".join(map(_line, self._entries.values())))

    def done(self, task: Task) -> Entry | None:
        """The entry of a recording that is done and has not changed since."""
        entry = self._entries.get(task.name)
        now = (task.bytes, task.modified_ns, way(task))
        return entry if entry is not None and (entry.bytes, entry.modified_ns, entry.way) == now else None

    def add(self, entry: Entry) -> None:
        """It is done. Raises `KnownError` where that cannot be written."""
        try:
            with self._file.open("ab") as opened:
                opened.write(_line(entry))
                opened.flush()
                os.fsync(opened.fileno())
        except OSError as error:
            raise KnownError(
                f"No pude guardar «{self._file}» ({why(error)}); libera espacio o revisa los permisos de esa "
                "carpeta, y repite la orden para continuar."
            ) from error
        self._entries[entry.name] = entry


def _line(entry: Entry) -> bytes:
    return json.dumps(asdict(entry), ensure_ascii=False).encode() + b"\n"


def _read(file: Path) -> dict[str, Entry]:
    """What can be read of it: whatever a line does not tell is analysed once more."""
    try:
        lines = file.read_bytes().splitlines() if file.exists() else []
    except OSError as error:
        raise KnownError(f"No puedo leer «{file}» ({why(error)}); revisa sus permisos.") from error
    entries = [entry for line in lines if (entry := _parsed(line)) is not None]
    return {entry.name: entry for entry in entries}


def _parsed(line: bytes) -> Entry | None:
    try:
        values = json.loads(line)
        present, duration_s = tuple(map(str, values["present"])), float(values["duration_s"])
        return Entry(**values | {"present": present, "duration_s": duration_s})
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
