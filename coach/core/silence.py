"""For how long the agent has been silent, from what is measured of their voice."""

from __future__ import annotations

from typing import Final

from coach.core.events import VoiceFeatures

_OVER_S: Final = 2.0
"""So long without any sound and there is no voice to wait for: the microphone is off, or the recording has ended."""
_SPEECH: Final = 0.5
_CLEAR_DB: Final = 15.0
"""With the voice less than this above what sounds around it no pause can be told from speech."""


class Silence:
    """Follows one voice."""

    def __init__(self) -> None:
        self._newest: VoiceFeatures | None = None
        self._since = 0.0
        self._spoken = False

    def push(self, features: VoiceFeatures) -> None:
        """The newest measurements."""
        if self._newest is None:
            self._since = features.t
        self._newest = features
        if _pause_s(features) is not None or (features.values.get("speech") or 0.0) >= _SPEECH:
            self._spoken = True

    def seconds(self, t: float) -> float | None:
        """Length of the silence at `t`, 0 while somebody speaks; None where no voice is heard, or noise covers it."""
        if self._newest is None or t - self._newest.t > _OVER_S:
            return None
        pause_s = _pause_s(self._newest)
        if pause_s is not None:
            return pause_s
        snr_db = self._newest.values.get("snr_db")
        if snr_db is not None and snr_db < _CLEAR_DB:
            return None
        # No length of a pause means speech once somebody has spoken, and silence before.
        return 0.0 if self._spoken else self._newest.t - self._since


def _pause_s(features: VoiceFeatures) -> float | None:
    return features.values.get("pause_s")
