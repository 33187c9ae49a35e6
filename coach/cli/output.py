"""Where results go: files written whole or not at all, and standard output."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coach.errors import KnownError, UsageError, why
from coach.media.naming import typed_path
from coach.session.whole_file import draft_of, put_in_place

if TYPE_CHECKING:
    from coach.report.summary import Look

STDOUT: Final = "-"

_WIDEST = 100


def check_writable(where: str | None, *read: str | Path) -> None:
    """Refuse, before the work begins, a place where a result could not be written, or would replace what is `read`."""
    if where == STDOUT and sys.__stdout__ is None:
        raise KnownError("La salida estándar está cerrada; escribe el nombre de un archivo en vez de «-».")
    if where is None or where == STDOUT:
        return
    path = typed_path(where)
    if any(_same(path, typed_path(one)) for one in read):
        raise KnownError(
            f"«{where}» es un archivo que se va a leer, y se perdería; elige otro nombre para el resultado."
        )
    if path.is_dir():
        raise KnownError(f"«{where}» es una carpeta; escribe el nombre del archivo que quieres dentro de ella.")
    if not path.parent.is_dir():
        raise KnownError(f"No existe la carpeta «{path.parent}» para guardar «{path.name}»; créala o elige otra.")
    if not os.access(path.parent, os.W_OK):
        raise KnownError(f"No puedo escribir en la carpeta «{path.parent}»; elige otra para «{path.name}».")


def check_apart(results: Mapping[str, str | None]) -> None:
    """Refuse two results, by the option that asks for each, in one file: the first would be lost."""
    files = {option: typed_path(where) for option, where in results.items() if where not in (None, STDOUT)}
    for (one, file), (other, there) in combinations(files.items(), 2):
        if _same(file, there) and (file.is_file() or not file.exists()):  # a device takes both
            raise UsageError(f"{one} y {other} nombran el mismo archivo, «{there}»; dale otro nombre a uno de los dos.")


def _same(one: Path, other: Path) -> bool:
    """Whether they are one file: macOS and Windows mind no capitals, nor macOS how an accent is written."""
    try:
        return one.samefile(other)
    except OSError:  # one is not there yet, or is an address
        return one.resolve() == other.resolve()


def write_text(where: str, text: str) -> Path:
    """Replace the file by `text`, as UTF-8."""
    return write_bytes(where, text.encode("utf-8"))


def write_bytes(where: str, content: bytes) -> Path:
    """Replace the file by `content` in one step: a crash or a full disk leaves the old one as it was."""
    path = typed_path(where)
    # A device or a pipe (/dev/null, /dev/fd/3) is written to, never replaced.
    special = path.exists() and not path.is_file()
    draft = path if special else draft_of(path)
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            if not special:
                os.fsync(file.fileno())
        if not special:
            put_in_place(draft, path)
    except OSError as error:
        if not special:
            with contextlib.suppress(OSError):
                draft.unlink()
        raise KnownError(f"No pude guardar «{where}» ({why(error)}); elige otra carpeta o libera espacio.") from error
    return path


def write_json(where: str, document: Mapping[str, Any]) -> None:
    """As UTF-8 to a file, or to standard output for "-"."""
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    if where != STDOUT:
        write_text(where, text)
        return
    # Bytes: a console's own encoding must not alter a document that a program will read.
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def look() -> Look:
    """What standard output can show."""
    from coach.report.summary import Look

    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    columns = shutil.get_terminal_size((80, 24)).columns
    return Look(
        width=max(40, min(_WIDEST, columns)),
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR") and _understands_colour(),
        blocks=_can_write("█░·─○✓", encoding),
    )


def _understands_colour() -> bool:
    if sys.platform == "win32":
        return bool(os.environ.get("WT_SESSION") or os.environ.get("ANSICON"))
    return os.environ.get("TERM", "dumb") != "dumb"


def _can_write(characters: str, encoding: str) -> bool:
    try:
        characters.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
