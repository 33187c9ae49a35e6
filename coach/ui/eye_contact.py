"""How much of the last half minute the person looked into the camera. Pure: no Qt, no clock."""

from __future__ import annotations

from collections import deque
from typing import Final

from coach.core.events import SignalChanged, State

EYE_CONTACT: Final = "contacto_visual"
"""The signal that tells of it."""
WINDOW_S: Final = 30.0
ENOUGH_S: Final = 3.0
"""Less than this of observed time within the window is too little to give a share."""


class EyeContact:
    """The share of eye contact over the last `WINDOW_S` in which it could be observed.

    >>> gaze = EyeContact()
    >>> gaze.apply(SignalChanged(0.0, "contacto_visual", State.PRESENT, 1.2))
    >>> gaze.apply(SignalChanged(6.0, "contacto_visual", State.ABSENT, 0.4))
    >>> gaze.share(8.0)
    0.75
    """

    def __init__(self) -> None:
        self._changes: deque[tuple[float, State]] = deque()

    @property
    def state(self) -> State | None:
        """What is true now; None before anything was told."""
        return self._changes[-1][1] if self._changes else None

    def apply(self, event: SignalChanged) -> None:
        """Take over a change; those of other signals are passed over."""
        if event.id == EYE_CONTACT:
            self._changes.append((event.t, event.state))

    def clear(self) -> None:
        """Forget everything."""
        self._changes.clear()

    def share(self, now: float) -> float | None:
        """In [0, 1] at `now` (s of the medium); None while too little was observed. Forgets what is too old."""
        since = now - WINDOW_S
        while len(self._changes) > 1 and self._changes[1][0] <= since:
            self._changes.popleft()
        observed = looking = 0.0
        ends = [t for t, _ in self._changes][1:] + [now]
        for (t, state), end in zip(self._changes, ends, strict=False):
            lasted = max(0.0, end - max(t, since))
            observed += 0.0 if state is State.NOT_OBSERVABLE else lasted
            looking += lasted if state is State.PRESENT else 0.0
        return looking / observed if observed >= ENOUGH_S else None
