"""Measurements set aside in an anonymous temporary file, so that memory stays flat however long a recording is."""

from __future__ import annotations

import contextlib
import math
import tempfile
from array import array
from collections.abc import Iterator, Mapping
from typing import Self

import numpy as np

from coach.errors import ScratchError, why


class RowFile:
    """Rows of named values with their time; write all, then read all, exactly as written.

    A row of float64 each: about 45 MB an hour of 50 values at 30 rows a second. The system deletes the file when it
    is closed, whatever happens. All rows have the names of the first. Raises `ScratchError` where the disk takes no
    more.
    """

    def __init__(self) -> None:
        self.rows = 0
        with _told():
            self._file = tempfile.TemporaryFile(prefix="coach-")  # noqa: SIM115 - closed by `close`
        self._names: tuple[str, ...] = ()

    def write(self, t: float, values: Mapping[str, float | None]) -> None:
        """Append a row."""
        self._names = self._names or tuple(values)
        row = (values[name] for name in self._names)
        packed = array("d", [t, *(math.nan if value is None else value for value in row)]).tobytes()
        with _told():
            self._file.write(packed)
        self.rows += 1

    def read(self) -> Iterator[tuple[float, dict[str, float | None]]]:
        """Every row in the order written: its time and its values."""
        with _told():
            self._file.seek(0)  # writes what still waits
        size = 8 * (1 + len(self._names))
        for _ in range(self.rows):
            t, *values = np.frombuffer(self._file.read(size), np.float64).tolist()
            known = (None if value != value else value for value in values)
            yield t, dict(zip(self._names, known, strict=True))

    def close(self) -> None:
        """Delete what was set aside."""
        with contextlib.suppress(OSError):  # what waits and finds no room is let go with all the rest
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Within, what the disk refuses is the user's to mend."""
    try:
        yield
    except OSError as error:
        where = tempfile.tempdir or "la carpeta temporal"
        raise ScratchError(
            f"No pude escribir archivos provisionales en «{where}» ({why(error)}); libera espacio ahí y vuelve a "
            "intentarlo."
        ) from error
