"""What reports start from: only what was measured."""

from __future__ import annotations

import pytest

from coach.core.events import SpeechSpan, Syllable, VoiceFeatures
from coach.detectors.profile import Profile
from coach.report.voice_words import spoken
from coach.runtime.voice_course import VoiceCourse
from coach.runtime.voice_summary import voice_result
from coach.runtime.voice_totals import VoiceTotals
from tests.support.spoken import CALM


@pytest.mark.parametrize(("floor_db", "told"), [(-62.0, -62.0), (-98.0, -98.0), (-120.0, None)])
def test_pauses_without_a_sound_have_no_noise(floor_db: float, told: float | None) -> None:
    totals = VoiceTotals()
    totals.noise_db.add(floor_db)
    assert voice_result(totals, Profile(), VoiceCourse(), ()).noise_db == told


@pytest.mark.parametrize(
    ("change", "hidden", "why"),
    [
        ({}, None, "palabras por minuto"),
        ({"others_share": 0.4, "rate_syl_s": None}, "otras_voces", "se oyen otras voces mientras hablas"),
        ({"snr_db": 4.0, "pauses_filled": 0.9}, "otras_voces", "se oyen otras voces mientras hablas"),
        ({"snr_db": 4.0, "pauses_filled": 0.5}, "ruido", "hay demasiado ruido"),
        ({"clipped": 0.5}, "saturada", "tu voz llega saturada"),
    ],
)
def test_what_hides_the_rate_for_most_of_the_time_is_told(
    change: dict[str, float | None], hidden: str | None, why: str
) -> None:
    totals = VoiceTotals()
    for tick in range(100):
        totals.add(Syllable(tick / 10))
        totals.add(VoiceFeatures(tick / 10, {**CALM, **(change if tick >= 40 else {})}))
    totals.add(SpeechSpan(0.0, 10.0))
    result = voice_result(totals, Profile(), VoiceCourse(), ())
    assert (result.hidden, result.countable) == (hidden, hidden is None)
    assert why in spoken(result)


@pytest.mark.parametrize(
    ("change", "share", "told"),
    [
        ({}, 0.0, (200.0, 0.0)),
        ({"pitch_hz": 900.0}, 0.2, (200.0, 0.0)),  # of music, that sounds in a pause of the voice
        ({"pitch_hz": 150.0, "snr_db": 4.0}, 0.3, (200.0, 0.0)),
        ({"pitch_hz": 150.0, "others_share": 0.4}, 0.3, (200.0, 0.0)),
        ({"pitch_hz": 150.0}, 0.3, (200.0, 5.0)),
        ({"pitch_hz": 150.0, "snr_db": 4.0}, 0.7, (None, None)),
        ({"pitch_hz": 150.0, "others_share": 0.4}, 0.7, (None, None)),
    ],
)
def test_the_pitch_is_the_voices_own(
    change: dict[str, float | None], share: float, told: tuple[float | None, float | None]
) -> None:
    totals = VoiceTotals()
    for tick in range(100):
        values = {**CALM, "pitch_hz": 200.0, **(change if tick < 100 * share else {})}
        totals.add(VoiceFeatures(tick / 10, values))
    totals.add(SpeechSpan(0.0, 10.0))
    result = voice_result(totals, Profile(), VoiceCourse(), ())
    found = (result.pitch_median_hz, result.pitch_range_st)
    assert found == (None, None) if None in told else found == pytest.approx(told, abs=0.6)


def test_the_curve_of_the_pitch_breaks_off_where_it_may_be_anothers() -> None:
    course = VoiceCourse()
    changes: list[dict[str, float | None]] = [{}, {"snr_db": 4.0}, {"others_share": 0.4}, {"snr_db": None}]
    for t, change in enumerate(changes):
        course.add(VoiceFeatures(float(t), {**CALM, "pitch_st": 3.0, **change}))
    assert [point.pitch_st for point in course.curve] == [3.0, None, None, 3.0]


@pytest.mark.parametrize(("by_others", "hidden"), [(30, "otras_voces"), (10, "poca_voz")])
def test_of_a_short_recording_among_others_it_is_they_who_hide_the_rate(by_others: int, hidden: str) -> None:
    """Forty looks came before that was known, and the rest had a rate."""
    early, others = {"others_share": None}, {"others_share": 0.4}
    totals = VoiceTotals()
    for tick in range(70 + by_others // 2):
        change = early if tick < 40 else others if tick < 40 + by_others else {}
        rate = {"articulation_syl_s": None} if change else {}
        totals.add(VoiceFeatures(tick / 10, {**CALM, "snr_db": 16.0, **change, **rate}))
    totals.add(SpeechSpan(0.0, 10.0))
    assert totals.hidden == hidden


@pytest.mark.parametrize(("cut_from", "hidden"), [(40, "saturada"), (70, "ruido")])
def test_a_voice_that_is_cut_most_of_the_time_is_not_told_as_the_noise_in_the_rest(cut_from: int, hidden: str) -> None:
    noisy, cut = {"snr_db": 4.0, "pauses_filled": 0.5}, {"snr_db": None, "clipped": 0.9}
    totals = VoiceTotals()
    for tick in range(100):
        totals.add(Syllable(tick / 10))
        totals.add(VoiceFeatures(tick / 10, {**CALM, **(cut if tick >= cut_from else noisy)}))
    totals.add(SpeechSpan(0.0, 10.0))
    assert totals.hidden == hidden


def test_noise_is_told_from_where_the_voice_was_not_cut() -> None:
    totals = VoiceTotals()
    for tick in range(100):
        cut = {"snr_db": None, "noise_db": -12.0}
        totals.add(VoiceFeatures(tick / 10, {**CALM, **(cut if tick >= 40 else {"noise_db": -60.0})}))
    totals.add(SpeechSpan(0.0, 10.0))
    assert voice_result(totals, Profile(), VoiceCourse(), ()).noise_db == pytest.approx(-60.0, abs=0.1)
