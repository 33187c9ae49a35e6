"""Telephones and bells: noise that comes and goes is told while it sounds, from the speaker's pauses."""

from __future__ import annotations

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, FindingSegment, Samples, Sound, VoiceFeatures
from coach.detectors.voice_decider import VoiceDecider
from coach.voz.extractor import VoiceExtractor
from tests.support.voices import listen, room, telephone, voice

SPOKEN_S = len(voice("voz_grave")) / SAMPLE_RATE


def noises(samples: Samples) -> list[tuple[float, float]]:
    """From when to when `ruido` is told."""
    decider = VoiceDecider()
    told = [event for heard in listen(samples) for event in decider.push(heard)] + decider.flush()
    return [(one.start_s, one.end_s) for one in told if isinstance(one, FindingSegment) and one.id == "ruido"]


def beside(samples: Samples) -> list[float | None]:
    return [event.values["beside_s"] for event in listen(samples) if isinstance(event, VoiceFeatures)]


def said_then(sound: Samples, silence_s: float = 1.0) -> Samples:
    """Somebody speaks, then there is this, and then they go on."""
    pause = np.concatenate([room(0.5), sound, room(silence_s)])
    whole = np.concatenate([voice("voz_grave"), pause, voice("voz_grave")])
    return whole + room(len(whole) / SAMPLE_RATE, seed=6)


@pytest.mark.parametrize("silence_s", [1.0, 14.0])
def test_a_telephone_in_a_pause_is_told_from_when_it_rings(silence_s: float) -> None:
    ((start_s, _),) = noises(said_then(telephone(2.0), silence_s))
    assert start_s == pytest.approx(SPOKEN_S + 0.5, abs=1.0)


def test_where_pauses_are_quiet_it_ends_with_its_ringing() -> None:
    """Though nobody speaks for long after it. Where it fills most of all pauses, it is their noise for a while."""
    ((_, end_s),) = noises(said_then(telephone(2.0), 14.0))
    assert end_s == pytest.approx(SPOKEN_S + 2.5, abs=1.5)


def test_it_is_told_too_after_a_long_silence() -> None:
    """Whoever listens to a customer has a voice all the same, beside which it is loud."""
    silent = np.concatenate([room(15.0), telephone(2.0), room(5.0)])
    ((start_s, _),) = noises(np.concatenate([voice("voz_grave"), silent]))
    assert start_s == pytest.approx(SPOKEN_S + 15.0, abs=1.0)


def test_one_far_away_is_not_and_nor_is_a_knock() -> None:
    assert noises(said_then(telephone(2.0, level=0.004))) == []
    knock = np.asarray(np.exp(-np.arange(SAMPLE_RATE) / 1000.0), np.float32) * room(1.0, level_db=-10.0)
    assert noises(said_then(knock)) == []


@pytest.mark.parametrize("name", ["voz_grave", "voz_aguda"])
def test_a_voice_alone_has_nothing_beside_it(name: str) -> None:
    pauses = np.concatenate([part for _ in range(3) for part in (voice(name), room(1.0))])
    assert set(beside(pauses + room(len(pauses) / SAMPLE_RATE, seed=6))) == {None}


def test_typing_is_not() -> None:
    """Seven keys a second, each 40 ms long and 10 dB below the voice."""
    t = np.arange(4 * SAMPLE_RATE) / SAMPLE_RATE
    keys = np.asarray(np.where(t * 7 % 1 < 0.28, room(4.0, level_db=-30.0), 0.0), np.float32)
    assert set(beside(said_then(keys, 3.0))) == {None}


def test_what_was_lost_joins_no_two_sounds() -> None:
    extractor, short = VoiceExtractor(), telephone(0.4)
    told = extractor.push(Sound(0.0, np.concatenate([voice("voz_grave"), room(0.5), short])))
    told += extractor.push(Sound(SPOKEN_S + 3.0, np.concatenate([short, room(2.0)]))) + extractor.flush()
    assert {event.values["beside_s"] for event in told if isinstance(event, VoiceFeatures)} == {None}


def test_before_anybody_has_spoken_nothing_is_loud() -> None:
    assert set(beside(telephone(8.0))) == {None}
