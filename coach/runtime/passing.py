"""Which of the sound is the loudspeaker's and not the agent's: known by when it speaks, in the sound's own time."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import Final

from coach.core.events import ConditionChanged, Sound
from coach.manual.conditions import CLIENT

_DRIFT: Final = 0.0005
"""Seconds a second by which the crystal of a device may be off."""


class Passing:
    """`tell` may be called from any thread, `hear` and `end` from the one that reads the sound.

    Sound is never early, but waits where the machine is busy: what is read now may have sounded while the loudspeaker
    spoke, though it speaks no more. The stretch that was least late tells how time passes in it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nobody speaks yet."""
        self._clock = clock
        self._lock = Lock()
        self._spans: deque[tuple[float, float]] = deque()
        self._least_late_s = math.inf
        self._read_s = -math.inf
        self._read_to_s = 0.0
        self._passing = False

    def tell(self, speaking: bool) -> None:
        """From now on the loudspeaker speaks, or does not."""
        now = self._clock()
        with self._lock:
            began_s, until_s = self._spans[-1] if self._spans else (-math.inf, -math.inf)
            if speaking and until_s < math.inf:
                self._spans.append((now, math.inf))
            elif not speaking and until_s == math.inf:
                self._spans[-1] = (began_s, now)

    def hear(self, sound: Sound) -> tuple[bool, list[ConditionChanged]]:
        """(whether it is the agent's to be heard, `CLIENT` where that begins or ends with it)."""
        now = self._clock()
        drift_s = _DRIFT * (now - self._read_s) if self._read_s > -math.inf else 0.0
        self._least_late_s = min(self._least_late_s + drift_s, now - sound.end_s)
        self._read_s = now
        passed = self._covered(sound.t + self._least_late_s, sound.end_s + self._least_late_s)
        changes = [ConditionChanged(sound.t, CLIENT, passed)] if passed is not self._passing else []
        self._passing, self._read_to_s = passed, sound.end_s
        return not passed, changes

    def end(self, t: float | None = None) -> list[ConditionChanged]:
        """No sound comes any more, or none for now, from `t` on (None: since the last): `CLIENT`, where it ends so."""
        if not self._passing:
            return []
        self._passing = False
        return [ConditionChanged(self._read_to_s if t is None else max(t, self._read_to_s), CLIENT, False)]

    def _covered(self, begin_s: float, end_s: float) -> bool:
        with self._lock:
            while self._spans and self._spans[0][1] <= begin_s:
                self._spans.popleft()
            return bool(self._spans) and self._spans[0][0] < end_s
