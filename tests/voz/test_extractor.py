"""The extractor tells the same of the same sound however it is cut, and nothing that it cannot know."""

import tracemalloc
from itertools import pairwise

import numpy as np
import pytest

from coach.core.countable import RATE_NEEDS_SNR_DB
from coach.core.events import (
    SAMPLE_RATE,
    Filler,
    PhraseEnd,
    Samples,
    Sound,
    SpeechSpan,
    Syllable,
    ToneScored,
    VoiceEvent,
    VoiceFeatures,
)
from coach.detectors.voice_decider import VoiceDecider
from coach.manual.spanish_syllables import count_spoken_syllables, count_syllables
from coach.manual.voice_features import load_voice_features
from coach.runtime.voice_totals import VoiceTotals
from coach.voz.blocks import BLOCK_S
from coach.voz.extractor import VoiceExtractor
from tests.support.spoken import KNOWN
from tests.support.voices import TEXTS, listen, room, telephone, voice
from tests.voz.heard import babble, pink, rates_in


def dialogue() -> Samples:
    """Two voices in a quiet room, with a pause between."""
    parts = [room(1.0), voice("voz_grave"), room(0.8, seed=4), voice("voz_aguda"), room(1.3, seed=5)]
    samples = np.concatenate(parts)
    return samples + room(len(samples) / SAMPLE_RATE, seed=6)[: len(samples)]


WHOLE = listen(dialogue(), start_s=2.0)


def features(events: list[VoiceEvent]) -> list[VoiceFeatures]:
    return [event for event in events if isinstance(event, VoiceFeatures)]


def said(events: list[VoiceEvent]) -> list[VoiceEvent]:
    return [event for event in events if not isinstance(event, VoiceFeatures)]


@pytest.mark.parametrize("milliseconds", [10, 32, 100])
def test_the_size_of_the_chunks_changes_nothing(milliseconds: int) -> None:
    assert listen(dialogue(), milliseconds * SAMPLE_RATE // 1000, start_s=2.0) == WHOLE


def test_what_was_told_never_depends_on_what_came_later() -> None:
    extractor = VoiceExtractor()
    early = extractor.push(Sound(2.0, dialogue()[: 7 * SAMPLE_RATE]))
    assert len(early) > 70
    assert WHOLE[: len(early)] == early


def test_every_value_is_of_the_table_and_in_its_range() -> None:
    specs = load_voice_features()
    told = features(WHOLE) + features(listen(np.concatenate([dialogue(), voice("voz_grave"), telephone(2.0)])))
    for moment in told:
        assert set(moment.values) == set(specs)
        for id, value in moment.values.items():
            assert value is None or specs[id].low <= value <= specs[id].high, (moment.t, id, value)
    for id in specs:
        assert any(moment.values[id] is not None for moment in told), f"{id} never had a value"


def test_values_come_ten_times_a_second_until_the_sound_ends() -> None:
    times = [moment.t for moment in features(WHOLE)]
    assert times == pytest.approx([2.1 + i / 10 for i in range(len(times))])
    assert 2.0 + len(dialogue()) / SAMPLE_RATE - 0.1 < times[-1] <= 2.0 + len(dialogue()) / SAMPLE_RATE


def test_a_look_of_the_gauges_waits_for_no_more_than_its_own_block() -> None:
    extractor, samples, step = VoiceExtractor(), dialogue(), SAMPLE_RATE // 100
    waits = []
    for begin in range(0, 3 * SAMPLE_RATE, step):
        end_s = 2.0 + (begin + step) / SAMPLE_RATE
        told = extractor.push(Sound(2.0 + begin / SAMPLE_RATE, samples[begin : begin + step]))
        waits += [end_s - moment.t for moment in features(told)]
    assert len(waits) == 29
    assert min(waits) >= 0.0
    assert max(waits) < BLOCK_S + 0.01


def test_syllables_are_about_as_many_as_were_said() -> None:
    heard = sum(isinstance(event, Syllable) for event in WHOLE)
    low = sum(map(count_spoken_syllables, TEXTS.values()))
    high = sum(map(count_syllables, TEXTS.values()))
    assert 0.85 * low <= heard <= 1.15 * high


def test_spans_lie_where_somebody_speaks_and_hold_the_syllables() -> None:
    spans = [event for event in WHOLE if isinstance(event, SpeechSpan)]
    assert all(before.end_s < after.start_s for before, after in zip(spans, spans[1:], strict=False))
    assert spans[0].start_s == pytest.approx(3.05, abs=0.15)
    quiet = 3.0 + len(voice("voz_grave")) / SAMPLE_RATE, 3.8 + len(voice("voz_grave")) / SAMPLE_RATE
    assert not any(span.start_s < quiet[0] < quiet[1] < span.end_s for span in spans)
    for event in WHOLE:
        if isinstance(event, Syllable):
            assert any(span.start_s - 0.06 <= event.t <= span.end_s + 0.06 for span in spans)


def test_a_quiet_room_says_nothing_and_has_no_rate() -> None:
    events = listen(room(6.0))
    assert said(events) == []
    last = features(events)[-1].values
    assert last["level_db"] == pytest.approx(-60.0, abs=1.0)
    assert last["noise_db"] == pytest.approx(-60.0, abs=1.0)
    for id in ("rate_syl_s", "pitch_st", "snr_db", "pause_s", "pitch_hz", "alpha_db", "rising_share"):
        assert last[id] is None, id


def test_before_the_first_pause_a_voice_is_not_called_noisy_and_has_its_rate() -> None:
    """Whoever begins at once has not shown yet how quiet it is around: the valleys of a voice are no noise."""
    said = np.concatenate([voice("voz_grave"), voice("voz_aguda")])[1600 : 8 * SAMPLE_RATE]
    told = features(listen(said + room(len(said) / SAMPLE_RATE)))
    assert {moment.values["noise_db"] for moment in told} == {moment.values["snr_db"] for moment in told} == {None}
    assert told[-1].values["rate_syl_s"] is not None
    paused = features(
        listen(np.concatenate([said, np.zeros(SAMPLE_RATE, np.float32)]) + room(len(said) / SAMPLE_RATE + 1))
    )
    assert paused[-1].values["noise_db"] == pytest.approx(-60.0, abs=2.0)


def test_noise_of_those_who_never_pause_is_told_after_ten_seconds() -> None:
    said = np.resize(voice("voz_aguda")[3200:-3200], 12 * SAMPLE_RATE)
    noise = pink(len(said), 3) * np.sqrt(np.mean(said**2) / 10 ** (5.0 / 10))
    told = features(listen((said + noise).astype(np.float32)))
    assert told[60].values["rate_syl_s"] is None, "the rate heeds it before"
    assert told[-1].values["snr_db"] is not None and told[-1].values["snr_db"] < 10.0


def test_the_valleys_of_a_hurried_voice_are_not_told_as_noise() -> None:
    """Who leaves a tenth of a second between phrases never pauses; that tenth tells how quiet it is all the same."""
    told = features(listen(hurried(14.0) + room(14.0)))
    assert [moment.values["snr_db"] for moment in told[:100]] == [None] * 100, "nobody knows yet"
    assert all((moment.values["snr_db"] or 0.0) > 30.0 for moment in told[105:])


def hurried(seconds: float) -> Samples:
    """A voice sped up, nothing but its words and 0.08 s between."""
    slow = voice("voz_grave")
    fast = np.interp(np.arange(0.0, len(slow) - 1, 1.45), np.arange(len(slow)), slow)
    loud = np.convolve(np.abs(fast), np.ones(400) / 400, "same") > 0.004
    edges = [0, *(np.flatnonzero(np.diff(loud)) + 1).tolist(), len(loud)]
    parts = [fast[begin:end] if loud[begin] else np.zeros(min(end - begin, 1280)) for begin, end in pairwise(edges)]
    return np.resize(np.concatenate(parts), round(seconds * SAMPLE_RATE)).astype(np.float32)


def test_no_tone_is_told_in_heavy_noise_before_it_is_known() -> None:
    """Between the fifth second, with voice enough for a tone, and the tenth it was scored."""
    said = np.resize(voice("voz_aguda")[3200:-3200], 12 * SAMPLE_RATE)
    noise = pink(len(said), 3) * np.sqrt(np.mean(said**2) / 10 ** (5.0 / 10))
    decider = VoiceDecider(KNOWN)
    told = [one for event in listen((said + noise).astype(np.float32)) for one in decider.push(event)]
    windows = [one for one in told if isinstance(one, ToneScored)]
    assert [one.scores for one in windows] == [None] * len(windows)
    assert list(dict.fromkeys(one.reason for one in windows)) == ["poca_voz", "sin_pausa", "ruido"]


@pytest.mark.parametrize(
    ("above_db", "hidden"), [(2.0, "poca_voz"), (8.0, "poca_voz"), (15.0, "poca_voz"), (40.0, None)]
)
def test_of_a_short_recording_in_noise_the_whole_has_a_rate_no_more_than_its_moments(
    above_db: float, hidden: str | None
) -> None:
    """Nine seconds without a pause: too few to call it noise, and too noisy to count syllables."""
    said = np.resize(voice("voz_grave")[3200:-3200], 9 * SAMPLE_RATE)
    noise = pink(len(said), 3) * np.sqrt(np.mean(said**2) / 10 ** (above_db / 10.0))
    totals = VoiceTotals()
    for event in listen((said + noise).astype(np.float32)):
        totals.add(event)
    assert totals.hidden == hidden


def test_in_loud_noise_the_rate_falls_silent_and_the_snr_says_why() -> None:
    speech = np.concatenate([voice("voz_grave"), voice("voz_aguda")])
    power = np.mean(speech**2)
    clear, drowned = (
        features(listen(speech + pink(len(speech), 1) * np.sqrt(power / 10 ** (snr / 10))))[-1].values
        for snr in (25.0, 3.0)
    )
    assert clear["rate_syl_s"] is not None
    assert clear["snr_db"] is not None and clear["snr_db"] > 15.0
    assert drowned["rate_syl_s"] is None
    assert drowned["snr_db"] is not None and drowned["snr_db"] < 8.0


@pytest.mark.parametrize(("snr_db", "shows"), [(15.0, True), (9.0, None), (5.0, False)])
def test_among_others_who_talk_the_rate_is_right_or_says_why_it_is_silent(snr_db: float, shows: bool | None) -> None:
    """`shows`: whether it must have a value, and None where it may. Two voices make a babble harder than many would."""
    samples = np.resize(np.concatenate([voice("voz_grave"), room(0.4)]), 14 * SAMPLE_RATE)
    others = babble([voice("voz_aguda"), voice("voz_grave")[::-1]], len(samples), talkers=4, seed=8)
    shown, snr = rates_in(others, samples + room(14.0, seed=9), snr_db, listen)
    away = sorted(abs(value - 1.0) for value in shown if value is not None)
    assert len(shown) > 60
    assert not away or (away[len(away) // 2] <= 0.15 and away[-1] <= 0.25)
    if shows is not None:
        assert bool(away) == shows
        assert (snr >= RATE_NEEDS_SNR_DB) == shows


@pytest.mark.parametrize("damage", ["nan", "inf", "clipped", "zeros", "constant"])
def test_damaged_sound_is_measured_without_a_fault(damage: str) -> None:
    samples = voice("voz_aguda").copy()
    if damage == "clipped":
        samples = samples * 50.0
    elif damage in ("nan", "inf"):
        samples[::7] = float(damage)
    else:
        samples[:] = 0.0 if damage == "zeros" else 1.0
    told = features(listen(samples))
    assert len(told) == int(10 * len(samples) / SAMPLE_RATE)
    for moment in told:
        assert all(value is None or np.isfinite(value) for value in moment.values.values())
    clipped = told[-1].values["clipped"]
    assert clipped is not None
    assert (clipped > 0.05) == (damage in ("clipped", "constant"))


@pytest.mark.parametrize("count", [0, 1, 511, 513])
def test_almost_no_sound_is_no_fault(count: int) -> None:
    assert said(listen(np.ones(count, np.float32) * 0.1)) == []


def test_hours_take_no_more_memory_than_minutes() -> None:
    extractor = VoiceExtractor()
    samples = np.concatenate([voice("voz_aguda"), room(1.0)])

    def rounds(first: int, last: int) -> int:
        for number in range(first, last):
            extractor.push(Sound(number * len(samples) / SAMPLE_RATE, samples))
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        early, late = rounds(0, 9), rounds(9, 18)
    finally:
        tracemalloc.stop()
    assert late - early < 50_000


def test_a_held_eh_is_a_filler_and_speech_is_not() -> None:
    t = np.arange(round(0.6 * SAMPLE_RATE)) / SAMPLE_RATE
    hz = 110.0 + 2.0 * np.sin(2 * np.pi * t)
    phase = 2 * np.pi * np.cumsum(hz) / SAMPLE_RATE
    formants = ((500.0, 90.0), (1800.0, 150.0), (2500.0, 200.0))
    partials = range(1, 40)
    eh = sum(
        np.sin(k * phase) / k * sum(1.0 / (1.0 + ((k * 110.0 - centre) / width) ** 2) for centre, width in formants)
        for k in partials
    )
    eh = 0.3 * eh / np.max(np.abs(eh)) * np.minimum(1.0, np.minimum(t, t[::-1]) / 0.05)
    sound = np.concatenate([voice("voz_aguda"), room(0.4), eh.astype(np.float32), room(0.5), voice("voz_aguda")])
    fillers = [event for event in listen(sound) if isinstance(event, Filler)]
    begin = len(voice("voz_aguda")) / SAMPLE_RATE + 0.4
    assert len(fillers) == 1
    assert fillers[0].start_s == pytest.approx(begin, abs=0.15)
    assert fillers[0].end_s == pytest.approx(begin + 0.6, abs=0.15)


def test_phrase_ends_are_told_with_the_spans() -> None:
    ends = [event for event in WHOLE if isinstance(event, PhraseEnd)]
    spans = {event.end_s for event in WHOLE if isinstance(event, SpeechSpan)}
    assert ends
    assert {end.t for end in ends} <= spans
