"""Features set aside while a recording is observed, to be decided on once the person's neutral is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, Self, TypeVar

from coach.core.events import ConditionChanged, Event, Features, VoiceFeatures
from coach.runtime.row_file import RowFile

Row = TypeVar("Row", Features, VoiceFeatures)


class Spool(Generic[Row]):
    """Features (of the picture or of the voice) and conditions in order; write all, then read all, as written."""

    def __init__(self, kind: type[Row]) -> None:
        """`kind`: which features are set aside."""
        self._kind: type[Row] = kind
        self._rows = RowFile()
        self._between: list[tuple[int, ConditionChanged]] = []

    def write(self, event: Event) -> None:
        """Append one event; other kinds than features and conditions have no place here."""
        if isinstance(event, self._kind):
            self._rows.write(event.t, event.values)
        elif isinstance(event, ConditionChanged):
            self._between.append((self._rows.rows, event))

    def read(self) -> Iterator[Row | ConditionChanged]:
        """Every event in the order written."""
        between = iter([*self._between, None])
        following = next(between)
        for place, (t, values) in enumerate(self._rows.read()):
            while following is not None and following[0] == place:
                yield following[1]
                following = next(between)
            yield self._kind(t, values)
        while following is not None:
            yield following[1]
            following = next(between)

    def close(self) -> None:
        """Delete what was set aside."""
        self._rows.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
