"""Scores are likenesses to a target profile: they rise towards it, and nothing is told where nothing can be said."""

from __future__ import annotations

import pytest

from coach.core.events import SignalChanged, State, ToneScored
from coach.detectors.profile import Profile
from coach.detectors.voice_decider import VoiceDecider
from coach.detectors.voice_tones import SmileShare, score
from coach.manual.tones import MOST_SMILE, SMILE, load_abstentions, load_tones
from tests.support.spoken import CALM, KNOWN, speech

TONES = load_tones()
Values = dict[str, float | None]
AT: dict[str, Values] = {
    "calido": {"pitch_st": 12.9, "pitch_range_st": 9.1, "brightness_oct": 11.06},
    "tranquilo": {"rate_syl_s": 4.65 / 0.96, "pause_share": 0.2, "level_sd_db": 5.0},
    "persuasivo": {"pitch_range_st": 10.0, "speech_level_db": -23.2, "alpha_db": -10.5, "rate_syl_s": 5.25 / 0.96},
    "sugestivo": {"speech_level_db": -26.1, "alpha_db": -13.5, "rate_syl_s": 4.8 / 0.96, "pause_share": 0.2},
    "seguro": {"pitch_st": 11.1, "speech_level_db": -23.9},
}
"""The calm voice, moved into each tone's zones."""


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
    assert near[id] > 0.85
    assert max(near, key=lambda one: near[one]) == id
    assert near[id] > neutral[id] + 0.3


@pytest.mark.parametrize("id", ["persuasivo", "calido"])
def test_a_clear_tone_stands_out(id: str) -> None:
    warm: Values = {**AT["calido"], "pitch_st": 13.0, "brightness_oct": 11.1}
    far = {"calido": warm, "persuasivo": AT["persuasivo"]}[id]
    assert (scored(far)[-1].id, scored(far)[-1].reason) == (id, None)


def test_ones_own_voice_has_no_confident_tone() -> None:
    assert {(window.id, window.reason) for window in scored({}, seconds=60.0)} == {(None, "neutral")}


def test_two_tones_alike_are_a_tie() -> None:
    both = {**AT["tranquilo"], **AT["sugestivo"], "rate_syl_s": 4.7 / 0.96, "alpha_db": -13.6, "level_sd_db": 5.0}
    windows = scored({**both, "speech_level_db": -26.2, "pause_share": 0.25})
    assert windows[-1].id in (None, "sugestivo", "tranquilo")
    near = sorted((windows[-1].scores or {}).values())[-2:]
    assert windows[-1].reason == ("empate" if near[1] - near[0] < 0.1 else windows[-1].reason)


@pytest.mark.parametrize(
    ("change", "profile", "reason"),
    [
        ({"voiced_s": 4.9}, KNOWN, "poca_voz"),
        ({"snr_db": 14.9}, KNOWN, "ruido"),
        ({}, Profile(), "sin_referencia"),
        ({"voiced_s": 4.9, "snr_db": 3.0}, Profile(), "poca_voz"),
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
    assert bars[-1] > 0.85
    assert max(b - a for a, b in zip(bars, bars[1:], strict=False)) < 0.25


def test_a_smile_of_the_camera_supports_the_warm_tone_and_no_other() -> None:
    values: Values = {**CALM, **dict.fromkeys((z.measured for t in TONES.values() for z in t.zones), 0.0)}
    for id, tone in TONES.items():
        without, serious, smiling = (score(tone, {**values, SMILE: share}) for share in (None, 0.0, 0.8))
        assert without is not None and serious is not None and smiling is not None
        if id == "calido":
            assert serious < without < smiling < without + MOST_SMILE
        else:
            assert serious == without == smiling


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
