"""What can be opened to see and to hear: a file, or what is kept encrypted and has none."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias


@dataclass(frozen=True, slots=True)
class StoredMedium:
    """A recording in the store: `open_it` gives it to read and to seek in, None once it was erased; from any thread.

    `name`: what sentences call it. It can be asked what a `Path` can.
    """

    name: str
    open_it: Callable[[], BinaryIO | None]

    def __str__(self) -> str:
        return self.name

    def is_file(self) -> bool:
        """Whether it is at hand."""
        return True


Medium: TypeAlias = Path | StoredMedium


def shown(path: os.PathLike[str] | str | StoredMedium) -> str:
    """How it is told and written: a file's name may hold bytes that are no text, and no document could hold those.

    >>> shown("mal" + chr(0xDCF1) + "o.wav") == "mal" + chr(0xFFFD) + "o.wav"
    True
    """
    return os.fsencode(str(path)).decode("utf-8", "replace")


def medium_of(medium: str | Medium) -> Medium:
    """The same, a file by its name too."""
    return Path(medium) if isinstance(medium, str) else medium
