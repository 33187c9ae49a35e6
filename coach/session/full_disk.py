"""Whether a disk is so full that SQLite can open no store on it for lack of room, which it tells as a failing disk."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

_INDEX_BYTES: Final = 32 * 1024
"""What SQLite's index of a log takes, which it makes for whoever only reads, too."""


def is_full(folder: Path) -> bool:
    """Whether not even the index fits; False where the disk does not say."""
    try:
        return shutil.disk_usage(folder).free < _INDEX_BYTES
    except OSError:
        return False
