"""Features set aside while a recording is observed, to be decided on once the person's neutral is known.

They wait in an anonymous temporary file (deleted by the system when closed, whatever happens), so that memory stays
flat however long the recording is: a row of float64 a frame, about 45 MB an hour at 30 fps.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import Self

import numpy as np

from coach.core.events import ConditionChanged, Event, Features


class Spool:
    """Features and conditions in order; write all, then read all, exactly as written."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="coach-")  # noqa: SIM115 - closed by `close`
        self._names: tuple[str, ...] = ()
        self._rows = 0
        self._between: list[tuple[int, ConditionChanged]] = []

    def write(self, event: Event) -> None:
        """Append one event; other kinds than features and conditions have no place here."""
        if isinstance(event, Features):
            self._names = self._names or tuple(event.values)
            row = [event.t, *(np.nan if event.values[name] is None else event.values[name] for name in self._names)]
            self._file.write(np.array(row, np.float64).tobytes())
            self._rows += 1
        elif isinstance(event, ConditionChanged):
            self._between.append((self._rows, event))

    def read(self) -> Iterator[Features | ConditionChanged]:
        """Every event in the order written."""
        self._file.seek(0)
        size = 8 * (1 + len(self._names))
        between = iter([*self._between, None])
        following = next(between)
        for row in range(self._rows + 1):
            while following is not None and following[0] == row:
                yield following[1]
                following = next(between)
            if row < self._rows:
                yield self._features(self._file.read(size))

    def close(self) -> None:
        """Delete what was set aside."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _features(self, raw: bytes) -> Features:
        t, *values = np.frombuffer(raw, np.float64).tolist()
        known = (None if value != value else value for value in values)
        return Features(t, dict(zip(self._names, known, strict=True)))
