"""A voice is compared with the speaker's own: once it is known, in steps that can be noticed."""

from __future__ import annotations

from math import exp

import pytest

from coach.core.events import VoiceFeatures
from coach.core.speech_rate import TYPICAL
from coach.detectors.profile import Profile, Rest
from coach.detectors.voice_baseline import LEARNED_S, SETTLED_S, VoiceBaseline, VoiceRests, paced, steps
from coach.manual.voice_reference import derived_voice_features, load_voice_reference
from tests.support.spoken import CALM, KNOWN, speech

REFERENCE = load_voice_reference()


def compared(profile: Profile, **values: float) -> VoiceFeatures:
    found = VoiceBaseline(REFERENCE, profile).push(VoiceFeatures(1.0, {**CALM, **values}))
    assert isinstance(found, VoiceFeatures)
    return found


def test_ones_own_voice_is_zero_everywhere() -> None:
    values = compared(KNOWN).values
    assert derived_voice_features() <= set(values)
    for row in REFERENCE.values():
        assert values[f"{row.id}_z"] == pytest.approx(0.0, abs=1e-9)


def test_a_step_of_a_steady_voice_is_what_can_be_noticed() -> None:
    values = compared(KNOWN, pitch_st=12.65, rate_syl_s=5.0 * exp(0.09) / 0.96, speech_level_db=-31.0).values
    assert values["pitch_st_z"] == pytest.approx(1.0)
    assert values["rate_syl_s_z"] == pytest.approx(1.0)
    assert values["speech_level_db_delta"] == pytest.approx(-6.0)


def test_a_step_of_a_lively_voice_is_its_own_variation() -> None:
    assert steps(REFERENCE["pitch_st"], Rest(12.0, 2.0)) == pytest.approx(2.9652)
    assert steps(REFERENCE["pitch_st"], Rest(12.0, 0.1)) == 0.65


def test_the_turn_is_speech_and_its_pauses() -> None:
    assert compared(KNOWN).values["turn_s"] == pytest.approx(10.0 / 0.88)


def test_live_there_is_nothing_to_compare_with_before_a_minute_of_speech() -> None:
    baseline, ready = VoiceBaseline(REFERENCE), list[bool]()
    for event in speech(LEARNED_S + 5.0):
        baseline.push(event)
        ready.append(baseline.ready)
    # Eleven events a second.
    assert ready.index(True) == pytest.approx(11 * LEARNED_S, abs=12)
    assert baseline.profile.voice["pitch_st"] == Rest(12.0, 0.0)


def test_later_the_voice_is_settled_and_change_is_change() -> None:
    baseline = VoiceBaseline(REFERENCE)
    for event in speech(SETTLED_S + 2.0):
        baseline.push(event)
    before = baseline.profile
    for event in speech(60.0, lambda t: {"pitch_st": 18.0}, start_s=SETTLED_S + 2.0):
        baseline.push(event)
    assert baseline.profile == before


def test_noise_and_silence_teach_nothing() -> None:
    rests = VoiceRests(REFERENCE)
    for event in speech(100.0, lambda t: {"snr_db": 9.0} if t < 50 else {"voiced_s": 2.0}):
        rests.add(event)
    assert rests.rests() == {}


def test_nothing_is_learned_before_it_is_known_how_noisy_it_is() -> None:
    rests = VoiceRests(REFERENCE)
    for event in speech(10.0, lambda t: {"snr_db": None, "noise_db": None}):
        rests.add(event)
    assert rests.rests() == {}


def test_a_few_wild_windows_do_not_move_ones_own_voice() -> None:
    rests = VoiceRests(REFERENCE)
    for event in speech(100.0, lambda t: {"pitch_st": 30.0} if t % 10 < 2 else {}):
        rests.add(event)
    assert rests.rests()["pitch_st"].value == 12.0


def test_a_calibration_given_along_teaches_what_the_calibrated_event_does() -> None:
    along, before = VoiceRests(REFERENCE), VoiceRests(REFERENCE)
    for event in speech(20.0):
        assert along.add(event, TYPICAL) == before.add(paced(event, TYPICAL))
    assert along.rests() == before.rests()
    assert along.rests()["rate_syl_s"].value == pytest.approx(5.0)


def test_a_voice_that_is_used_from_now_on_is_compared_with_from_now_on() -> None:
    baseline, event = VoiceBaseline(REFERENCE), VoiceFeatures(1.0, CALM)
    before = baseline.push(event)
    baseline.use(KNOWN)
    after = baseline.push(event)
    assert isinstance(before, VoiceFeatures)
    assert isinstance(after, VoiceFeatures)
    assert before.values["pitch_st_z"] is None
    assert after.values["pitch_st_z"] == pytest.approx(0.0)


def test_hours_are_learned_from_in_bounded_memory() -> None:
    rests = VoiceRests(REFERENCE)
    for second in range(10_000):
        rests.add(VoiceFeatures(float(second), CALM))
    assert max(map(len, rests._samples.values())) <= 480
