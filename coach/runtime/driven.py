"""What the drivers (`offline`, `live`) ask of the chain they push frames through."""

from __future__ import annotations

from typing import Protocol

from coach.core.events import ConditionChanged, Event, Frame
from coach.core.landmarks import Perceived


class Driven(Protocol):
    """Perception, features, detectors and advice behind one `push`. Used by one thread at a time."""

    @property
    def level(self) -> str:
        """Level of effort, "A" to "D"."""
        ...

    @property
    def perceived(self) -> Perceived | None:
        """The newest landmarks, for drawing; None before the first frame."""
        ...

    def push(self, frame: Frame) -> list[Event]:
        """All that follows from one frame, in order."""
        ...

    def tell(self, condition: ConditionChanged) -> list[Event]:
        """All that follows from a condition of the device, in order, itself first."""
        ...

    def flush(self) -> list[Event]:
        """At the end: closes open segments."""
        ...

    def set_level(self, level: str, reason: str) -> list[Event]:
        """Work harder or less hard from now on; tells so."""
        ...

    def calibrate(self, seconds: float) -> None:
        """Begin a guided calibration of that length."""
        ...

    def stop_calibrating(self) -> None:
        """The guided calibration is given up: nothing is learned from it."""
        ...

    def set_mask(self, worn: bool | None) -> None:
        """Tell whether a mask is worn; None lets the chain find out."""
        ...

    def close(self) -> None:
        """Give the models back."""
        ...
