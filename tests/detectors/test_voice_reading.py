"""A known text read aloud: who reads it, slowly or fast, loudly or in noise, and who does not."""

from __future__ import annotations

import pytest

from coach.core.events import ReadingChanged, SpeechSpan, Syllable, VoiceEvent, VoiceFeatures
from coach.detectors.profile import Profile, Rest
from coach.detectors.voice_decider import VoiceDecider
from coach.detectors.voice_reading import GuidedReading
from coach.manual.voice_features import load_voice_features
from coach.manual.voice_reference import load_voice_reference

SYLLABLES = 160
NOTHING: dict[str, float | None] = dict.fromkeys(load_voice_features())


def reading(
    heard: int, seconds: float = 30.0, silence: float = 4.5, snr_db: float = 30.0, clipped: float = 0.0
) -> list[VoiceEvent]:
    """So many syllables heard within `seconds`, then silence; features ten times a second."""
    rate = heard / seconds
    values = NOTHING | {"voiced_s": 6.0, "snr_db": snr_db, "rate_syl_s": rate, "articulation_syl_s": rate}
    values |= {"speech_s": 9.0, "pause_share": 0.1}
    events: list[VoiceEvent] = []
    told = 0
    for tick in range(round(10 * (seconds + silence))):
        t = tick / 10
        while told < heard and 1.0 + told / rate <= t:
            events.append(Syllable(1.0 + told / rate))
            told += 1
        if tick == round(10 * (seconds + 1.2)):
            events.append(SpeechSpan(1.0, seconds + 1.0))
        speaks = 1.0 <= t <= seconds + 1.0
        now: dict[str, float | None] = {"speech": 0.95 if speaks else 0.0, "clipped": clipped if speaks else 0.0}
        now["pause_s"] = t - seconds - 1.0 if t > seconds + 1.2 else None
        events.append(VoiceFeatures(t, values | now))
    return events


def news(events: list[VoiceEvent]) -> list[ReadingChanged]:
    guided = GuidedReading(SYLLABLES, load_voice_reference())
    told: list[ReadingChanged] = []
    for event in events:
        change = guided.push(event)
        told += [] if change is None else [change]
        if told and told[-1].done:
            break
    return told


def test_it_goes_on_with_the_text_and_ends_with_the_pause_after_it() -> None:
    told = news(reading(SYLLABLES))
    assert [change.progress for change in told] == sorted(change.progress for change in told)
    assert told[0].progress == 0.0
    assert [change.done for change in told] == [False] * (len(told) - 1) + [True]
    assert told[-1].t == pytest.approx(32.6, abs=0.3)
    assert told[-1].words_per_min == pytest.approx(160.0, rel=0.02)


@pytest.mark.parametrize("heard", [120, 140, 200])
def test_the_pace_is_that_of_the_text_however_many_syllables_were_heard(heard: int) -> None:
    assert news(reading(heard, silence=6.0))[-1].words_per_min == pytest.approx(160.0, rel=0.03)


@pytest.mark.parametrize(
    "events",
    [
        reading(60, 12.0, silence=12.0),
        reading(400, 60.0),
        reading(160, 8.0),
        reading(160, snr_db=6.0),
        reading(145, silence=6.0, clipped=0.3),
    ],
    ids=["left off", "other talk", "too short", "noise", "saturated"],
)
def test_what_is_no_reading_of_this_text_teaches_nothing(events: list[VoiceEvent]) -> None:
    last = news(events)[-1]
    assert last.done
    assert last.words_per_min is None


def test_a_voice_that_is_cut_a_little_can_be_counted_and_shouts_before_it_do_not_matter() -> None:
    shouts: list[VoiceEvent] = [
        VoiceFeatures(tick / 10 - 60.0, NOTHING | {"speech": 0.9, "clipped": 0.9, "pause_s": None})
        for tick in range(600)
    ]
    assert news([*shouts, *reading(SYLLABLES, clipped=0.15)])[-1].words_per_min == pytest.approx(160.0, rel=0.02)


def test_a_pause_before_and_within_the_text_is_no_end() -> None:
    silent: list[VoiceEvent] = [VoiceFeatures(tick / 10, NOTHING | {"pause_s": tick / 10}) for tick in range(200)]
    assert not any(change.done for change in news(silent))
    half = reading(80, 15.0, silence=8.0)
    assert not any(change.done for change in news(half))


def decide(decider: VoiceDecider, events: list[VoiceEvent]) -> list[ReadingChanged]:
    return [told for event in events for told in decider.push(event) if isinstance(told, ReadingChanged)]


def test_after_it_syllables_count_as_the_speaker_s_and_the_voice_is_known() -> None:
    decider = VoiceDecider()
    decider.read_aloud(SYLLABLES)
    told = decide(decider, reading(140, silence=6.0))
    assert told[-1].done
    assert decider.profile.rate_factor == pytest.approx(SYLLABLES / 140)
    assert decider.profile.voice["rate_syl_s"].value == pytest.approx(SYLLABLES / 30.0)
    features = VoiceFeatures(100.0, NOTHING | {"rate_syl_s": 4.0, "voiced_s": 6.0, "snr_db": 30.0})
    out = decider.push(features)[0]
    assert isinstance(out, VoiceFeatures)
    assert out.values["rate_syl_s"] == pytest.approx(4.0 * SYLLABLES / 140)


def test_what_was_known_stays_when_a_reading_is_given_up_or_fails() -> None:
    known = Profile(voice={"pitch_st": Rest(12.0, 1.0)}, rate_factor=1.2)
    decider = VoiceDecider(known)
    decider.read_aloud(SYLLABLES)
    decider.stop_reading()
    assert decide(decider, reading(SYLLABLES)) == []
    decider.read_aloud(SYLLABLES)
    assert decide(decider, reading(60, 12.0, silence=12.0))[-1].words_per_min is None
    assert decider.profile == known
