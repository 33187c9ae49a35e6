"""What is wrong with sound that does arrive: too loud for its device, silent as no room is, or with parts missing.

Pure: time comes with the sound. Conditions are ids of `manual/condiciones.toml`.
"""

from __future__ import annotations

from collections import deque
from typing import Final

import numpy as np
import numpy.typing as npt

from coach.core.events import ConditionChanged

CLIPPED: Final = "microfono_saturado"
MUTE: Final = "microfono_en_silencio"
LOST: Final = "sonido_perdido"

_FULL: Final = 0.985
"""Devices and their limiters flatten what is louder than this, full scale being 1."""
_CLIP_WINDOW_S: Final = 1.5
_CLIP_SHARE: Final = 0.002
_CLIP_SPREAD_S: Final = 0.3
"""A knock on the microphone is over sooner."""
_STILL: Final = 1e-5
"""Least to greatest sample of a stretch that no room can be as quiet as: a third of a step of 16 bits."""
_MUTE_S: Final = 1.5
_GATED_MUTE_S: Final = 10.0
_LOOK_S: Final = 0.025
"""Silence is looked for in stretches of this length, so that it is found alike however long the blocks are."""
_GATE_S: Final = 0.1
_GATES: Final = 3
_LINGER_S: Final = 3.0
"""A condition ends this long after its last cause, so that its notice does not flicker."""


class Health:
    """Follows one stretch of sound; give it every block in order.

    A headset that removes noise sends zeros between words. Once that has been heard `_GATES` times, silence has to
    last `_GATED_MUTE_S` before it counts as a microphone that is switched off.
    """

    def __init__(self) -> None:
        """Nothing is wrong yet."""
        self._active: dict[str, bool] = {CLIPPED: False, MUTE: False, LOST: False}
        self._clips: deque[tuple[float, int, int]] = deque()
        self._clipped = self._size = 0
        self._clipped_until = self._lost_until = -1.0
        self._still_since: float | None = None
        self._gates = 0

    def block(self, start: float, end: float, block: npt.NDArray[np.float32], lost: bool) -> list[ConditionChanged]:
        """What begins or ends at `end`; `block` (n, channels) lasted from `start`, `lost`: sound is missing before."""
        if lost:
            self._lost_until = end + _LINGER_S
        count = max(1, round((end - start) / _LOOK_S))
        edges = np.arange(count) * len(block) // count
        low, high = np.minimum.reduceat(block, edges), np.maximum.reduceat(block, edges)
        still = (high - low).max(axis=1) <= _STILL
        loud = low.min() <= -_FULL or high.max() >= _FULL
        self._clip(end, int(np.count_nonzero(np.abs(block) >= _FULL)) if loud else 0, block.size)
        return self._become(
            end,
            {
                CLIPPED: end < self._clipped_until,
                MUTE: self._silent(start, end, still.tolist()),
                LOST: end < self._lost_until,
            },
        )

    def end(self, t: float) -> list[ConditionChanged]:
        """The sound stops at `t`: whatever was wrong with it is over."""
        return self._become(t, dict.fromkeys(self._active, False))

    def _become(self, t: float, now: dict[str, bool]) -> list[ConditionChanged]:
        changes = [ConditionChanged(t, id_, active) for id_, active in now.items() if active != self._active[id_]]
        self._active = now
        return changes

    def _clip(self, end: float, clipped: int, size: int) -> None:
        self._clips.append((end, clipped, size))
        self._clipped, self._size = self._clipped + clipped, self._size + size
        while self._clips[0][0] < end - _CLIP_WINDOW_S:
            _, gone, less = self._clips.popleft()
            self._clipped, self._size = self._clipped - gone, self._size - less
        if clipped and self._clipped >= _CLIP_SHARE * self._size:
            first = next(t for t, count, _ in self._clips if count)
            if end - first >= _CLIP_SPREAD_S:
                self._clipped_until = end + _LINGER_S

    def _silent(self, start: float, end: float, stills: list[bool]) -> bool:
        """Whether the microphone is mute at `end`; `stills` of the equal stretches from `start` to there."""
        step, mute = (end - start) / len(stills), False
        for place, still in enumerate(stills):
            mute = self._mute(start + place * step, start + (place + 1) * step, still)
        return mute

    def _mute(self, start: float, end: float, still: bool) -> bool:
        if not still:
            if self._still_since is not None and _GATE_S <= start - self._still_since < _MUTE_S:
                self._gates += 1
            self._still_since = None
            return False
        self._still_since = start if self._still_since is None else self._still_since
        return end - self._still_since >= (_GATED_MUTE_S if self._gates >= _GATES else _MUTE_S)
