"""Voices in one channel are told apart: how many, and who speaks when; one voice stays one."""

from __future__ import annotations

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, Samples
from coach.core.voices import Voices
from coach.voz.voices_of import voices_of
from tests.support.calls import one_line
from tests.support.voices import music, room, voice
from tests.voz import praat
from tests.voz.given import Given

TURN_S, GAP_S = 4.0, 0.5


def wrong_share(voices: Voices, late_from_s: float = np.inf, late_s: float = 0.0) -> float:
    """Of the seconds that are given to a voice of `one_line`, those given to the other."""
    wrong = told = 0.0
    for turn in voices.turns:
        for t in np.arange(turn.start_s, turn.end_s, 0.01):
            at = t - late_s if t >= late_from_s else t
            told += turn.voice is not None
            wrong += turn.voice is not None and turn.voice != int(at // TURN_S) % 2
    return wrong / told


@pytest.mark.parametrize("noise_db", [None, 15.0], ids=["quiet", "15 dB of noise"])
def test_two_voices_in_one_channel_are_told_apart(noise_db: float | None) -> None:
    line = one_line(40.0, TURN_S, GAP_S)
    if noise_db is not None:
        level_db = 10 * float(np.log10(np.mean(line**2))) - noise_db
        line = line + room(40.0, level_db)
    voices = voices_of(Given(line))
    assert len(voices.heard) == 2
    assert voices.heard[0].first_s < TURN_S <= voices.heard[1].first_s + 0.5
    assert all(one.speech_s > 10.0 for one in voices.heard)
    assert wrong_share(voices) < 0.06


def test_it_does_not_depend_on_how_the_sound_comes() -> None:
    line = one_line(20.0, TURN_S, GAP_S)
    assert voices_of(Given(line, 1.0)) == voices_of(Given(line, 0.03)) == voices_of(Given(line, 60.0))


def test_sound_that_was_lost_moves_what_comes_after() -> None:
    line = one_line(32.0, TURN_S, GAP_S)
    voices = voices_of(Given(line, 1.0, late_from_s=16.0, late_s=7.0))
    assert len(voices.heard) == 2
    assert wrong_share(voices, 23.0, 7.0) < 0.08


@pytest.mark.parametrize("name", ["voz_grave", "voz_aguda"])
def test_one_speaker_in_several_moods_stays_one(name: str) -> None:
    """Slower, faster, higher, flatter, softer: the same person."""
    own = voice(name)
    moods = [own, praat.at_tempo(own, 0.8), praat.at_tempo(own, 1.3), praat.in_semitones(own, 1.5, 1.3)]
    moods += [praat.in_semitones(own, -1.0, 0.6), own * np.float32(0.3)]
    voices = voices_of(Given(np.concatenate([*moods, room(1.0)])))
    assert len(voices.heard) == 1
    assert {turn.voice for turn in voices.turns} == {0}


@pytest.mark.parametrize("sound", [room(5.0), music(8.0), np.zeros(SAMPLE_RATE, np.float32), room(0.01)])
def test_where_nobody_speaks_there_are_no_two_voices(sound: Samples) -> None:
    assert len(voices_of(Given(sound)).heard) < 2
