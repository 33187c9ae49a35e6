"""For how long the agent has been silent, from what is measured of their voice."""

from __future__ import annotations

from typing import Final

from coach.core.countable import clearance_db, is_speech
from coach.core.events import VoiceFeatures

_OVER_S: Final = 2.0
"""So long without any sound and there is no voice to wait for: the microphone is off, or the recording has ended."""
PAUSE_S: Final = 0.3
"""A pause of the voice from which on something may be said."""
_CLEAR_DB: Final = 15.0
"""With the voice less than this above what sounds around it pauses may be covered: by a hum they hardly ever are, by
other voices they always are."""
COVERED_S: Final = 8.0
"""There, so long without any pause and they are covered: hardly anybody speaks for so long in one breath."""


class Silence:
    """Follows one voice."""

    def __init__(self) -> None:
        self._newest: VoiceFeatures | None = None
        self._since = self._paused = 0.0
        self._spoken = False

    def push(self, features: VoiceFeatures) -> None:
        """The newest measurements."""
        if self._newest is None:
            self._since = features.t
        if self._newest is None or features.t - self._newest.t > _OVER_S:
            self._paused = features.t
        self._newest = features
        pause_s = _pause_s(features)
        if pause_s is not None or is_speech(features.values.get("speech")):
            self._spoken = True
        if not self._spoken or (pause_s is not None and pause_s >= PAUSE_S):
            self._paused = features.t

    def seconds(self, t: float) -> float | None:
        """Length of the silence at `t`, 0 while somebody speaks; None where no voice is heard, or noise covers pauses.

        In noise that is found out by waiting for one: it is 0 for `COVERED_S` at most after the last.
        """
        if self._newest is None or t - self._newest.t > _OVER_S:
            return None
        pause_s = _pause_s(self._newest)
        if pause_s is not None:
            return pause_s
        above_db = clearance_db(self._newest.values)
        if above_db is not None and above_db < _CLEAR_DB and self._newest.t - self._paused >= COVERED_S:
            return None
        # No length of a pause means speech once somebody has spoken, and silence before.
        return 0.0 if self._spoken else self._newest.t - self._since


def _pause_s(features: VoiceFeatures) -> float | None:
    return features.values.get("pause_s")
