"""The recordings of a folder and of the folders in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from coach.errors import KnownError, why
from coach.media.endings import is_recording
from coach.media.medium import shown


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it is now: `bytes` long, last written at `modified_ns` (since 1970)."""

    path: Path
    bytes: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Recordings:
    """`files`: by name, alphabetically; a name is the path from the folder on, with "/" between its parts.

    `refused`: what could not be looked into, with one sentence each.
    """

    files: dict[str, Found]
    refused: dict[str, str]


def recordings(folder: Path) -> Recordings:
    """What lies in `folder`, hidden files and folders excepted; links to folders are not followed.

    Raises `KnownError` when `folder` itself cannot be read, or holds no recording.
    """
    files: dict[str, Found] = {}
    refused: dict[str, str] = {}

    def refuse(error: OSError) -> None:
        where = Path(str(error.filename))
        sentence = f"No puedo leer la carpeta «{where}» ({why(error)}); revisa sus permisos."
        if where == folder:
            raise KnownError(sentence) from error
        refused[shown(where.relative_to(folder).as_posix())] = sentence

    for where, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in sorted(names):
            file = Path(where, name)
            if name.startswith(".") or not is_recording(file):
                continue
            called = shown(file.relative_to(folder).as_posix())
            if called in files:  # their results would replace each other
                refused[called] = f"Otro archivo se llama igual a la vista, «{called}»; cambia uno de los nombres."
                continue
            try:
                now = file.stat()
                files[called] = Found(file, now.st_size, now.st_mtime_ns)
            except OSError as error:  # a link to nowhere, or it has just gone
                refused[called] = f"No puedo leer «{file}» ({why(error)}); revisa que el archivo exista."
    if not files and not refused:
        raise KnownError(f"En «{folder}» no hay ninguna grabación de video ni de sonido; revisa la carpeta.")
    return Recordings(dict(sorted(files.items())), refused)
