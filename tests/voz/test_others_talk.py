"""Others talk around the speaker: the rate is the speaker's own, or is silent and says why."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from coach.core.countable import by_others, crowded, too_early
from coach.core.events import SAMPLE_RATE, Samples, SpeechSpan, VoiceEvent, VoiceFeatures
from coach.runtime.voice_totals import VoiceTotals
from coach.voz.own_syllables import OwnSyllables
from coach.voz.rate import RateMeter
from coach.voz.syllables import Nucleus
from tests.support.voices import listen, room, voice
from tests.voz.heard import babble, pink

SECONDS = 20


@cache
def alone(name: str, pause_s: float) -> Samples:
    """Somebody who speaks and pauses by turns."""
    turn = np.concatenate([voice(name), np.zeros(round(pause_s * SAMPLE_RATE), np.float32)])
    return np.asarray(np.resize(turn, SECONDS * SAMPLE_RATE) + room(SECONDS), np.float32)


def among(noise: Samples, snr_db: float, name: str = "voz_grave", pause_s: float = 0.4) -> Samples:
    """The same with `noise` so far below the speech."""
    power = float(np.mean(voice(name) ** 2))
    return np.asarray(alone(name, pause_s) + noise * np.sqrt(power / 10 ** (snr_db / 10)), np.float32)


def others(name: str = "voz_aguda", talkers: int = 2) -> Samples:
    """What others say besides."""
    return babble([voice(name), voice(name)[::-1]], SECONDS * SAMPLE_RATE, talkers=talkers, seed=4)


def looks(events: list[VoiceEvent]) -> list[dict[str, float | None]]:
    """The features of each look."""
    return [dict(event.values) for event in events if isinstance(event, VoiceFeatures)]


@pytest.mark.parametrize("snr_db", [16.0, 13.0, 11.0])
def test_the_rate_is_the_speakers_own_or_silent(snr_db: float) -> None:
    true, heard = (looks(listen(sound)) for sound in (alone("voz_grave", 0.4), among(others(), snr_db)))
    known = [(a["rate_syl_s"], b["rate_syl_s"], b) for a, b in zip(true, heard, strict=True) if a["rate_syl_s"]]
    assert len(known) > 100
    shown = [b / a for a, b, _ in known if b is not None]
    assert max(abs(ratio - 1.0) for ratio in shown) <= 0.15
    assert len(shown) >= 0.55 * len(known)
    assert all(too_early(look) or by_others(look) for _, b, look in known if b is None)


@pytest.mark.parametrize(("snr_db", "from_s"), [(None, 4.3), (13.0, 8.2)])
def test_near_other_sounds_the_rate_waits_until_it_is_known_whether_others_talk(
    snr_db: float | None, from_s: float
) -> None:
    """Of a voice among others, two thirds of too high rates came before these were made out."""
    told = looks(listen(alone("voz_grave", 0.4) if snr_db is None else among(others(), snr_db)))
    first = next(place for place, look in enumerate(told) if look["rate_syl_s"] is not None)
    assert first / 10 == pytest.approx(from_s, abs=0.5)
    assert all(too_early(look) and not by_others(look) for look in told[:first])


@pytest.mark.parametrize("snr_db", [20.0, 14.0])
def test_what_the_session_comes_to_is_the_speakers_own(snr_db: float) -> None:
    true, told = VoiceTotals(), VoiceTotals()
    for totals, sound in ((true, alone("voz_grave", 4.0)), (told, among(others(), snr_db, "voz_grave", 4.0))):
        for event in listen(sound):
            totals.add(event)
    assert told.speech_s == pytest.approx(true.speech_s, rel=0.15)
    rates = [totals.syllables / (totals.speech_s + totals.pause_s) for totals in (true, told)]
    assert rates[1] == pytest.approx(rates[0], rel=0.1)


def test_where_others_fill_long_pauses_the_rate_is_silent_and_says_so() -> None:
    told = looks(listen(among(others("voz_grave"), 14.0, "voz_aguda", 3.0)))[60:]
    silent = [look for look in told if look["rate_syl_s"] is None]
    assert len(silent) >= 0.5 * len(told)
    assert all(by_others(look) or too_early(look) for look in silent)
    assert sum(crowded(look["others_share"]) for look in silent) >= 0.7 * len(silent)


@pytest.mark.parametrize(("name", "other"), [("voz_aguda", "voz_grave"), ("voz_grave", "voz_grave")])
@pytest.mark.parametrize("snr_db", [14.0, 18.0, 20.0])
def test_one_who_talks_on_in_long_pauses_makes_no_rate_wrong(snr_db: float, name: str, other: str) -> None:
    """A single voice leaves gaps, in which it is quiet: up to half of such looks were over 15% off."""
    told = looks(listen(among(others(other, talkers=1), snr_db, name, 5.0)))
    pairs = zip(looks(listen(alone(name, 5.0))), told, strict=True)
    ratios = [b["rate_syl_s"] / a["rate_syl_s"] for a, b in pairs if a["rate_syl_s"] and b["rate_syl_s"]]
    assert sum(abs(ratio - 1.0) > 0.15 for ratio in ratios) <= 0.01 * len(ratios)
    silent = [look for look in told[80:] if look["rate_syl_s"] is None]
    assert sum(by_others(look) for look in silent) >= 0.9 * len(silent)


def test_drowned_by_others_is_not_drowned_by_noise() -> None:
    noise = pink(SECONDS * SAMPLE_RATE, 2)
    babbled, hissed = (looks(listen(among(sound, 3.0)))[100:] for sound in (others(), noise))
    assert all(look["rate_syl_s"] is None for look in (*babbled, *hissed))
    assert sum(by_others(look) for look in babbled) >= 0.9 * len(babbled)
    assert not any(by_others(look) for look in hissed)


@pytest.mark.parametrize("noise", [None, 20.0, 12.0])
def test_neither_alone_nor_in_noise_are_others_heard(noise: float | None) -> None:
    sound = alone("voz_grave", 0.4) if noise is None else among(pink(SECONDS * SAMPLE_RATE, 2), noise)
    told = looks(listen(sound))
    assert not any(by_others(look) for look in told)
    assert any(look["rate_syl_s"] is not None for look in told)


@pytest.mark.parametrize("milliseconds", [10, 32, 100])
def test_the_size_of_the_chunks_changes_nothing(milliseconds: int) -> None:
    sound = among(others(), 13.0)[: 9 * SAMPLE_RATE]
    assert listen(sound, milliseconds * SAMPLE_RATE // 1000) == listen(sound)


def test_weak_nuclei_are_not_the_speakers() -> None:
    levels = [0.0, -1.0, -14.0, -3.0, -8.0, -14.0, 0.0]
    for snr_db, counts in ((13.0, False), (25.0, True)):
        own = OwnSyllables()
        told = [own.push(Nucleus(level, t), snr_db) for t, level in enumerate(levels)]
        assert told == [True, True, counts, True, True, counts, True]
        assert own.push(Nucleus(-14.0, 60.0), snr_db), "what was loud half a minute ago says nothing any more"


def test_among_others_the_lull_is_no_speech() -> None:
    meter = RateMeter()
    meter.span(SpeechSpan(0.0, 12.0))
    for place in range(60):
        meter.nucleus(0.1 + place * 0.2, own=not 20 <= place < 45)
    alone_, among_ = meter.read(12.0, None), meter.read(12.0, None, among_others=True)
    assert alone_.rate == pytest.approx(5.0)
    assert among_.rate == pytest.approx(5.0, rel=0.08)
    assert among_.speech_s == pytest.approx(7.1, abs=0.5)
    assert meter.weak == pytest.approx(25 / 60)
    meter.read(20.0, None)
    assert meter.weak == pytest.approx(5 / 20), "of those that have left the window none counts any more"
