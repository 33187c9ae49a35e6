"""Advice is sparse, alternates praise and correction, and can always be traced to what was seen."""

from __future__ import annotations

from collections.abc import Callable

from coach.advice.causes import MENDED_HELD_S
from coach.core.events import (
    AdviceSettings,
    ConditionChanged,
    Cue,
    Event,
    Features,
    FindingChanged,
    Sensitivity,
    State,
    VoiceFeatures,
)
from tests.support.advised import CATALOG, FINDINGS, absent, advise, heard, hidden, looks, policy, present, told, voice
from tests.support.spoken import CALM


def settings(
    t: float = 0.0,
    sensitivity: Sensitivity = "normal",
    muted: frozenset[str] = frozenset(),
    until_s: float | None = None,
) -> AdviceSettings:
    return AdviceSettings(t, sensitivity, muted, until_s)


def test_nothing_seen_nothing_said() -> None:
    assert advise([], until_s=300) == []


def test_a_correction_waits_until_the_signal_has_lasted() -> None:
    cues = advise([present(5.0, "brazos_cruzados")], until_s=20)
    assert cues == [Cue(5.5, "Suelta los brazos", ("brazos_cruzados",), "corrige")]


def test_a_brief_deviation_is_let_pass() -> None:
    assert advise([present(5.0, "frotar_manos"), absent(5.4, "frotar_manos")], until_s=20) == []


def test_what_can_no_longer_be_seen_is_not_advised_on() -> None:
    assert advise([present(5.0, "brazos_cruzados"), hidden(5.3, "brazos_cruzados")], until_s=20) == []


def test_what_nobody_looks_at_any_more_is_not_advised_on() -> None:
    gone = [present(4.8, "brazos_cruzados"), ConditionChanged(5.1, "camara_desconectada", True)]
    cues = advise([*gone, heard(28.0, "rapido")], 60, ticks=[*looks(5.0), *looks(60.0, start_s=58.0)])
    assert told(cues) == [(5.1, "camara_desconectada"), (58.0, "brazos_cruzados")]


def test_praise_comes_at_once() -> None:
    cues = advise([present(5.0, "asentir")], until_s=20)
    assert cues == [Cue(5.0, CATALOG["asentir"].advice, ("asentir",), "refuerza")]


def test_what_is_told_again_has_not_just_ended() -> None:
    gone = [present(1.0, "asentir"), absent(2.0, "asentir"), absent(30.0, "asentir")]
    cues = advise([present(0.0, "brazos_cruzados"), *gone], until_s=40, ticks=looks(40.0, start_s=0.6))
    assert told(cues) == [(0.6, "brazos_cruzados")]


def test_to_look_at_the_camera_is_no_feat() -> None:
    assert advise([present(1.0, "contacto_visual", metric=3.0)], until_s=600) == []


def test_the_same_is_told_once_a_minute_and_never_in_the_same_words() -> None:
    cues = advise([present(0.0, "brazos_cruzados")], until_s=125)
    assert told(cues) == [(0.5, "brazos_cruzados"), (60.5, "brazos_cruzados"), (120.5, "brazos_cruzados")]
    assert len({cue.text for cue in cues}) == 3


def test_the_most_harmful_correction_goes_first() -> None:
    cues = advise([present(0.0, "tocar_nariz"), present(0.0, "hombros_encorvados")], until_s=35)
    assert told(cues) == [(0.5, "hombros_encorvados"), (30.5, "tocar_nariz")]


def test_of_equal_harm_the_surer_goes_first() -> None:
    signals = [present(0.0, "apretar_nariz", metric=1.2), present(0.0, "frotar_manos", metric=4.0)]
    assert told(advise(signals, until_s=10)) == [(0.5, "frotar_manos")]


def test_what_was_said_long_ago_goes_before_what_was_just_said() -> None:
    signals = [present(0.0, "brazos_cruzados"), present(59.0, "hombros_encorvados"), present(59.0, "frotar_manos")]
    assert told(advise(signals, until_s=95)) == [
        (0.5, "brazos_cruzados"),
        (59.5, "hombros_encorvados"),
        (89.5, "frotar_manos"),
    ]


def test_praise_and_correction_alternate() -> None:
    signals = ["brazos_cruzados", "fruncir_ceno", "sonrisa", "inclinar_cabeza"]
    cues = advise([present(0.0, id) for id in signals], until_s=70)
    assert [cue.kind for cue in cues] == ["refuerza", "corrige", "refuerza", "corrige"]
    assert {cue.because[0] for cue in cues} == set(signals)


def test_praise_is_as_frequent_as_correction() -> None:
    cues = advise([present(0.0, id) for id in CATALOG], until_s=600)
    praised = sum(cue.kind == "refuerza" for cue in cues)
    assert len(cues) >= 25 and abs(2 * praised - len(cues)) <= 1


def test_praise_alone_comes_once_a_minute() -> None:
    cues = advise([present(0.0, "inclinar_cabeza"), present(0.0, "sonrisa")], until_s=125)
    assert [cue.t for cue in cues] == [0.0, 60.0, 120.0]


def test_corrections_alone_keep_half_a_minute() -> None:
    cues = advise([present(0.0, "brazos_cruzados"), present(0.0, "fruncir_ceno")], until_s=59)
    assert [cue.t for cue in cues] == [0.5, 30.5]


def test_what_is_mended_is_praised() -> None:
    cues = advise([present(0.0, "brazos_cruzados"), absent(6.0, "brazos_cruzados")], until_s=120)
    assert [(cue.t, cue.kind, cue.text) for cue in cues] == [
        (0.5, "corrige", "Suelta los brazos"),
        (20.5, "refuerza", "Bien: brazos sueltos"),
    ]


def test_what_goes_out_of_view_or_comes_back_was_not_mended() -> None:
    begun = present(0.0, "brazos_cruzados")
    assert len(advise([begun, hidden(6.0, "brazos_cruzados")], until_s=120)) == 1
    again = [absent(6.0, "brazos_cruzados"), present(19.0, "brazos_cruzados"), absent(45.0, "brazos_cruzados")]
    assert len(advise([begun, *again], until_s=120)) == 1


def test_the_end_of_the_picture_mends_nothing() -> None:
    ended = [present(0.0, "brazos_cruzados"), absent(25.0, "brazos_cruzados")]
    cues = advise(ended, 60.0, ticks=[*looks(25.0), *voice(60.0, (0.0, 60.0))])
    assert [cue.kind for cue in cues] == ["corrige"]


def test_a_pace_is_praised_only_once_its_opposite_is_not_on_its_way() -> None:
    """Whoever slows down too far was told «buen ritmo» seconds before the slow pace that had begun by then."""
    gone = [heard(5.0, "rapido"), heard(15.0, "rapido", State.ABSENT)]
    paces: dict[str, Callable[[float], float]] = {
        "settles": lambda t: 4.8,
        "dips": lambda t: 3.9 if t < 28.0 else 4.8,
        "slow": lambda t: max(3.0, 4.8 - 0.1 * max(0.0, t - 8.0)),
    }
    praised = {
        name: [one.t for one in advise(gone, 60.0, paced(60.0, at)) if one.kind == "refuerza"]
        for name, at in paces.items()
    }
    assert praised == {"settles": [25.5], "dips": [28.0], "slow": []}
    confirmed = [*gone, heard(20.0, "lento")]
    assert [one.text for one in advise(confirmed, 60.0, paced(60.0, paces["settles"])) if one.kind == "refuerza"] == []


def test_what_is_heard_over_seconds_is_praised_only_once_those_are_over() -> None:
    """A pace that fell and went on falling was praised, and told to be slow from before the praise."""
    gone = [heard(5.0, "rapido"), heard(24.0, "rapido", State.ABSENT)]
    praised = [one.t for one in advise(gone, 60.0, paced(60.0, lambda t: 4.8)) if one.kind == "refuerza"]
    assert praised == [24.0 + MENDED_HELD_S + FINDINGS["rapido"].detector.lag_s]


def paced(until_s: float, rate: Callable[[float], float]) -> list[Event]:
    """The ticks of a voice that pauses all the time and speaks so many syllables a second."""
    values = {**CALM, "turn_s": 10.0, "pause_s": 0.5, "speech": 0.02}
    ticks = [tick / 10 for tick in range(round(until_s * 10) + 1)]
    return [VoiceFeatures(t, {**values, "rate_syl_s": rate(t), "rate_flow_syl_s": rate(t)}) for t in ticks]


def test_what_was_never_corrected_is_not_praised_for_being_gone() -> None:
    assert advise([present(0.0, "brazos_cruzados"), absent(0.4, "brazos_cruzados")], until_s=60) == []


def test_a_condition_is_told_at_once_and_counts_as_what_is_said() -> None:
    cues = advise([ConditionChanged(4.4, "oscuro", True), present(4.0, "brazos_cruzados")], until_s=30)
    assert cues[0] == Cue(4.4, "Enciende una luz", ("oscuro",), "corrige")
    assert told(cues) == [(4.4, "oscuro"), (24.4, "brazos_cruzados")]


def test_a_condition_needs_no_picture_to_be_told() -> None:
    assert told(policy().push(ConditionChanged(1.0, "camara_desconectada", True))) == [(1.0, "camara_desconectada")]


def test_who_is_too_far_for_some_signals_alone_is_shown_why_and_not_told_to_move() -> None:
    assert advise([ConditionChanged(3.0, "algo_lejos", True)], until_s=60) == []


def test_a_condition_is_told_once_though_it_lasts_and_not_when_it_is_over() -> None:
    lasting, over = ConditionChanged(25.0, "oscuro", True), ConditionChanged(22.0, "nadie", True)
    first = present(20.0, "sonrisa")
    cues = advise([first, over, ConditionChanged(24.0, "nadie", False), lasting], until_s=300)
    assert told(cues)[:2] == [(20.0, "sonrisa"), (40.0, "oscuro")]
    assert sum(cue.because == ("oscuro",) for cue in cues) == 1


def test_a_flickering_condition_is_told_once_a_minute_at_most() -> None:
    flicker = [ConditionChanged(float(second), "nadie", second % 2 == 0) for second in range(62)]
    assert told(advise(flicker, until_s=0.0)) == [(0.0, "nadie"), (60.0, "nadie")]


def test_each_sensitivity_has_its_pace() -> None:
    signals = [present(0.0, id) for id in CATALOG]
    counts = [
        len(advise([settings(sensitivity=sensitivity), *signals], until_s=119))
        for sensitivity in ("discreto", "normal", "intenso")
    ]
    assert counts[0] <= 4 and counts[1] == 6 and counts[2] >= 10


def test_the_discreet_one_passes_over_what_matters_little() -> None:
    nose = present(0.0, "tocar_nariz")
    assert told(advise([nose], until_s=5)) == [(0.5, "tocar_nariz")]
    assert advise([settings(sensitivity="discreto"), nose], until_s=300) == []


def test_what_is_muted_is_never_told() -> None:
    signals = [present(0.0, "brazos_cruzados"), heard(0.0, "rapido"), ConditionChanged(0.0, "oscuro", True)]
    quiet = settings(muted=frozenset({"brazos_cruzados", "rapido", "oscuro"}))
    assert len(advise(signals, until_s=90)) >= 3
    assert advise([quiet, *signals], until_s=90) == []
    assert len(advise([quiet, *signals, settings(50.0)], until_s=55)) == 1


def test_while_it_is_snoozed_nothing_is_said() -> None:
    signals = [present(1.0, "brazos_cruzados"), ConditionChanged(2.0, "oscuro", True)]
    assert told(advise([settings(until_s=30.0), *signals], until_s=40)) == [(30.0, "brazos_cruzados")]
    assert told(advise([settings(until_s=30.0), settings(10.0), *signals], until_s=20)) == [(10.0, "oscuro")]


def test_a_finding_that_nobody_can_hear_any_more_is_let_go() -> None:
    gone = FindingChanged(0.3, "rapido", State.NOT_OBSERVABLE, None)
    assert advise([heard(0.0, "rapido"), gone], until_s=20) == []


def test_the_pace_is_that_of_the_table() -> None:
    adviser = policy()
    adviser.push(settings(sensitivity="intenso"))
    adviser.push(present(0.0, "brazos_cruzados"))
    adviser.push(present(0.0, "fruncir_ceno"))
    assert [cue.t for second in range(20) for cue in adviser.push(Features(float(second), {}))] == [1.0, 16.0]
