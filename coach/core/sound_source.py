"""Where sound comes from: the one interface that microphones and recordings share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, Self

from coach.core.events import ConditionChanged, Sound
from coach.core.source import SourceInfo


class SoundSource(Protocol):
    """Yields sound in order of `t`, and conditions of the device between its chunks; ends when the medium ends.

    Chunks never overlap; where sound was lost the next chunk begins later, so that `t` stays true. Chunks may be of
    any length above zero, usually 0.02 to 1 s. Samples are finite, at `SAMPLE_RATE`. Raises `KnownError` for what the
    user can mend. `close` may be called from another thread and ends the iteration within a second; it is safe to
    call twice.
    """

    @property
    def info(self) -> SourceInfo:
        """What is known of the medium."""
        ...

    def __iter__(self) -> Iterator[Sound | ConditionChanged]: ...

    def close(self) -> None:
        """Give the medium back; ends an iteration under way."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...
