"""Scores are likenesses to a target profile: they rise towards it, and nothing is told where nothing can be said."""

from __future__ import annotations

import pytest

from coach.core.events import SignalChanged, State, ToneScored, VoiceFeatures
from coach.detectors.profile import Profile
from coach.detectors.tone_approach import CONFIDENT, NEUTRAL, approach
from coach.detectors.voice_decider import VoiceDecider
from coach.detectors.voice_tones import LEAD, SmileShare
from coach.manual.tones import MOST_SMILE, SMILE, load_abstentions, load_tones
from tests.support.spoken import CALM, KNOWN, speech

TONES = load_tones()
Values = dict[str, float | None]
AT: dict[str, Values] = {
    "calido": {"pitch_st": 13.2, "pitch_range_st": 9.6, "brightness_oct": 11.1},
    "tranquilo": {"rate_syl_s": 4.2 / 0.96, "pause_share": 0.26, "level_sd_db": 4.5},
    "persuasivo": {"pitch_range_st": 9.6, "speech_level_db": -23.0, "alpha_db": -10.0, "rate_syl_s": 5.75 / 0.96},
    "sugestivo": {"speech_level_db": -27.0, "alpha_db": -14.0, "rate_syl_s": 4.4 / 0.96, "pause_share": 0.22},
    "seguro": {"pitch_st": 10.9, "speech_level_db": -23.2},
}
"""The calm voice, moved by about two steps in what each tone asks to change."""


def scored(change: Values, profile: Profile = KNOWN, seconds: float = 12.0) -> list[ToneScored]:
    decider = VoiceDecider(profile)
    told = [found for event in speech(seconds, lambda t: change) for found in decider.push(event)]
    return [found for found in told if isinstance(found, ToneScored)]


def last(change: Values) -> dict[str, float]:
    scores = scored(change)[-1].scores
    assert scores is not None
    return dict(scores)


def test_scores_come_every_second_over_the_last_twelve() -> None:
    windows = scored({}, seconds=30.0)
    assert len(windows) == 30
    assert [round(b.end_s - a.end_s, 6) for a, b in zip(windows, windows[1:], strict=False)] == [1.0] * 29
    assert (windows[0].start_s, windows[-1].end_s - windows[-1].start_s) == (0.0, 12.0)


@pytest.mark.parametrize("id", AT)
def test_a_voice_in_the_zones_of_a_tone_is_near_that_tone(id: str) -> None:
    near, neutral = last(AT[id]), last({})
    assert near[id] > 0.65
    assert max(near, key=lambda one: near[one]) == id
    assert near[id] > neutral[id] + 0.4


@pytest.mark.parametrize("id", AT)
def test_a_clear_tone_stands_out_once_it_has_been_held(id: str) -> None:
    windows = scored(AT[id], seconds=20.0)
    assert [(window.id, window.reason) for window in windows] == [(None, "pasajero")] * 14 + [(id, None)] * 6


def test_a_phrase_in_another_tone_is_no_tone() -> None:
    decider = VoiceDecider(KNOWN)
    told = [f for e in speech(60.0, lambda t: AT["calido"] if 30.0 <= t < 38.0 else {}) for f in decider.push(e)]
    windows = [found for found in told if isinstance(found, ToneScored)]
    assert {window.id for window in windows} == {None}
    assert {window.reason for window in windows} == {"neutral", "pasajero"}


def test_what_was_held_counts_across_a_short_answer_of_the_other_and_not_across_a_long_one() -> None:
    silent: Values = {**AT["seguro"], "voiced_s": 1.0}
    for until, ids in ((28.0, ["seguro"] * 9), (51.0, [None] * 9)):
        decider, windows = VoiceDecider(KNOWN), list[ToneScored]()
        for part in (speech(20.0, lambda t: AT["seguro"]), speech(until - 20.0, lambda t: silent, 20.0)):
            windows += [f for event in part for f in decider.push(event) if isinstance(f, ToneScored)]
        for event in speech(10.0, lambda t: AT["seguro"], until):
            windows += [f for f in decider.push(event) if isinstance(f, ToneScored)]
        assert [window.id for window in windows[-9:]] == ids


@pytest.mark.parametrize("id", AT)
@pytest.mark.parametrize("by", [-6.0, -3.0, -1.0, 0.5, 2.0, 4.0])
def test_a_bar_rises_with_every_step_towards_its_tone_however_far(id: str, by: float) -> None:
    values: Values = {**CALM, **dict.fromkeys((z.measured for t in TONES.values() for z in t.zones), 0.0)}
    for zone in TONES[id].zones:
        if zone.direction and by > -5.0:
            here, there = ({**values, zone.measured: zone.direction * steps} for steps in (by, by + 1.0))
            assert (approach(TONES[id], there) or 0.0) > (approach(TONES[id], here) or 0.0)


def test_what_a_tone_asks_to_keep_costs_only_where_the_voice_leaves_it() -> None:
    values: Values = {**CALM, **dict.fromkeys((z.measured for t in TONES.values() for z in t.zones), 0.0)}
    slow, fast = ({**values, "rate_syl_s_z": steps} for steps in (-2.0, 2.0))
    own = approach(TONES["calido"], values)
    assert own is not None
    assert approach(TONES["calido"], slow) == own
    assert (approach(TONES["calido"], fast) or 0.0) < own - 0.3


def test_ones_own_voice_has_no_confident_tone() -> None:
    windows = scored({}, seconds=60.0)
    assert {(window.id, window.reason) for window in windows} == {(None, "neutral")}
    assert dict(windows[-1].scores or {}) == pytest.approx(dict.fromkeys(TONES, NEUTRAL), abs=0.05)


def test_two_tones_alike_are_a_tie() -> None:
    calm = {**AT["tranquilo"], "rate_syl_s": 4.3 / 0.96, "pause_share": 0.26, "level_sd_db": 6.0}
    window = scored({**calm, "speech_level_db": -26.0, "alpha_db": -13.5}, seconds=20.0)[-1]
    first, second = sorted((window.scores or {}).values(), reverse=True)[:2]
    assert first > CONFIDENT
    assert first - second < LEAD
    assert (window.id, window.reason) == (None, "empate")


@pytest.mark.parametrize(
    ("change", "profile", "reason"),
    [
        ({"voiced_s": 4.9}, KNOWN, "poca_voz"),
        ({"snr_db": 14.9}, KNOWN, "ruido"),
        ({"snr_db": None}, KNOWN, "saturada"),
        ({"snr_db": None, "noise_db": None}, KNOWN, "sin_pausa"),
        ({"snr_db": None, "noise_db": None}, Profile(), "sin_pausa"),
        ({"snr_db": None, "noise_db": None, "voiced_s": 4.9}, KNOWN, "poca_voz"),
        ({}, Profile(), "sin_referencia"),
        ({"voiced_s": 4.9, "snr_db": 3.0}, Profile(), "ruido"),
        ({"voiced_s": 0.4, "speech_s": 0.5, "snr_db": 3.0}, Profile(), "poca_voz"),
    ],
)
def test_abstains_with_its_reason(change: Values, profile: Profile, reason: str) -> None:
    assert {(window.scores, window.id, window.reason) for window in scored(change, profile)} == {(None, None, reason)}
    assert reason in load_abstentions()


def test_bars_do_not_jump() -> None:
    decider, bars = VoiceDecider(KNOWN), list[float]()
    stream = speech(40.0, lambda t: AT["persuasivo"] if t > 20.0 else {})
    for event in stream:
        bars += [f.scores["persuasivo"] for f in decider.push(event) if isinstance(f, ToneScored) and f.scores]
    assert bars[-1] > 0.65
    assert max(b - a for a, b in zip(bars, bars[1:], strict=False)) < 0.25


def test_a_smile_of_the_camera_supports_the_warm_tone_and_no_other() -> None:
    values: Values = {**CALM, **dict.fromkeys((z.measured for t in TONES.values() for z in t.zones), 0.0)}
    for id, tone in TONES.items():
        without, serious, smiling = (approach(tone, {**values, SMILE: share}) for share in (None, 0.0, 0.8))
        assert without is not None and serious is not None and smiling is not None
        if id == "calido":
            assert (serious, smiling) == (without - MOST_SMILE, without + MOST_SMILE)
        else:
            assert serious == without == smiling


def test_a_smile_of_the_camera_raises_the_bar_of_the_warm_tone_as_it_goes() -> None:
    decider = VoiceDecider(KNOWN)
    decider.see(SignalChanged(0.0, "sonrisa", State.ABSENT, None))
    warm: list[float] = []
    for event in speech(60.0):
        if isinstance(event, VoiceFeatures) and event.t == 30.0:
            decider.see(SignalChanged(30.0, "sonrisa", State.PRESENT, None))
        warm += [f.scores["calido"] for f in decider.push(event) if isinstance(f, ToneScored) and f.scores]
    assert warm[0] == pytest.approx(NEUTRAL, abs=0.05)  # in the first seconds the camera cannot yet tell
    assert warm[28] < NEUTRAL - 0.03
    assert warm[-1] > NEUTRAL + 0.1


def test_the_share_of_smiles_is_of_the_time_in_which_the_camera_could_tell() -> None:
    share = SmileShare()
    for tick in range(200):
        if tick == 60:
            share.see(SignalChanged(6.0, "sonrisa", State.ABSENT, None))
        if tick == 120:
            share.see(SignalChanged(12.0, "sonrisa", State.PRESENT, None))
            share.see(SignalChanged(12.0, "asentir", State.ABSENT, None))
        share.tick(tick / 10)
        if tick == 85:
            assert share.share is None  # less than three seconds seen
    assert share.share == pytest.approx(80 / 121, abs=0.01)
