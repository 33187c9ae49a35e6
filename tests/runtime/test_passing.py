"""What the loudspeaker says is told from what the agent says by when it sounded, however late it is read."""

from __future__ import annotations

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, ConditionChanged, Sound
from coach.manual.conditions import CLIENT
from coach.runtime.passing import Passing

BLOCK_S = 0.1
DELAY_S = 0.05


class Ear:
    """Reads a stretch of 0.1 s after the other, `DELAY_S` after its end unless it is held up."""

    def __init__(self) -> None:
        self.now = 100.0
        self.passing = Passing(lambda: self.now)
        self.heard: list[float] = []
        self.changes: list[ConditionChanged] = []
        self._t = 0.0

    def read(self, seconds: float, late_s: float = 0.0) -> None:
        for _ in range(round(seconds / BLOCK_S)):
            sound = Sound(self._t, np.zeros(round(BLOCK_S * SAMPLE_RATE), np.float32))
            self.now = max(self.now, 100.0 + sound.end_s + DELAY_S + late_s)
            heard, changes = self.passing.hear(sound)
            if heard:
                self.heard.append(round(sound.t, 3))
            self.changes += changes
            self._t += BLOCK_S

    @property
    def missing(self) -> tuple[float, float]:
        """Where the hole is in what was heard."""
        (hole,) = (
            (before + BLOCK_S, after)
            for before, after in zip(self.heard, self.heard[1:], strict=False)
            if after - before > 1.5 * BLOCK_S
        )
        return hole


def test_what_sounded_meanwhile_is_not_heard_and_both_ends_are_told() -> None:
    ear = Ear()
    ear.read(2.0)
    ear.passing.tell(True)
    ear.read(3.0)
    ear.passing.tell(False)
    ear.read(2.0)
    assert ear.missing == pytest.approx((2.0, 5.0), abs=0.11)
    assert [(one.id, one.active) for one in ear.changes] == [(CLIENT, True), (CLIENT, False)]
    assert tuple(one.t for one in ear.changes) == pytest.approx(ear.missing)


def test_sound_that_waited_is_told_apart_by_when_it_sounded() -> None:
    """The client has spoken from 2 to 3 s; a busy machine reads of it a second later."""
    ear = Ear()
    ear.read(2.0)
    ear.passing.tell(True)
    ear.now += 1.0
    ear.passing.tell(False)
    ear.now += 0.5
    ear.read(4.0)
    assert ear.missing == pytest.approx((2.0, 3.0), abs=0.11)


def test_a_slow_crystal_does_not_move_it() -> None:
    """Ten minutes whose samples come ever later, by the most that a crystal is off."""
    ear = Ear()
    for minute in range(10):
        ear.read(60.0, late_s=0.0005 * 60.0 * minute)
    ear.passing.tell(True)
    ear.read(1.0, late_s=0.3)
    ear.passing.tell(False)
    ear.read(1.0, late_s=0.3)
    assert ear.missing == pytest.approx((600.0, 601.0), abs=0.15)


def test_whoever_speaks_already_does_not_begin_again() -> None:
    ear = Ear()
    ear.passing.tell(False)
    ear.read(1.0)
    for speaking in (True, True, False, False):
        ear.passing.tell(speaking)
        ear.read(1.0)
    assert ear.missing == pytest.approx((1.0, 3.0), abs=0.11)
    assert len(ear.changes) == 2
