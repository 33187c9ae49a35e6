"""Numbers that move calmly: what is shown follows what is measured without jumps, however rough the measurements."""

from __future__ import annotations

from math import exp


class Glide:
    """A value that approaches its target; None means nothing is known, and the first value after that is shown at once.

    `settle_s` is the time in which it covers two thirds of a difference. Time is whatever the caller's clock says.

    >>> glide = Glide(0.5)
    >>> glide.aim(1.0); glide.step(0.0); glide.aim(0.0); glide.step(0.1)
    >>> round(glide.value, 2)
    0.82
    """

    def __init__(self, settle_s: float) -> None:
        self._settle_s = settle_s
        self._target: float | None = None
        self._then: float | None = None
        self.value: float | None = None

    def aim(self, target: float | None) -> None:
        """What it shall show before long; None at once."""
        self._target = target
        if target is None or self.value is None:
            self.value = target

    def step(self, now: float) -> None:
        """Move to where it is at `now` (s)."""
        passed = 0.0 if self._then is None else max(0.0, now - self._then)
        self._then = now
        if self.value is not None and self._target is not None:
            self.value += (self._target - self.value) * (1.0 - exp(-passed / self._settle_s))


class Steady:
    """A figure in steps that changes only once the measurement has clearly left it, so that it can be read.

    >>> figure = Steady(step=5)
    >>> [figure.show(value) for value in (148.0, 151.9, 154.2, 154.6, None)]
    [150, 150, 150, 155, None]
    """

    def __init__(self, step: int) -> None:
        self._step = step
        self._shown: int | None = None

    def show(self, value: float | None) -> int | None:
        """The figure to show for `value`: the one before unless it is more than 0.9 steps away."""
        if value is None:
            self._shown = None
        elif self._shown is None or abs(value - self._shown) > 0.9 * self._step:
            self._shown = round(value / self._step) * self._step
        return self._shown
