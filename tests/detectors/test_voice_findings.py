"""Every finding is told when it holds, let go with hysteresis, and not observable where nothing can be said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from coach.core.events import Event, FindingChanged, FindingSegment, State, VoiceFeatures
from coach.detectors.bank import UNCALIBRATED
from coach.detectors.profile import Profile
from coach.detectors.voice_baseline import steps
from coach.detectors.voice_decider import VoiceDecider
from coach.detectors.voice_findings import FindingBank, heard
from coach.manual.findings import load_findings
from coach.manual.voice_reference import load_voice_reference
from tests.support.spoken import KNOWN, speech

Values = dict[str, float | None]
SHOWN: dict[str, Values] = {
    "rapido": {"rate_syl_s": 7.2},
    "lento": {"rate_syl_s": 3.4, "rate_flow_syl_s": 3.4},
    "monotono": {"pitch_sd_st": 1.5},
    "poca_autoridad": {"rising_share": 0.6, "fillers_per_min": 7.0},
    "poco_claro": {"clarity_db": -12.0, "modulation": 0.45},
    "voz_baja": {"speech_level_db": -33.0},
    "ruido": {"snr_db": 8.0, "noise_db": -33.0},
}


def decided(change: Values, profile: Profile = KNOWN, seconds: float = 20.0) -> list[Event]:
    """Calm for five seconds, then as `change` says."""
    decider = VoiceDecider(profile)
    stream = speech(seconds, lambda t: change if t > 5.0 else {})
    return [*(told for event in stream for told in decider.push(event)), *decider.flush()]


def silent_from(begin_s: float, change: Values) -> Callable[[float], Values]:
    """As `change` says all along: windows of 12 s look back over the silence at the end."""
    return lambda t: {**change, "pause_s": t - begin_s} if t > begin_s + 0.2 else change


def segments(events: list[Event]) -> list[FindingSegment]:
    return [event for event in events if isinstance(event, FindingSegment)]


def test_a_calm_voice_has_no_findings_and_all_can_be_judged() -> None:
    events = decided({})
    assert segments(events) == []
    absent = {event.id for event in events if isinstance(event, FindingChanged) and event.state is State.ABSENT}
    assert absent == set(load_findings())


def test_there_is_an_example_of_every_finding() -> None:
    assert set(SHOWN) == set(load_findings())


@pytest.mark.parametrize("id", SHOWN)
def test_a_finding_is_told_once_while_it_holds(id: str) -> None:
    events = decided(SHOWN[id])
    (segment,) = [one for one in segments(events) if one.id == id]
    (begun,) = [e for e in events if isinstance(e, FindingChanged) and e.id == id and e.state is State.PRESENT]
    # What looks back 12 s tells of what began half a window earlier.
    assert begun.t == pytest.approx(5.1 + load_findings()[id].detector.min_s, abs=0.15)
    assert segment.start_s == pytest.approx(0.1, abs=0.11)
    assert segment.end_s == pytest.approx(20.0, abs=0.11)  # it lasts as long as the sound
    assert 0.3 < segment.confidence <= load_findings()[id].detector.confidence


@pytest.mark.parametrize("id", SHOWN)
@pytest.mark.parametrize("silence_s", [3.0, 7.0])
def test_a_finding_that_holds_at_the_end_ends_with_the_last_word(id: str, silence_s: float) -> None:
    decider = VoiceDecider(KNOWN)
    stream = speech(20.0 + silence_s, silent_from(20.0, SHOWN[id]))
    (segment,) = segments([*(told for event in stream for told in decider.push(event)), *decider.flush()])
    assert segment.id == id
    assert segment.end_s == pytest.approx(20.0)


@pytest.mark.parametrize("silence_s", [0.0, 3.0])
def test_a_gap_in_the_sound_ends_a_finding_as_the_end_of_the_sound_does(silence_s: float) -> None:
    decider = VoiceDecider(KNOWN)
    before = speech(20.0 + silence_s, silent_from(20.0, SHOWN["monotono"]))
    after = speech(10.0, start_s=23.0 + silence_s)
    (segment,) = segments([told for event in (*before, *after) for told in decider.push(event)])
    assert segment.end_s == pytest.approx(20.0)


def test_a_finding_that_is_told_in_silence_is_one_of_what_was_said_before() -> None:
    """The louder words have left the window: what is left was too low."""
    decider = VoiceDecider(KNOWN)
    stream = speech(30.0, lambda t: {"speech_level_db": -33.0, "pause_s": t - 20.0} if t > 28.0 else {})
    (segment,) = segments([*(told for event in stream for told in decider.push(event)), *decider.flush()])
    assert 18.0 < segment.start_s < segment.end_s == pytest.approx(20.0)


def test_what_a_gap_in_the_sound_cuts_in_two_is_told_once_and_not_of_the_gap() -> None:
    decider = VoiceDecider(KNOWN)
    stream = [*speech(20.0, lambda t: SHOWN["monotono"]), *speech(6.0, lambda t: SHOWN["monotono"], start_s=23.0)]
    found = segments([*(told for event in stream for told in decider.push(event)), *decider.flush()])
    times = [time for one in found for time in (one.start_s, one.end_s)]
    assert times == pytest.approx([0.0, 20.0, 23.1, 29.0])


def test_the_same_last_words_are_told_once() -> None:
    """In a silence the windows lose the words one by one, and a finding may come and go and come again."""

    def low(t: float) -> Values:
        return {"speech_level_db": -25.0 if 26.0 < t < 28.0 else -33.0}

    decider = VoiceDecider(KNOWN)
    stream = speech(31.0, lambda t: {**low(t), "pause_s": t - 20.0} if t > 20.2 else low(t))
    events = [*(told for event in stream for told in decider.push(event)), *decider.flush()]
    (segment,) = segments(events)
    assert (segment.start_s, segment.end_s) == pytest.approx((0.0, 20.0))
    shown = [one for one in events if isinstance(one, FindingChanged) and one.state is State.PRESENT]
    assert len(shown) == 2, "it did come again"


@pytest.mark.parametrize("id", SHOWN)
def test_what_speaks_for_a_finding_can_be_listed(id: str) -> None:
    features = [event for event in decided(SHOWN[id]) if isinstance(event, VoiceFeatures)]
    finding = load_findings()[id]
    told = heard(finding, features[-1].values)
    assert len(told) >= finding.detector.least
    assert set(told) <= set(finding.tells.values())
    assert heard(finding, features[0].values) == ()


def test_one_cause_alone_is_no_lack_of_authority() -> None:
    assert segments(decided({"rising_share": 0.6})) == []
    assert segments(decided({"fillers_per_min": 7.0})) == []


@pytest.mark.parametrize(("feature", "way"), [("pitch_st", 1.0), ("speech_level_db", -1.0)])
def test_a_slow_voice_that_wanders_as_any_does_lacks_no_authority(feature: str, way: float) -> None:
    """An unchanged voice is a step away from itself in every sixth window; that and a slow rate were enough."""
    usual, step = KNOWN.voice[feature].value, steps(load_voice_reference()[feature], KNOWN.voice[feature])

    def found(away: float) -> list[str]:
        slow: Values = {"rate_syl_s": 3.3, "rate_flow_syl_s": 3.3, feature: usual + away * way * step}
        return [one.id for one in segments(decided(slow)) if one.id == "poca_autoridad"]

    assert found(1.3) == []
    assert found(2.0) == ["poca_autoridad"]


def test_hesitation_at_the_edge_does_not_flicker() -> None:
    decider, states = VoiceDecider(KNOWN), list[State]()
    # 6.5 syllables a second and 5.9, in turn every two seconds: above the entry, then above the exit.
    stream = speech(40.0, lambda t: {"rate_syl_s": (6.5 if int(t / 2) % 2 else 5.9) / 0.96})
    for event in stream:
        for told in decider.push(event):
            if isinstance(told, FindingChanged) and told.id == "rapido":
                states.append(told.state)
    assert states == [State.PRESENT] or states[-1] is State.PRESENT and states.count(State.PRESENT) == 1


@pytest.mark.parametrize(
    "short", [{"speech_s": 4.0}, {"snr_db": 9.0}, {"rate_syl_s": None, "articulation_syl_s": None}]
)
def test_a_rate_is_not_judged_on_too_little_or_in_noise(short: Values) -> None:
    events = decided({"rate_syl_s": 9.0, "articulation_syl_s": 9.0, **short})
    assert "rapido" not in {one.id for one in segments(events)}
    last = [e.state for e in events if isinstance(e, FindingChanged) and e.id == "rapido"][-1]
    assert last is State.NOT_OBSERVABLE


def test_a_voice_that_is_cut_is_no_clearer_of_the_noise_around_it() -> None:
    """It has no `snr_db`; its pitch is judged where it would be if it were not cut, and nowhere else."""
    for noise_db, told in ((-16.0, False), (-33.0, True)):
        cut = {**SHOWN["monotono"], "snr_db": None, "speech_level_db": -9.0, "noise_db": noise_db}
        assert ("monotono" in {one.id for one in segments(decided(cut))}) is told


def test_a_rate_that_nobody_calibrated_is_trusted_less() -> None:
    read = Profile(voice=KNOWN.voice, rate_factor=0.96)
    (rough,), (sure,) = (
        [one for one in segments(decided(SHOWN["rapido"], profile)) if one.id == "rapido"] for profile in (KNOWN, read)
    )
    assert rough.confidence == pytest.approx(UNCALIBRATED * sure.confidence)


def test_ones_own_factor_decides_what_is_fast() -> None:
    slow_speaker = Profile(voice=KNOWN.voice, rate_factor=0.75)
    assert segments(decided({"rate_syl_s": 7.2}, slow_speaker)) == []
    features = [event for event in decided({}, slow_speaker) if isinstance(event, VoiceFeatures)]
    assert features[0].values["rate_syl_s"] == pytest.approx(0.75 * 5.0 / 0.96)


def test_without_a_voice_to_compare_with_only_the_absolute_is_judged() -> None:
    events = decided(SHOWN["voz_baja"], Profile())
    assert segments(events) == []
    assert [one.id for one in segments(decided({"speech_level_db": -55.0}, Profile()))] == ["voz_baja"]


def test_a_sound_is_told_while_nobody_speaks_however_late_it_is_noticed() -> None:
    """Its features tell that it is no voice's, not that they are late by less."""
    ruido = load_findings()["ruido"]
    late = tuple(replace(one, lag_s=one.lag_s and ruido.detector.lag_s) for one in ruido.detector.conditions)
    bank = FindingBank({"ruido": replace(ruido, detector=replace(ruido.detector, conditions=late))})
    told: list[Event] = []
    for look in speech(30.0, lambda t: {"pause_s": t, "speech_s": 0.0, "beside_s": 2.0 if 10.0 < t < 20.0 else None}):
        if isinstance(look, VoiceFeatures):
            told += bank.push(look, rate_calibrated=True)
    (segment,) = segments([*told, *bank.flush()])
    assert (segment.start_s, segment.end_s) == pytest.approx((5.0, 15.0), abs=0.2)
