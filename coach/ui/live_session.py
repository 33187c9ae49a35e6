"""What the window asks of a live session, and of whoever makes one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from coach.core.events import Event, Frame, Sensitivity, Sound
from coach.core.landmarks import Perceived
from coach.runtime.meter import Stats


class Session(Protocol):
    """What the window asks of `runtime.live.LiveSession`."""

    @property
    def running(self) -> bool:
        """Whether anything may still be reported."""
        ...

    @property
    def stats(self) -> Stats:
        """How the session fares now."""
        ...

    @property
    def voice_over(self) -> bool:
        """Whether the sound has come to its end, or could not be read."""
        ...

    @property
    def rate_calibrated(self) -> bool:
        """Whether syllables are counted as a reading of this speaker has told."""
        ...

    def start(self) -> None:
        """Open the source and begin."""

    def stop(self) -> None:
        """End, join the threads, close the source. May take a second or two."""

    def join(self, timeout_s: float | None = None) -> bool:
        """Wait for its threads, at most so long for each; whether they have ended."""
        ...

    def calibrate(self, seconds: float = 10.0) -> None:
        """Begin learning the person's neutral."""

    def stop_calibrating(self) -> None:
        """Give that up: nothing is learned."""

    def set_mask(self, worn: bool | None) -> None:
        """Tell whether a mask is worn; None lets the chain find out."""

    def set_context(self, moment: str | None, client: str | None) -> None:
        """Tell where the service is and with whom; None for what is not known."""

    def set_advice(self, sensitivity: Sensitivity, muted: frozenset[str]) -> None:
        """Tell how readily to advise, and about what never to."""

    def snooze(self, seconds: float) -> None:
        """Say nothing for so long; 0 ends it."""

    def pass_over(self, passing: bool) -> None:
        """Take the microphone's sound for lost for now: a loudspeaker is speaking."""

    def read_aloud(self) -> None:
        """Begin to listen to the paragraph that calibrates the rate, or begin anew."""

    def stop_reading(self) -> None:
        """The reading is given up."""


class Recorder(Protocol):
    """Keeps what a session tells, for its report."""

    def push(self, events: list[Event]) -> None:
        """From the session's threads, one batch after the other."""

    @property
    def seconds(self) -> float:
        """How long the session has lasted, by which its record counts."""


class SessionFactory(Protocol):
    """Builds a session as `app.live_session` does: `where` gives the picture and `microphone` the voice, None none."""

    def __call__(
        self,
        where: str | None,
        *,
        microphone: str | None,
        on_frame: Callable[[Frame], None],
        on_sound: Callable[[Sound], None] | None,
        on_events: Callable[[list[Event], Perceived | None], None],
        on_error: Callable[[Exception], None],
        mask: bool | None,
    ) -> Session:
        """A session that has not begun. Raises `KnownError` for what the user can mend."""
        ...
