"""Where numba may keep what it compiles for librosa.

It refuses to work at all where it can write neither beside the package nor into the user's own cache: an installation
of somebody else's, used by who has no home, as services and some containers do.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path

FOLDER: Final = "NUMBA_CACHE_DIR"


@contextlib.contextmanager
def somewhere_to_keep(places: Iterable[Path] | None = None) -> Iterator[None]:
    """Within, to be entered before librosa is imported, it works: if nowhere else, in a folder that goes at the end.

    `places`: where numba would look for room by itself, all of which are tried as it does.
    """
    if os.environ.get(FOLDER) or any(map(_room, numbas_own() if places is None else places)):
        yield
        return
    # Never one that others could have made: what lies there is run.
    with tempfile.TemporaryDirectory(prefix="coach-") as folder:
        os.environ[FOLDER] = folder
        try:
            yield
        finally:
            del os.environ[FOLDER]


def numbas_own() -> list[Path]:
    """Beside the modules of librosa, and in the user's cache."""
    spec = find_spec("librosa")
    beside = [Path(folder, "core", "__pycache__") for folder in (spec and spec.submodule_search_locations) or ()]
    return [*beside, user_cache_path("numba", appauthor=False)]


def _room(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
