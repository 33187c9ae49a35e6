"""One time for a live session's picture and voice, which begin to come when each of their devices is ready."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum
from threading import Lock


class Stream(Enum):
    """Whose times are to be placed."""

    PICTURE = "picture"
    VOICE = "voice"


class SessionClock:
    """Knows how much later than the session each stream began; the session begins with the first of them.

    A stream begins when its first item arrives: whatever is in it, it is as old as the item's own time says. `shared`
    streams come of one medium, whose time both already have.
    """

    def __init__(self, shared: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock`: seconds that never go back."""
        self._shared, self._clock = shared, clock
        self._zero: float | None = None
        self._offsets: dict[Stream, float] = {}
        self._lock = Lock()

    def place(self, stream: Stream, t: float) -> float:
        """Seconds to add to times of `stream`, of which something at `t` is there now; fixed by the first call.

        From any thread. Never negative but for a stream whose first item is older than the session.
        """
        with self._lock:
            if stream not in self._offsets:
                began = self._clock() - t
                self._zero = began if self._zero is None else self._zero
                self._offsets[stream] = 0.0 if self._shared else began - self._zero
            return self._offsets[stream]
