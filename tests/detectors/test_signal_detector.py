"""One signal through time: when it begins, when it ends, and when nobody can say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from coach.core.events import Features, SignalSegment, State
from coach.detectors.signal_detector import SignalDetector, read
from coach.manual.catalog import Condition, Signal
from tests.support.moments import between, course, moment, signal


def follow(row: Signal, moments: Iterable[Features]) -> tuple[list[SignalSegment], list[tuple[float, State]]]:
    """The segments, and each state with the moment at which it was told."""
    detector, found, states = SignalDetector(row), list[SignalSegment](), list[tuple[float, State]]()
    t = 0.0
    for features in moments:
        before, t = detector.state, features.t
        segment = detector.push(features, blocked=False, held=False)
        found += [segment] if segment else []
        states += [(t, detector.state)] if detector.state is not before else []
    segment = detector.flush(t)
    return found + ([segment] if segment else []), states


def test_it_is_told_after_the_minimum_duration_and_dated_back_to_the_onset() -> None:
    found, states = follow(signal(min_s=0.5, release_s=0.3), course(4.0, eyes_shut=between(1.0, 2.0, 0.9, 0.1)))
    assert [(segment.start_s, segment.end_s) for segment in found] == [(1.0, 2.0)]
    assert states == [(0.0, State.ABSENT), (1.5, State.PRESENT), (2.4, State.ABSENT)]


def test_what_is_measured_over_a_while_is_dated_back_and_never_before_the_start() -> None:
    late, _ = follow(signal(lag_s=0.5), course(4.0, eyes_shut=between(1.0, 2.0, 0.9, 0.1)))
    assert [(segment.start_s, segment.end_s) for segment in late] == [(0.5, 1.5)]
    early, _ = follow(signal(lag_s=0.5), course(4.0, eyes_shut=between(0.2, 2.0, 0.9, 0.1)))
    assert [(segment.start_s, segment.end_s) for segment in early] == [(0.0, 1.5)]


def test_what_still_holds_when_the_medium_ends_ends_with_it() -> None:
    cut, _ = follow(signal(lag_s=0.5), course(3.0, eyes_shut=between(1.0, 9.0, 0.9, 0.1)))
    assert [(segment.start_s, segment.end_s) for segment in cut] == [(0.5, 3.0)]
    over, _ = follow(signal(lag_s=0.5, release_s=2.0), course(3.0, eyes_shut=between(1.0, 2.0, 0.9, 0.1)))
    assert [(segment.start_s, segment.end_s) for segment in over] == [(0.5, 1.5)]


def test_what_is_over_before_the_minimum_duration_is_never_told() -> None:
    found, states = follow(signal(min_s=0.5), course(4.0, eyes_shut=between(1.0, 1.4, 0.9, 0.1)))
    assert found == []
    assert states == [(0.0, State.ABSENT)]


def test_it_enters_at_one_threshold_and_leaves_at_another() -> None:
    """0.5 lies between exit (0.4) and enter (0.6): enough to stay, too little to begin."""
    assert follow(signal(), course(3.0, eyes_shut=lambda t: 0.5))[0] == []
    found, _ = follow(signal(), course(4.0, eyes_shut=lambda t: 0.9 if 1.0 <= t <= 1.2 else 0.5 if 1 < t <= 3 else 0.1))
    assert [(segment.start_s, segment.end_s) for segment in found] == [(1.0, 3.0)]


def test_a_flicker_shorter_than_the_release_does_not_split_it() -> None:
    def flicker(t: float) -> float:
        return 0.1 if 1.95 < t < 2.25 else 0.9 if 1.0 <= t <= 3.0 else 0.1

    found, _ = follow(signal(release_s=0.4), course(4.0, eyes_shut=flicker))
    assert [(segment.start_s, segment.end_s) for segment in found] == [(1.0, 3.0)]


def test_out_of_view_it_is_neither_present_nor_absent() -> None:
    _, states = follow(signal(), course(5.0, eyes_shut=between(1.0, 3.0, 0.1, None)))
    assert states[0] == (1.0, State.ABSENT)
    assert states[1][1] is State.NOT_OBSERVABLE
    assert states[1][0] == pytest.approx(3.6)
    assert len(states) == 2


def test_a_moment_out_of_view_is_bridged() -> None:
    _, states = follow(signal(), course(4.0, eyes_shut=lambda t: None if 1.95 < t < 2.35 else 0.1))
    assert states == [(0.0, State.ABSENT)]


def test_what_was_present_when_it_went_out_of_view_is_closed_where_it_was_seen_last() -> None:
    found, states = follow(signal(), course(4.0, eyes_shut=between(1.0, 2.0, 0.9, None)))
    assert [(segment.start_s, segment.end_s) for segment in found] == [(1.0, 2.0)]
    assert states[-1][1] is State.NOT_OBSERVABLE


def test_the_end_of_the_medium_closes_it() -> None:
    found, _ = follow(signal(), course(3.0, eyes_shut=between(1.0, 9.0, 0.9, 0.1)))
    assert [(segment.start_s, segment.end_s) for segment in found] == [(1.0, 3.0)]


@pytest.mark.parametrize("away_s", [5.0, 60.0])
def test_nothing_is_claimed_of_a_time_that_nobody_saw(away_s: float) -> None:
    """The camera was away: what showed before and after it was not there all the while."""
    row = signal(min_s=0.5)
    glimpses = [moment(1.0, eyes_shut=0.9), moment(1.0 + away_s, eyes_shut=0.9)]
    assert follow(row, glimpses)[0] == []
    before = [moment(t, eyes_shut=0.9) for t in (0.0, 0.25, 0.5, 0.75)]
    after = [moment(t + away_s, eyes_shut=0.9) for t in (1.0, 1.25, 1.5, 1.75)]
    found, _ = follow(row, [*before, *after])
    assert [(s.start_s, s.end_s) for s in found] == [(0.0, 0.75), (1.0 + away_s, 1.75 + away_s)]


def test_what_lasts_when_the_camera_goes_away_is_no_more_late_than_at_the_end() -> None:
    """What its features take to notice an end is given up only where they did notice one."""
    row = signal(lag_s=0.5)
    after = [replace(look, t=look.t + 9.0) for look in course(1.0, eyes_shut=lambda t: 0.1)]
    cut, _ = follow(row, [*course(3.0, eyes_shut=between(1.0, 9.0, 0.9, 0.1)), *after])
    assert [(segment.start_s, segment.end_s) for segment in cut] == [(0.5, 3.0)]
    over, _ = follow(signal(lag_s=0.5, release_s=2.0), [*course(3.0, eyes_shut=between(1.0, 2.0, 0.9, 0.1)), *after])
    assert [(segment.start_s, segment.end_s) for segment in over] == [(0.5, 1.5)]


def test_a_camera_that_is_back_at_once_tells_no_time_twice() -> None:
    """What looks back over a while shows at the first look again, and began before the camera went."""
    detector = SignalDetector(signal(min_s=0.5, lag_s=0.5))
    for look in course(3.0, eyes_shut=lambda t: 0.9):
        detector.push(look, blocked=False, held=False)
    first = detector.lose(3.1)
    assert detector.state is State.NOT_OBSERVABLE and detector.reading.margin is None, "nobody sees how clear it is"
    for look in course(2.0, eyes_shut=lambda t: 0.9):
        detector.push(replace(look, t=look.t + 3.3), blocked=False, held=False)
    second = detector.flush(5.3)
    assert first is not None and second is not None
    assert first.end_s == 3.0 and second.start_s == 3.1


def test_clearer_is_surer_and_none_is_surer_than_its_row_allows() -> None:
    faint, clear, absurd = (
        follow(signal(), course(2.0, eyes_shut=between(0.5, 1.5, value, 0.1)))[0][0].confidence
        for value in (0.62, 0.95, 1e6)
    )
    assert 0.0 < faint < clear <= absurd <= 0.9


def test_all_conditions_of_a_way_must_hold_and_one_way_is_enough() -> None:
    row = signal(
        conditions=(
            Condition("eyes_shut", True, 0.6, 0.4),
            Condition("mouth_width_iod", True, 0.6, 0.4),
            Condition("head_pitch_deg", False, -20.0, -10.0, way=2),
        )
    )
    assert read(row, moment(0, eyes_shut=0.9, mouth_width_iod=0.1, head_pitch_deg=0.0).values).enters is False
    assert read(row, moment(0, eyes_shut=0.9, mouth_width_iod=0.9, head_pitch_deg=0.0).values).enters is True
    assert read(row, moment(0, eyes_shut=0.1, mouth_width_iod=0.1, head_pitch_deg=-25.0).values).enters is True
    assert read(row, moment(0, eyes_shut=0.9, mouth_width_iod=None, head_pitch_deg=None).values).margin is None
    assert read(row, moment(0, eyes_shut=0.9, mouth_width_iod=0.9, head_pitch_deg=None).values).enters is True


def test_the_metric_is_one_at_the_enter_threshold_and_zero_at_the_exit() -> None:
    for value, margin in ((0.6, 1.0), (0.4, 0.0), (0.8, 2.0), (0.3, -0.5)):
        assert read(signal(), moment(0, eyes_shut=value).values).margin == pytest.approx(margin)
