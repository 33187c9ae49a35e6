"""Nobody is interrupted: with a voice under way a line waits for a pause, and is dropped when its cause has gone."""

from __future__ import annotations

from dataclasses import replace

from coach.core.events import ConditionChanged, Features, VoiceFeatures
from coach.core.silence import COVERED_S, Silence
from tests.support.advised import absent, advise, heard, hidden, looks, present, told, voice


def test_a_line_waits_until_the_pause_begins() -> None:
    ticks = [*looks(30.0), *voice(30.0, (10.0, 11.0))]
    assert told(advise([present(1.0, "brazos_cruzados")], 30.0, ticks)) == [(10.3, "brazos_cruzados")]


def test_a_pause_too_short_is_none() -> None:
    ticks = [*looks(30.0), *voice(30.0, (10.0, 10.28), (20.0, 20.5))]
    assert told(advise([heard(1.0, "rapido")], 30.0, ticks)) == [(20.3, "rapido")]


def test_what_has_gone_by_the_pause_is_dropped() -> None:
    ticks = [*looks(30.0), *voice(30.0, (10.0, 11.0))]
    gone = [present(1.0, "brazos_cruzados"), absent(9.0, "brazos_cruzados")]
    dark = [ConditionChanged(2.0, "oscuro", True), ConditionChanged(9.5, "oscuro", False)]
    assert advise([*gone, *dark], 30.0, ticks) == []


def test_praise_may_come_just_after_what_it_is_about_if_it_could_still_be_seen() -> None:
    ticks = [*looks(30.0), *voice(30.0, (10.0, 11.0))]
    nod = present(8.0, "asentir")
    assert told(advise([nod, absent(9.6, "asentir")], 30.0, ticks)) == [(10.3, "asentir")]
    assert advise([nod, absent(9.2, "asentir")], 30.0, ticks) == []
    assert advise([nod, hidden(9.6, "asentir")], 30.0, ticks) == []
    assert advise([nod, hidden(9.0, "asentir"), absent(9.9, "asentir")], 30.0, ticks) == []


def test_whoever_has_not_spoken_yet_can_be_told() -> None:
    quiet = [VoiceFeatures(tick / 10, {"pause_s": None, "speech": 0.02}) for tick in range(50)]
    assert told(advise([present(1.0, "brazos_cruzados")], 5.0, [*looks(5.0), *quiet])) == [(1.5, "brazos_cruzados")]


def speaking(snr_db: float | None, until_s: float, *pauses: tuple[float, float]) -> list[VoiceFeatures]:
    """Somebody who speaks all the time but for these pauses, so far above the noise."""
    return [replace(event, values={**event.values, "snr_db": snr_db}) for event in voice(until_s, *pauses)]


ARMS = present(1.0, "brazos_cruzados")


def test_in_noise_a_pause_is_waited_for_as_long_as_pauses_can_be_told() -> None:
    pauses = [(5.95, 6.5), (12.95, 13.5), (19.95, 20.5), (26.95, 27.5)]
    for snr_db in (None, 25.0, 10.0, 6.0):
        ticks = [*looks(30.0), *speaking(snr_db, 30.0, *pauses)]
        assert told(advise([ARMS], 30.0, ticks)) == [(6.3, "brazos_cruzados")]
        assert told(advise([present(14.0, "brazos_cruzados")], 30.0, ticks)) == [(20.3, "brazos_cruzados")]


def test_in_noise_that_covers_every_pause_nothing_is_waited_for_longer_than_it_takes_to_find_that_out() -> None:
    events = [ARMS, heard(1.0, "ruido")]
    noisy = told(advise(events, 40.0, [*looks(40.0), *speaking(6.0, 40.0)]))
    assert noisy == [(COVERED_S, "ruido"), (COVERED_S + 30.0, "brazos_cruzados")]
    late = told(advise([present(20.0, "brazos_cruzados")], 40.0, [*looks(40.0), *speaking(6.0, 40.0, (2.0, 3.0))]))
    assert late == [(20.5, "brazos_cruzados")]
    for snr_db in (None, 25.0):
        assert told(advise([ARMS], 30.0, [*looks(30.0), *speaking(snr_db, 30.0)])) == []


def test_a_voice_that_is_cut_is_waited_for_no_longer_in_noise() -> None:
    cut = {"snr_db": None, "speech_level_db": -9.0}
    for noise_db, said in ((-15.0, [(COVERED_S, "brazos_cruzados")]), (-34.0, [])):
        spoken = [replace(one, values={**one.values, **cut, "noise_db": noise_db}) for one in voice(30.0)]
        assert told(advise([ARMS], 30.0, [*looks(30.0), *spoken])) == said


def test_gaps_too_short_to_speak_in_hold_nothing_back_for_ever() -> None:
    gaps = [(float(start), start + 0.28) for start in range(1, 40)]
    assert told(advise([ARMS], 40.0, [*looks(40.0), *speaking(10.0, 40.0, *gaps)])) == [(COVERED_S, "brazos_cruzados")]


def test_a_voice_that_comes_back_is_listened_to_anew() -> None:
    ticks = [event for event in speaking(10.0, 40.0, (23.0, 24.0)) if not 5.0 < event.t < 18.0]
    assert told(advise([present(19.0, "brazos_cruzados")], 40.0, [*looks(40.0), *ticks])) == [(23.3, "brazos_cruzados")]


def test_where_nobody_listens_any_more_nothing_is_waited_for() -> None:
    ticks = [*looks(30.0), *voice(10.0)]
    assert told(advise([present(1.0, "brazos_cruzados")], 30.0, ticks)) == [(12.1, "brazos_cruzados")]


def test_the_length_of_a_silence() -> None:
    silence = Silence()
    assert silence.seconds(0.0) is None
    course = [(0.0, None, 0.1), (1.0, None, 0.1), (1.1, None, 0.8), (2.0, 0.4, 0.1), (2.1, None, 0.4)]
    lengths = []
    for t, pause_s, speech in course:
        silence.push(VoiceFeatures(t, {"pause_s": pause_s, "speech": speech}))
        lengths.append(silence.seconds(t))
    assert lengths == [0.0, 1.0, 0.0, 0.4, 0.0]
    assert silence.seconds(4.0) == 0.0 and silence.seconds(4.2) is None


def test_a_picture_alone_is_always_a_pause() -> None:
    assert told(advise([present(1.0, "brazos_cruzados")], 5.0, [Features(1.5, {})])) == [(1.5, "brazos_cruzados")]
