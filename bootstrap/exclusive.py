"""A lock between processes, so that two first starts at once do not write one environment together."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bootstrap import progress

_RETRY_S = 0.2


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Holds the lock file `path` within the block; waits for another process that holds it.

    The system frees the lock when its holder ends, however it ends.
    """
    with path.open("a+b") as file:
        while not _try_lock(file):
            progress.show("espero a que termine otra copia que ya lo está haciendo")
            time.sleep(_RETRY_S)
        yield


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
