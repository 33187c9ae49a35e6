"""Which goal is proposed: the most harmful, most frequent and best supported, never for what could not be seen."""

from __future__ import annotations

from dataclasses import replace

from coach.core.events import CongruenceSegment, FindingSegment, SignalSegment
from coach.report.goals import propose
from coach.report.result import Span
from tests.report.sessions import crossed, session, smiling, voice, windows

STARE = SignalSegment("contacto_visual", 1.0, 118.0, 0.9)
NODS = (SignalSegment("asentir", 20.0, 22.0, 0.9), SignalSegment("asentir", 70.0, 72.0, 0.9))
GOOD = (smiling(), STARE, *NODS)


def test_what_happens_more_comes_first() -> None:
    rare, often = SignalSegment("brazos_cruzados", 40.0, 42.0, 0.9), crossed(60.0)
    fast = FindingSegment("rapido", 40.0, 60.0, 0.8)
    assert propose(session(*GOOD, rare, heard=voice(fast)))[0].id == "rapido"
    assert (
        propose(session(*GOOD, often, heard=voice(FindingSegment("rapido", 40.0, 41.0, 0.6))))[0].id
        == "brazos_cruzados"
    )


def test_what_is_surer_comes_first() -> None:
    unsure = replace(crossed(20.0), confidence=0.2)
    sure = SignalSegment("hombros_encorvados", 40.0, 60.0, 0.9)
    assert propose(session(*GOOD, unsure, sure))[0].id == "hombros_encorvados"


def test_a_smile_that_is_missing_at_the_greeting_becomes_a_goal_only_if_the_mouth_was_seen() -> None:
    seen = propose(session(STARE, *NODS))
    assert ("sonrisa", "missing", "saludo") in [(goal.id, goal.reason, goal.moment) for goal in seen]
    masked = propose(session(STARE, *NODS, blind=(Span("sonrisa", 0.0, 120.0),)))
    assert "sonrisa" not in [goal.id for goal in masked]


def test_the_tone_that_a_moment_asks_for_becomes_a_goal_where_it_was_far() -> None:
    far = [goal for goal in propose(session(*GOOD, heard=voice())) if goal.reason == "tone_far"]
    assert [(goal.id, goal.moment) for goal in far] == [("tranquilo", "queja")]
    near = replace(voice(), tones=windows(tranquilo=0.8))
    assert not [goal for goal in propose(session(*GOOD, heard=near)) if goal.reason == "tone_far"]


def test_voice_and_face_apart_become_a_goal() -> None:
    apart = CongruenceSegment("sonrisa_en_queja", 40.0, 70.0, 0.8)
    goals = propose(session(*GOOD, congruences=(apart,)))
    assert goals[0].id == "sonrisa_en_queja"
    assert goals[0].drill.seconds <= 90


def test_there_are_others_to_choose_from_and_none_twice() -> None:
    segments = [
        SignalSegment(id, 40.0, 60.0, 0.8) for id in ("brazos_cruzados", "fruncir_ceno", "tocar_nariz", "mirar_abajo")
    ]
    goals = propose(session(*segments, heard=voice(FindingSegment("rapido", 40.0, 60.0, 0.8))))
    assert len(goals) == 4
    assert len({goal.id for goal in goals}) == 4
    assert [goal.weight for goal in goals] == sorted((goal.weight for goal in goals), reverse=True)


def test_without_anything_to_mend_the_goal_is_to_keep_what_is_good() -> None:
    (goal,) = propose(session(*GOOD, stretches=()))
    assert (goal.id, goal.reason) == ("contacto_visual", "kept")


def test_without_anything_judged_there_is_no_goal() -> None:
    result = session()
    assert propose(replace(result, observable=dict.fromkeys(result.observable, 0.0), stretches=())) == ()
