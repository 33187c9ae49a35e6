"""The person's neutral: what is learned, what is not, and how features are measured from it."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from coach.core.events import Features, SignalSegment
from coach.detectors import baseline, drift
from coach.detectors.baseline import Baseline, RestEstimator, rest
from coach.detectors.profile import Profile, Rest
from coach.manual.features import FeatureSpec
from tests.support.moments import SPECS, changes, decide, moment, segments
from tests.support.recorded import features, looks

FROWN = SPECS["frown_logit"]
PITCH, GAZE = SPECS["head_pitch_deg"], SPECS["gaze_yaw_deg"]


def prior(spec: FeatureSpec) -> float:
    assert spec.prior is not None
    return spec.prior


def spread(spec: FeatureSpec) -> float:
    assert spec.spread is not None
    return spec.spread


def learned(moments: list[Features], *, guided: bool = False) -> Profile:
    estimator = RestEstimator(SPECS)
    for one in moments:
        estimator.add(one)
    return estimator.profile(guided=guided)


def deviation(base: Baseline, id: str, value: float, t: float = 0.0, name: str = "") -> float | None:
    return base.push(moment(t, **{id: value}), calm=True).values[name or f"{id.rpartition('_')[0]}_delta_deg"]


def test_calm_moments_become_the_neutral() -> None:
    profile = learned([moment(t / 10, head_pitch_deg=9.0) for t in range(600)])
    assert profile.rests["head_pitch_deg"].value == pytest.approx(9.0, abs=0.2)
    assert profile.rests["head_pitch_deg"].mad == 0.0


def test_a_second_is_half_believed_and_a_minute_wholly() -> None:
    glimpse = rest(PITCH, [10.0] * baseline.PRIOR_SAMPLES).value
    assert glimpse == pytest.approx((prior(PITCH) + 10.0) / 2)
    assert rest(PITCH, [10.0] * 240).value == pytest.approx(10.0, abs=0.15)


def test_who_frowns_throughout_does_not_make_frowning_neutral() -> None:
    always = prior(FROWN) + 6 * spread(FROWN)
    value = rest(FROWN, [always] * 1000).value
    assert value == pytest.approx(prior(FROWN) + baseline.REACH * spread(FROWN))
    assert always - value > 2.0


def test_a_smile_is_still_told_when_the_recording_holds_nothing_else() -> None:
    smiling = [m for m in features(looks("sonrisa")) if 2.6 <= m.t <= 4.0]
    endless = [Features(index / 12, smiling[index % len(smiling)].values) for index in range(12 * 20)]
    told = segments(decide(endless, learned(endless)), "sonrisa")
    assert sum(one.end_s - one.start_s for one in told) > 15.0


def test_a_quantile_keeps_moments_of_expression_out_of_the_neutral() -> None:
    """Somebody smiles two fifths of the time: the neutral is the rest of it."""
    smile = [moment(t / 4, smile_logit=0.0 if t % 5 < 2 else -7.0) for t in range(400)]
    assert learned(smile).rests["smile_logit"].value == pytest.approx(-7.0, abs=0.1)


def test_what_needs_guidance_is_learned_with_it_alone() -> None:
    moments = [moment(t / 4, gaze_yaw_deg=8.0, head_pitch_deg=8.0) for t in range(100)]
    assert set(learned(moments).rests) == {"head_pitch_deg"}
    assert learned(moments, guided=True).rests["gaze_yaw_deg"].value == pytest.approx(8.0, abs=0.5)


def test_of_what_was_never_seen_nothing_is_learned() -> None:
    assert learned([moment(0.0), moment(1.0)]).rests == {}
    assert learned([]) == Profile({}, guided=False)


def test_memory_is_bounded_and_the_whole_recording_counts() -> None:
    estimator = RestEstimator(SPECS)
    source = random.Random(7)  # noqa: S311
    hours = 3 * 3600 * 4
    for step in range(hours):
        estimator.add(moment(step / 4, head_pitch_deg=(6.0 if step < hours // 2 else 12.0) + source.random()))
        if step % 5000 == 0:
            assert max(len(samples) for samples in estimator._samples.values()) <= baseline.MOST_SAMPLES
    value = estimator.profile(guided=False).rests["head_pitch_deg"].value
    assert 6.0 < value < 13.0


def test_looks_beyond_the_sampling_rate_add_nothing() -> None:
    estimator = RestEstimator(SPECS)
    taken = [estimator.add(moment(step / 100)) for step in range(101)]
    assert [step / 100 for step, was in enumerate(taken) if was] == [0.0, 0.25, 0.5, 0.75, 1.0]


def test_deviations_keep_their_sign_and_the_absolute_ones_do_not() -> None:
    base = Baseline(SPECS, Profile({"head_pitch_deg": Rest(5.0, 1.0), "shoulder_roll_deg": Rest(-2.0, 1.0)}))
    values = base.push(moment(0.0, head_pitch_deg=-7.0, shoulder_roll_deg=1.0), calm=True).values
    assert (values["head_pitch_delta_deg"], values["head_pitch_off_deg"]) == (-12.0, 12.0)
    assert values["shoulder_roll_off_deg"] == 3.0
    assert values["frown_delta_logit"] is None
    assert set(values) == set(SPECS)


def test_what_a_profile_does_not_know_is_measured_from_people_in_general() -> None:
    base = Baseline(SPECS, Profile())
    assert deviation(base, "head_pitch_deg", prior(PITCH) + 3.0) == pytest.approx(3.0)


def test_the_neutral_of_a_whole_recording_is_not_learned_over() -> None:
    base = Baseline(SPECS, Profile({"head_pitch_deg": Rest(5.0, 1.0)}))
    assert [deviation(base, "head_pitch_deg", 15.0, t) for t in range(100)] == [10.0] * 100


def pitch_after(minutes: float, pitch: float, *, calm: bool = True) -> float:
    """The neutral of a head calibrated at 5°, after so long at `pitch`, a look every quarter of a second."""
    base = Baseline(SPECS, Profile({"head_pitch_deg": Rest(5.0, 1.0)}, guided=True))
    for look in range(round(minutes * 240)):
        base.push(moment(look / 4, head_pitch_deg=pitch), calm=calm)
    return base.profile.rests["head_pitch_deg"].value


def test_a_calibrated_neutral_follows_in_minutes_and_not_in_seconds() -> None:
    reach = drift.FARTHEST * spread(PITCH)
    assert pitch_after(0.5, 5.0 + 0.8 * reach) == pytest.approx(5.0, abs=0.1 * spread(PITCH))
    assert pitch_after(20, 5.0 + 0.8 * reach) == pytest.approx(5.0 + 0.8 * reach, abs=0.05)
    assert pitch_after(20, 5.0 - 0.8 * reach) == pytest.approx(5.0 - 0.8 * reach, abs=0.05)
    assert pitch_after(20, 5.0) == pytest.approx(5.0, abs=0.05)


def test_a_calibrated_neutral_goes_no_farther_than_chairs_are_moved() -> None:
    assert pitch_after(60, 30.0) == pytest.approx(5.0 + drift.FARTHEST * spread(PITCH))


def test_the_neutral_of_the_body_stays_where_it_was_calibrated() -> None:
    """Who slumps in six minutes is told so; who sat up for six and sits down again is not."""
    slumped = hunches(lambda t: -0.15 * min(1.0, t / 360.0))
    assert [round(segment.end_s) for segment in slumped] == [600]
    assert hunches(lambda t: 0.15 if t < 360.0 else 0.0) == []


def hunches(height: Callable[[float], float]) -> list[SignalSegment]:
    """Shoulders of somebody calibrated at 0, for ten minutes."""
    profile = Profile({"hunch_log": Rest(0.0, 0.01), "neck_face_log": Rest(0.0, 0.01)}, guided=True)
    times = [look / 4 for look in range(2401)]
    moments = [moment(t, hunch_log=height(t), neck_face_log=height(t), elbow_reach_sw=0.4) for t in times]
    return segments(decide(moments, profile), "hombros_encorvados")


def test_a_calibrated_neutral_stays_while_a_signal_shows() -> None:
    assert pitch_after(60, 30.0, calm=False) == 5.0


def test_without_a_profile_the_neutral_follows_calm_moments_only() -> None:
    base = Baseline(SPECS)
    assert not base.calibrated
    for t in range(60):
        base.push(moment(t, head_pitch_deg=10.0), calm=True)
    calm = deviation(base, "head_pitch_deg", 10.0, 60.0)
    for t in range(60, 600):
        base.push(moment(t, head_pitch_deg=25.0), calm=False)
    assert calm == pytest.approx(0.0, abs=0.5)
    base.push(moment(600.0), calm=False)
    assert base.profile.rests["head_pitch_deg"].value == pytest.approx(10.0, abs=0.5)


def test_a_calibration_replaces_what_was_learned_on_the_way() -> None:
    base = Baseline(SPECS)
    base.push(moment(0.0, head_pitch_deg=30.0), calm=True)
    base.use(Profile({"head_pitch_deg": Rest(1.0, 0.5)}, guided=True))
    assert base.calibrated
    assert deviation(base, "head_pitch_deg", 4.0, 1.0) == pytest.approx(3.0, abs=0.01)


def test_where_the_camera_is_must_have_shown_before_gaze_is_judged() -> None:
    settle = SPECS["gaze_off_deg"].settle
    assert settle is not None
    steady, moved, guided = Baseline(SPECS, Profile()), Baseline(SPECS, Profile()), Baseline(SPECS, Profile({}, True))
    told = [deviation(steady, "gaze_yaw_deg", 1.0, t / 2, "gaze_off_deg") for t in range(8)]
    assert told == [None] * int(baseline.SETTLE_S * 2) + [1.0, 1.0]
    assert deviation(moved, "gaze_yaw_deg", 0.0, 0.0, "gaze_off_deg") is None
    assert deviation(moved, "gaze_yaw_deg", settle + 1, 0.5, "gaze_off_deg") == settle + 1
    assert deviation(guided, "gaze_yaw_deg", 2.0, 0.0, "gaze_off_deg") == 2.0


def test_the_neutral_is_not_learned_while_a_signal_shows() -> None:
    """Live: head up for ten seconds, then down for a minute. It must stay told to the end."""
    moments = [moment(t / 4, head_pitch_deg=6.0 if t < 40 else 34.0) for t in range(280)]
    events = decide(moments, None)
    assert len(changes(events, "mirar_al_piso")) == 3  # absent, present, and absent at the end
    (told,) = segments(events, "mirar_al_piso")
    assert (told.start_s, told.end_s) == (10.0, 69.75)


REAL_BROWS = ((0.233, 8.7), (0.25, 4.8), (0.277, 1.3), (0.298, -1.4), (0.372, -10.0))
"""Brows over the eyes (iod) and log odds of a frown of 26 people who looked calmly into a camera (Face Research Lab
London Set): the lowest brows, the quartiles about, the highest."""


def face(t: float, brows: float, odds: float) -> Features:
    return moment(t, brow_height_iod=brows, frown_logit=odds, head_pitch_deg=4.0, smile_logit=-7.0)


@pytest.mark.parametrize(("brows", "odds"), REAL_BROWS)
def test_a_calm_face_is_no_frown_and_lowering_the_brows_is(brows: float, odds: float) -> None:
    """From the first second on, live and without calibration: low brows are how somebody looks."""
    calm = [face(at / 12, brows, odds) for at in range(120)]
    lowered = [face(at / 12, brows - 0.055, odds + 4.0) for at in range(120, 168)]
    (told,) = segments(decide([*calm, *lowered], None), "fruncir_ceno")
    assert told.start_s == pytest.approx(10.0, abs=0.3)


def test_brows_raised_now_and_then_in_the_first_seconds_are_not_the_neutral() -> None:
    """As a man's did who makes faces before he sits still."""
    raised = [at < 120 and at % 36 > 23 for at in range(600)]
    course = [face(at / 12, 0.35 if up else 0.285, -7.0 if up else 0.3) for at, up in enumerate(raised)]
    assert segments(decide(course, None), "fruncir_ceno") == []
