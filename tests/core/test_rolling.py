"""Swings within a sliding window, on motions whose answer is known."""

from __future__ import annotations

from math import pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.rolling import Window


def filled(values: list[float], hz: float = 10.0, seconds: float = 100.0) -> Window:
    window = Window(seconds)
    for index, value in enumerate(values):
        window.add(index / hz, value)
    return window


def wave(hz: float, seconds: float, size: float, drift: float = 0.0) -> Window:
    return filled([size / 2 * sin(2 * pi * hz * i / 50) + drift * i / 50 for i in range(int(50 * seconds))], 50.0)


@pytest.mark.parametrize("hz", [1.0, 2.0, 3.0])
def test_the_rate_of_an_even_motion(hz: float) -> None:
    swing = wave(hz, 4.0, size=10.0).swing(step=3.0)
    assert swing.hz == pytest.approx(hz, rel=0.1)
    assert swing.reversals == pytest.approx(8 * hz, abs=1)
    assert swing.size == pytest.approx(10.0, rel=0.01)
    assert swing.stroke == pytest.approx(10.0, rel=0.01)


def test_a_motion_that_has_just_begun_is_as_fast_as_it_is() -> None:
    still_then_fast = [0.0] * 40 + [2.0 * sin(2 * pi * 2.5 * i / 50) for i in range(41)]
    swing = filled(still_then_fast, 50.0).swing(step=1.0)
    assert swing.pace_hz == pytest.approx(2.5, rel=0.1)
    assert swing.hz < 1.5


def test_a_turn_that_is_overdue_slows_the_pace() -> None:
    jerk = [0.0, 2.0, 0.0, 2.0]
    assert filled(jerk).swing(step=1.0).pace_hz == pytest.approx(5.0)
    assert filled(jerk + [2.0] * 10).swing(step=1.0).pace_hz == pytest.approx(2 / 1.2 / 2)


def test_what_trembles_less_than_the_step_has_not_turned() -> None:
    swing = wave(4.0, 3.0, size=1.0).swing(step=3.0)
    assert (swing.reversals, swing.hz, swing.stroke) == (0, 0.0, 0.0)


def test_a_slow_drift_swells_the_size_and_not_the_stroke() -> None:
    still, drifting = wave(2.0, 3.0, 4.0).swing(2.0), wave(2.0, 3.0, 4.0, drift=5.0).swing(2.0)
    assert drifting.size > still.size + 8
    assert drifting.stroke < still.stroke + 2


def test_one_way_is_no_turn() -> None:
    assert filled([float(i) for i in range(50)]).swing(1.0).reversals == 0


def test_only_the_last_seconds_count() -> None:
    window = Window(1.0)
    for index in range(100):
        window.add(index / 10, 100.0 if index < 50 else 0.0)
    assert window.size() == 0.0
    assert window.span == pytest.approx(1.0)
    assert len(window) == 11


def test_a_gap_starts_it_anew() -> None:
    window = Window(10.0, gap_s=0.5)
    window.add(0.0, 100.0)
    window.add(0.4, 50.0)
    assert window.size() == 50.0
    window.add(1.0, 0.0)
    assert (window.size(), len(window), window.span) == (0.0, 1, 0.0)


def test_an_empty_window_has_not_moved() -> None:
    window = filled([1.0, 5.0])
    window.clear()
    assert (window.size(), window.path(), window.span, len(window)) == (0.0, 0.0, 0.0, 0)
    assert window.swing(1.0).reversals == 0


@given(st.lists(st.floats(-1e3, 1e3), max_size=40), st.floats(0.1, 100.0))
def test_of_any_motion(values: list[float], step: float) -> None:
    window = filled(values)
    swing = window.swing(step)
    assert swing.size == window.size() <= window.path() + 1e-6
    assert 0 <= swing.reversals <= max(0, len(values) - 2)
    assert (swing.stroke >= step * (1 - 1e-9)) == (swing.reversals >= 2)
    upside_down = filled([-value for value in values]).swing(step)
    assert (upside_down.reversals, upside_down.hz) == (swing.reversals, swing.hz)
