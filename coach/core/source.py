"""Where pictures come from: the one interface that cameras, network addresses and recordings share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, Self

from coach.core.events import ConditionChanged, Frame


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What is known of a medium before it is read.

    `path` is what the user named it by; `duration_s` is None when endless or unknown; `fps` is nominal, None without
    video. `live` tells a device (frames may be dropped) from a recording (every frame counts).
    """

    path: str
    duration_s: float | None
    video: bool
    audio: bool
    fps: float | None
    live: bool


class FrameSource(Protocol):
    """Yields frames in order of `t`, and conditions of the device between them; ends when the medium ends.

    Raises `KnownError` for what the user can mend. `close` may be called from another thread and ends the iteration
    within a second; it is safe to call twice.
    """

    @property
    def info(self) -> SourceInfo:
        """What is known of the medium."""
        ...

    def __iter__(self) -> Iterator[Frame | ConditionChanged]: ...

    def close(self) -> None:
        """Give the medium back; ends an iteration under way."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...
