"""Files that hold everything or do not exist: written aside, put on the disk, then renamed."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from coach.errors import KnownError, why


def write_whole(file: Path, content: bytes) -> None:
    """Replace `file` in one step, readable to its owner alone. Raises `KnownError` where it cannot be written."""
    with drafted(file) as opened:
        opened.write(content)


@contextlib.contextmanager
def drafted(file: Path) -> Iterator[BinaryIO]:
    """The same for what comes bit by bit: `file` is replaced once the block has ended well, else it stays as it is."""
    draft = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with open(descriptor, "wb") as opened:  # noqa: PTH123 - a descriptor, not a path
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        draft.replace(file)
        settle(file.parent)
    except OSError as error:
        raise unwritable(file, error) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def unwritable(file: Path, error: OSError) -> KnownError:
    """What is said of a file that the system does not let us write."""
    return KnownError(f"No pude guardar «{file}» ({why(error)}); libera espacio o revisa los permisos de esa carpeta.")


def settle(folder: Path) -> None:
    """Put new and removed names of `folder` on the disk, where the system can be told to."""
    if sys.platform == "win32":
        return  # its folders cannot be opened; NTFS keeps a journal of names
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
