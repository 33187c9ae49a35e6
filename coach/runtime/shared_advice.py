"""One adviser for picture and sound, so that only one thing is said at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from coach.core.events import AdviceSettings, ContextChanged, Event, Sensitivity
from coach.runtime.adviser import Advice, Adviser, Wish
from coach.runtime.moved import moved, time_of

USUAL = AdviceSettings(0.0, "normal", frozenset(), None)
"""How advice is given until the agent tells otherwise."""


class SharedAdvice:
    """Lets several threads, each with its own stream of events and its own start of time, share one adviser.

    What the agent tells takes effect with the next event of any stream, and is among what follows from it.
    """

    def __init__(self, adviser: Adviser) -> None:
        self._adviser = adviser
        self._settings = USUAL
        self._lock = Lock()
        self._now: float | None = None

    def stream(self, place: Callable[[float], float] | None = None) -> Advice:
        """A way in for one more stream; `place` tells from a time of now in it how much later than all it began.

        Without `place` now is now: a stream that begins while another is under way goes on from there.
        """
        return _Stream(self, place)

    def set_context(self, moment: str | None, client: str | None) -> None:
        """Tell where the service is and with whom; from any thread."""
        self._wish(lambda t: ContextChanged(t, moment, client))

    def set_advice(self, sensitivity: Sensitivity, muted: frozenset[str]) -> None:
        """Tell how readily to advise, and never about what; from any thread."""
        self._wish(lambda t: self._set(replace(self._settings, t=t, sensitivity=sensitivity, muted=muted)))

    def snooze(self, seconds: float) -> None:
        """Say nothing for so long (0: speak again); from any thread."""
        self._wish(lambda t: self._set(replace(self._settings, t=t, snoozed_until_s=t + seconds if seconds else None)))

    def push(self, event: Event, offset_s: float | None) -> tuple[list[Event], float | None]:
        """What follows from an event whose stream began `offset_s` into the first one (None: not known yet)."""
        t = time_of(event)
        if t is None:
            return [], offset_s
        with self._lock:
            if offset_s is None:
                # Whatever streams begin together, or one begins while another is under way: now is now in both.
                offset_s = 0.0 if self._now is None else self._now - t
            self._now = t + offset_s if self._now is None else max(self._now, t + offset_s)
            by_s = self._now - t
            return [moved(told, -by_s) for told in self._adviser.push(moved(event, by_s))], offset_s

    def flush(self, offset_s: float | None) -> list[Event]:
        """One stream has ended: what rests on it is closed."""
        with self._lock:
            return [moved(told, -(offset_s or 0.0)) for told in self._adviser.flush()]

    def _wish(self, wish: Wish) -> None:
        with self._lock:
            self._adviser.wish(wish)

    def _set(self, settings: AdviceSettings) -> AdviceSettings:
        self._settings = settings
        return settings


class _Stream:
    def __init__(self, shared: SharedAdvice, place: Callable[[float], float] | None) -> None:
        self._shared, self._place = shared, place
        self._offset_s: float | None = None

    def push(self, event: Event) -> list[Event]:
        """What follows from an event of this stream, in its own time."""
        t = time_of(event)
        if self._offset_s is None and self._place is not None and t is not None:
            self._offset_s = self._place(t)
        told, self._offset_s = self._shared.push(event, self._offset_s)
        return told

    def flush(self) -> list[Event]:
        """This stream has ended: what rests on it is closed."""
        return self._shared.flush(self._offset_s)
