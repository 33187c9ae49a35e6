"""From the voice to the line of advice: the tone is held against the one that the moment of the service asks for."""

from __future__ import annotations

import pytest

from coach.core.events import Cue, Event, VoiceFeatures
from coach.detectors.voice_decider import VoiceDecider
from coach.runtime.adviser import make_adviser
from tests.support.spoken import KNOWN, speech

WARM: dict[str, float | None] = {"pitch_st": 13.2, "pitch_range_st": 9.6, "brightness_oct": 11.1, "pause_s": 0.6}
FIRM: dict[str, float | None] = {"pitch_st": 10.9, "speech_level_db": -23.2, "pause_s": 0.6}


def tone_cues(change: dict[str, float | None], moment: str | None) -> set[tuple[str, str]]:
    """Tones that are spoken of in forty seconds of the calm voice with this change, and how."""
    decider, adviser, told = VoiceDecider(KNOWN), make_adviser(moment, None), list[Event]()
    for event in speech(40.0, lambda t: change):
        if isinstance(event, VoiceFeatures):
            for found in decider.push(event):
                told += adviser.push(found)
    tones = ("calido", "seguro")
    return {(id, cue.kind) for cue in told if isinstance(cue, Cue) for id in cue.because if id in tones}


@pytest.mark.parametrize(
    ("change", "moment", "cues"),
    [
        (WARM, "saludo", {("calido", "refuerza")}),
        (FIRM, "saludo", {("calido", "corrige")}),
        (FIRM, "sondeo", {("seguro", "refuerza")}),
        (WARM, "sondeo", {("seguro", "corrige")}),
        (WARM, None, set()),
    ],
)
def test_the_moment_tells_which_tone_is_praised_and_which_asked_for(
    change: dict[str, float | None], moment: str | None, cues: set[tuple[str, str]]
) -> None:
    assert tone_cues(change, moment) == cues
