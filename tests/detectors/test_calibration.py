"""The guided calibration: ten calm seconds, however long they take to come together."""

from __future__ import annotations

import pytest

from coach.core.events import CalibrationChanged, ConditionChanged, Event
from coach.detectors.calibration import GuidedCalibration
from coach.runtime.stages import BLOCKING, Decider
from tests.support.moments import SPECS, changes, moment

STEP = 0.1


def calm(t: float, pitch: float = 5.0, swing: float | None = 0.0) -> dict[str, float | None]:
    return {"head_pitch_deg": pitch, "nod_swing_deg": swing, "gaze_yaw_deg": 6.0}


def run(calibration: GuidedCalibration, seconds: float, waits_for: str | None = None) -> list[CalibrationChanged]:
    told = []
    for index in range(round(seconds / STEP) + 1):
        news = calibration.push(moment(index * STEP, **calm(index * STEP)), waits_for)
        told += [news] if news else []
        if news and news.done:
            break
    return told


def test_progress_goes_from_nothing_to_all() -> None:
    told = run(GuidedCalibration(SPECS, 10.0), 20.0)
    assert told[0].progress == 0.0
    assert [news.progress for news in told] == sorted(news.progress for news in told)
    assert (told[-1].progress, told[-1].done, told[-1].waits_for) == (1.0, True, None)
    assert told[-1].t == pytest.approx(10.0, abs=0.11)
    assert not any(news.done for news in told[:-1])
    assert 10 <= len(told) <= 60  # often enough to be watched, no oftener


@pytest.mark.parametrize("condition", BLOCKING)
def test_it_waits_while_the_view_is_hampered(condition: str) -> None:
    told = run(GuidedCalibration(SPECS, 2.0), 5.0, condition)
    assert {(news.progress, news.done, news.waits_for) for news in told} == {(0.0, False, condition)}


def test_it_waits_for_somebody_to_come() -> None:
    calibration = GuidedCalibration(SPECS, 1.0)
    told = [calibration.push(moment(t / 10), None) for t in range(50)]
    assert {(news.progress, news.waits_for) for news in told if news} == {(0.0, "nadie")}


def test_it_waits_for_stillness() -> None:
    calibration = GuidedCalibration(SPECS, 1.0)
    told = [calibration.push(moment(t / 10, **calm(t / 10, swing=12.0)), None) for t in range(50)]
    assert {(news.progress, news.waits_for) for news in told if news} == {(0.0, "quieto")}
    assert calibration.profile().rests == {}


def test_what_was_learned_before_an_interruption_is_kept() -> None:
    calibration = GuidedCalibration(SPECS, 2.0)
    progress = []
    for step in range(60):
        away = 10 <= step < 40
        news = calibration.push(moment(step * STEP) if away else moment(step * STEP, **calm(step * STEP)), None)
        progress += [news.progress] if news else []
        if news and news.done:
            break
    assert progress == sorted(progress)
    assert step * STEP == pytest.approx(5.0, abs=0.25)


def test_a_lost_camera_does_not_count_as_calm() -> None:
    calibration = GuidedCalibration(SPECS, 10.0)
    calibration.push(moment(0.0, **calm(0.0)), None)
    news = calibration.push(moment(60.0, **calm(60.0)), None)
    assert news is not None
    assert news.progress < 0.1


def test_the_profile_is_guided_and_knows_where_the_camera_is() -> None:
    calibration = GuidedCalibration(SPECS, 10.0)
    run(calibration, 20.0)
    profile = calibration.profile()
    assert profile.guided
    assert profile.rests["gaze_yaw_deg"].value == pytest.approx(6.0, abs=1.0)
    assert profile.rests["head_pitch_deg"].value == pytest.approx(5.0, abs=0.3)


def drive(decider: Decider, start: float, seconds: float, pitch: float) -> list[Event]:
    events = []
    for index in range(round(seconds / STEP)):
        t = start + index * STEP
        events += decider.push(moment(t, **calm(t, pitch)))
    return events


def progress_of(events: list[Event]) -> list[CalibrationChanged]:
    return [event for event in events if isinstance(event, CalibrationChanged)]


def test_from_the_calibration_on_the_person_is_measured_from_their_own_neutral() -> None:
    """Who holds the head low all day does not look at the floor; before the calibration nobody can know."""
    decider = Decider()
    decider.calibrate(3.0)
    told = progress_of(drive(decider, 0.0, 5.0, 20.0))
    assert told[-1].done
    assert decider.profile.guided
    after = drive(decider, 5.0, 5.0, 20.0)
    assert progress_of(after) == []
    assert [state for _, state in changes(after, "mirar_al_piso")] == []
    assert changes(drive(decider, 10.0, 5.0, 45.0), "mirar_al_piso")


def test_a_condition_of_the_scene_stops_it_until_it_ends() -> None:
    decider = Decider()
    decider.calibrate(2.0)
    decider.push(ConditionChanged(0.0, "varias_personas", True))
    told = progress_of(drive(decider, 0.0, 4.0, 5.0))
    assert {(news.progress, news.waits_for) for news in told} == {(0.0, "varias_personas")}
    decider.push(ConditionChanged(4.0, "varias_personas", False))
    assert progress_of(drive(decider, 4.0, 4.0, 5.0))[-1].done


def test_a_mask_does_not_stop_it() -> None:
    decider = Decider()
    decider.calibrate(2.0)
    decider.push(ConditionChanged(0.0, "cubrebocas", True))
    assert progress_of(drive(decider, 0.0, 4.0, 5.0))[-1].done


def test_it_can_be_begun_anew() -> None:
    decider = Decider()
    decider.calibrate(10.0)
    halfway = progress_of(drive(decider, 0.0, 5.0, 5.0))[-1].progress
    decider.calibrate(10.0)
    assert progress_of(drive(decider, 5.0, 0.2, 5.0))[0].progress < halfway
