"""Speech that is moved raises and lowers the bars as the tones' profiles say; left alone it has no confident tone."""

from __future__ import annotations

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, ToneScored, VoiceEvent
from coach.detectors.profile import Profile
from coach.detectors.voice_decider import VoiceDecider
from coach.manual.tones import load_tones
from tests.support.voices import listen, voice
from tests.voz.tone_voices import hiss
from tests.voz.tones import Ear, judged, known

SPEECH_S = 22.0
MOVES = ({"pitch_st": -2.0}, {"pitch_range_st": 2.0}, {"rate_syl_s": -2.0}, {"speech_level_db": 2.0}, {"alpha_db": 2.0})


@pytest.mark.timeout(900)  # six voices, each heard whole: ten seconds on an idle machine
def test_every_bar_follows_the_voice() -> None:
    before, found = judged(np.resize(voice("voz_grave"), round(SPEECH_S * SAMPLE_RATE)), MOVES, Ear(None))
    assert len(before) > 10
    assert {window.scored.id for window in before} == {None}
    ways = {(kind, one.id, one.rises) for move, one in found for kind in move}
    assert {
        ("pitch_st", "seguro", True),
        ("pitch_st", "calido", False),
        ("pitch_range_st", "persuasivo", True),
        ("rate_syl_s", "tranquilo", True),
        ("rate_syl_s", "persuasivo", False),
        ("speech_level_db", "sugestivo", False),
        ("alpha_db", "persuasivo", True),
    } <= ways
    assert {id for _, id, _ in ways} == set(load_tones())
    for move, one in found:
        assert one.right >= 0.95 * one.pairs, (move, one)


def test_the_tones_of_a_stream_are_those_of_the_whole() -> None:
    samples = np.resize(voice("voz_grave"), round(SPEECH_S * SAMPLE_RATE)) + hiss(round(SPEECH_S * SAMPLE_RATE))
    whole = listen(samples)
    profile, _ = known(whole)
    told = _tones(whole, profile)
    assert any(scored.scores for scored in told)
    assert _tones(listen(samples, SAMPLE_RATE // 10), profile) == told


def _tones(events: list[VoiceEvent], profile: Profile) -> list[ToneScored]:
    decider = VoiceDecider(profile)
    return [found for event in events for found in decider.push(event) if isinstance(found, ToneScored)]
