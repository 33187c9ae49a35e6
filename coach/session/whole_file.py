"""Files that hold everything or do not exist: written aside, put on the disk, then renamed."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from coach.errors import HELD_BY_WINDOWS, KnownError, why

_WAITS_S: Final = (0.02, 0.05, 0.1, 0.2, 0.4)
_NOT_OF_FOLDERS: Final = (errno.EINVAL, errno.EBADF, errno.ENOTSUP)
"""What disks of a network, above all, answer that cannot do it for a folder: what was written to a file is there."""


def write_whole(file: Path, content: bytes) -> None:
    """Replace `file` in one step, readable to its owner alone. Raises `KnownError` where it cannot be written."""
    with drafted(file) as opened:
        opened.write(content)


@contextlib.contextmanager
def drafted(file: Path) -> Iterator[BinaryIO]:
    """The same for what comes bit by bit: `file` is replaced once the block has ended well, else it stays as it is."""
    draft = draft_of(file)
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with open(descriptor, "wb") as opened:  # noqa: PTH123 - a descriptor, not a path
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        put_in_place(draft, file)
        settle(file.parent)
    except OSError as error:
        raise unwritable(file, error) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def draft_of(file: Path) -> Path:
    """Where `file` is written aside, in its own folder: a name that is short however long that of the file is."""
    return file.with_name(f".coach-{zlib.crc32(os.fsencode(file.name)):08x}-{os.getpid()}.tmp")


def put_in_place(draft: Path, file: Path) -> None:
    """Give `draft` the name of `file`, in one step. Raises OSError.

    Windows refuses it while anybody has either open, and whatever was just written is soon read by a virus scanner, an
    indexer or a synchronised folder: it is tried again for three quarters of a second.
    """
    for wait_s in _WAITS_S:
        try:
            draft.replace(file)
        except OSError as error:
            if getattr(error, "winerror", None) not in HELD_BY_WINDOWS:
                raise
            time.sleep(wait_s)
        else:
            return
    draft.replace(file)


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
    except OSError as error:
        if error.errno not in _NOT_OF_FOLDERS:
            raise
    finally:
        os.close(descriptor)
