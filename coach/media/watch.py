"""Turns what a device does (frames or sound, silence, failures to open) into conditions that begin and end."""

from __future__ import annotations

from typing import Final

_SILENCE_S: Final = 1.5
"""The agent is to know within 2 s; a device that hesitates for a second in the dark is none of their business."""
_FIRST_FRAME_S: Final = 5.0
"""Drivers take seconds to wake a device."""

Change = tuple[str, bool]
"""(id of the condition, whether it begins)."""


class Watch:
    """At most one condition holds at a time; `now` is seconds on any clock that never goes back."""

    def __init__(self, now: float, stalled: str) -> None:
        """Begin to wait for the first frame; `stalled` is the condition of a device that is open but sends nothing."""
        self._stalled = stalled
        self.active: str | None = None
        self._deadline = now + _FIRST_FRAME_S

    def frame(self, now: float) -> list[Change]:
        """A frame has come: whatever was wrong is over."""
        self._deadline = now + _SILENCE_S
        return self._hold(None)

    def silence(self, now: float, trouble: str | None) -> list[Change]:
        """No frame by `now`; `trouble` is why the device could not be opened, None while it is open or opening."""
        if trouble is not None:
            return self._hold(trouble)
        if self.active is None and now >= self._deadline:
            return self._hold(self._stalled)
        return []

    def _hold(self, condition: str | None) -> list[Change]:
        before, self.active = self.active, condition
        if before == condition:
            return []
        return [(id_, id_ == condition) for id_ in (before, condition) if id_ is not None]
