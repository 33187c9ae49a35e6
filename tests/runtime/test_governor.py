"""The level of effort under load."""

from __future__ import annotations

from coach.runtime.governor import Governor


def run(governor: Governor, start: float, seconds: float, busy: float, dropped: float = 0.0) -> list[tuple[float, str]]:
    steps = [start + 0.5 * step for step in range(int(seconds * 2) + 1)]
    return [(t, level) for t in steps if (level := governor.update(t, busy, dropped)) is not None]


def test_two_busy_seconds_cost_a_level_until_there_is_none_left() -> None:
    assert run(Governor("A"), 0, 20, busy=0.95) == [(2.0, "B"), (4.5, "C"), (7.0, "D")]


def test_lost_frames_count_as_load() -> None:
    assert run(Governor("B"), 0, 2, busy=0.3, dropped=0.5) == [(2.0, "C")]


def test_a_busy_second_is_forgiven() -> None:
    governor = Governor("B")
    assert run(governor, 0, 1.5, busy=0.95) == []
    assert run(governor, 2, 0, busy=0.6) == []
    assert run(governor, 2.5, 1.5, busy=0.95) == []


def test_ten_idle_seconds_earn_a_level_up_to_the_best() -> None:
    assert run(Governor("C"), 0, 60, busy=0.2) == [(10.0, "B"), (20.5, "A")]


def test_between_the_thresholds_nothing_changes() -> None:
    assert run(Governor("B"), 0, 300, busy=0.7) == []


def test_what_a_passing_load_took_comes_back_where_there_is_room_for_it() -> None:
    """B, which is a quarter dearer than C and C a fifth than D; A, which is twice as dear, is left alone."""
    assert run(Governor("D"), 0, 300, busy=0.45) == [(10.0, "C"), (20.5, "B")]
    assert run(Governor("D"), 0, 300, busy=0.55) == []


def test_a_camera_that_was_away_proves_no_idleness() -> None:
    governor = Governor("B")
    assert run(governor, 0, 5, busy=0.2) == []
    assert run(governor, 60, 12, busy=0.2) == [(70.0, "A")]


def test_it_does_not_swing() -> None:
    """A machine that is idle at C and overloaded at B settles at C, trying B ever less often."""
    governor = Governor("C")
    changes = []
    for step in range(2 * 600):
        t = step / 2
        level = governor.update(t, busy=0.25 if governor.level > "B" else 0.95, dropped=0.0)
        if level is not None:
            changes.append((t, level))
    ups = [t for t, level in changes if level == "B"]
    assert 3 <= len(ups) <= 6
    assert ups[-1] - ups[-2] > 100
