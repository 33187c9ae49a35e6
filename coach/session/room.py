"""How much more picture and sound a disk can take."""

from __future__ import annotations

import shutil
from pathlib import Path

from coach.media.film import BYTES_PER_S
from coach.session.recording import RESERVE_BYTES


def room_s(folder: Path) -> float:
    """Seconds that can be recorded at least into `folder`, which need not be there yet.

    Raises OSError where the disk does not say.
    """
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    return max(0.0, (shutil.disk_usage(there).free - RESERVE_BYTES) / BYTES_PER_S)
