"""The one chain: frame → perception → features → detectors → advice. Live, file and replay differ in who drives it."""

from __future__ import annotations

from coach.core.events import ConditionChanged, Event, Frame, LevelChanged
from coach.core.landmarks import Perceived
from coach.runtime.stages import Decider, Observer
from coach.vision.perception import Perception

LIVE_DEPTH, OFFLINE_DEPTH = 1, 6
"""Frames under way at once: one for the least delay, several so that the three models overlap."""


class Chain:
    """Frames → events. Use from one thread; `close` joins the models' workers.

    Without a `decider` it only observes: features and conditions come out, to be decided on later.
    """

    def __init__(self, observer: Observer, decider: Decider | None, level: str = "B", depth: int = LIVE_DEPTH) -> None:
        self._perception = Perception(level)
        self._observer, self._decider = observer, decider
        self._depth = depth
        self._perceived: Perceived | None = None
        self._t = 0.0

    @property
    def level(self) -> str:
        """Level of effort, "A" to "D"."""
        return self._perception.level

    @property
    def perceived(self) -> Perceived | None:
        """The newest landmarks; None before the first."""
        return self._perceived

    def push(self, frame: Frame) -> list[Event]:
        """All that follows from the frames that are through by now (this one, with a depth of 1)."""
        self._t = frame.t
        self._perception.submit(frame)
        return self._take(self._depth - 1)

    def tell(self, condition: ConditionChanged) -> list[Event]:
        """A condition of the device, told by the source: passed on with the advice that it calls for."""
        return [condition] if self._decider is None else self._decider.push(condition)

    def flush(self) -> list[Event]:
        """The medium has ended: what is under way is finished, what is present is closed."""
        events = self._take(0)
        return events if self._decider is None else [*events, *self._decider.flush()]

    def set_level(self, level: str, reason: str) -> list[Event]:
        """From the next frame on, work at another level."""
        if level == self.level:
            return []
        self._perception.set_level(level)
        return [LevelChanged(self._t, level, reason)]

    def calibrate(self, seconds: float = 10.0) -> None:
        """Begin a guided calibration; `CalibrationChanged` tells how it goes."""
        if self._decider is not None:
            self._decider.calibrate(seconds)

    def stop_calibrating(self) -> None:
        """The guided calibration is given up: nothing is learned from it."""
        if self._decider is not None:
            self._decider.stop_calibrating()

    def set_mask(self, worn: bool | None) -> None:
        """Tell whether a mask is worn; None looks for oneself."""
        self._observer.set_mask(worn)

    def close(self) -> None:
        """Join the workers and free the models."""
        self._perception.close()

    def _take(self, pending: int) -> list[Event]:
        events: list[Event] = []
        while self._perception.pending > pending:
            self._perceived = self._perception.take()
            if not self._perceived.fresh:
                continue  # no model ran on this frame: there is nothing new to say
            for observed in self._observer.push(self._perceived):
                events.extend(self._decider.push(observed) if self._decider else [observed])
        return events
