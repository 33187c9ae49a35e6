"""Voice and face together: told when both say so, not observable while either is missing."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from coach.core.events import CongruenceChanged, CongruenceSegment, Event, State
from coach.detectors.congruence import CongruenceBank
from coach.manual.catalog import load_catalog
from coach.manual.congruences import load_congruences
from tests.support.advised import absent, at, hidden, in_order, looks, present, scored, voice

ROWS = load_congruences()


def judged(events: Iterable[Event], *ticks: Iterable[Event]) -> list[Event]:
    """All that is told of these events among ticks (a silent picture of 30 s, where none are given)."""
    bank = CongruenceBank(ROWS)
    stream = in_order(events, *(ticks or (looks(30.0),)))
    return [*(told for event in stream for told in bank.push(event)), *bank.flush()]


def changes(told: Iterable[Event], id: str) -> list[tuple[float, State]]:
    return [(round(one.t, 1), one.state) for one in told if isinstance(one, CongruenceChanged) and one.id == id]


def held(told: Iterable[Event]) -> dict[str, tuple[float, float]]:
    return {one.id: (round(one.start_s, 1), round(one.end_s, 1)) for one in told if isinstance(one, CongruenceSegment)}


def toned(until_s: int, **scores: float) -> list[Event]:
    return [scored(float(t), scores) for t in range(until_s + 1)]


@pytest.mark.parametrize(
    ("moment", "tone", "signal", "shown", "id"),
    [
        ("saludo", "calido", "sonrisa", False, "calidez_sin_sonrisa"),
        ("despedida", "calido", "sonrisa", True, "calidez_con_sonrisa"),
        ("gestion", "tranquilo", "golpetear_dedos", True, "calma_con_golpeteo"),
        (None, "tranquilo", "fruncir_ceno", True, "calma_con_ceno"),
        ("sondeo", "seguro", "mirar_abajo", True, "firmeza_con_mirada_baja"),
        (None, "sugestivo", "brazos_cruzados", True, "invitacion_con_brazos_cruzados"),
    ],
)
def test_a_tone_and_a_face(moment: str | None, tone: str, signal: str, shown: bool, id: str) -> None:
    face = present(0.0, signal) if shown else absent(0.0, signal)
    assert set(held(judged([at(moment), face, *toned(30, **{tone: 0.8})]))) == {id}
    assert held(judged([at(moment), face, *toned(30, **{tone: 0.4})])) == {}
    for event in (hidden(0.0, signal), absent(0.0, signal) if shown else present(0.0, signal)):
        assert id not in held(judged([at(moment), event, *toned(30, **{tone: 0.8})]))
    told = judged([at(moment), face, *(scored(float(t), None) for t in range(31))])
    assert told == [], "not observable from the beginning"


def test_a_warm_voice_without_a_smile_is_told_in_time_and_until_the_smile_comes() -> None:
    face = [absent(0.0, "sonrisa"), present(12.0, "sonrisa")]
    told = judged([at("saludo"), *face, *toned(30, calido=0.8)])
    states = changes(told, "calidez_sin_sonrisa")
    assert states == [(0.0, State.ABSENT), (2.0, State.PRESENT), (13.0, State.ABSENT)]
    assert held(told)["calidez_sin_sonrisa"] == (0.0, 11.9)
    assert held(told)["calidez_con_sonrisa"] == (12.0, 30.0)


def test_only_the_moments_that_ask_for_it_are_judged() -> None:
    told = judged([at("sondeo"), absent(0.0, "sonrisa"), *toned(30, calido=0.8), at("saludo", t=20.0)])
    assert changes(told, "calidez_sin_sonrisa")[:2] == [(20.0, State.ABSENT), (22.0, State.PRESENT)]
    assert held(judged([absent(0.0, "sonrisa"), *toned(30, calido=0.8)])) == {}


def test_a_smile_during_a_complaint_needs_no_voice() -> None:
    told = judged([at("queja"), absent(0.0, "sonrisa"), present(5.0, "sonrisa"), absent(9.0, "sonrisa")])
    assert changes(told, "sonrisa_en_queja") == [
        (0.0, State.ABSENT),
        (6.0, State.PRESENT),
        (9.5, State.ABSENT),
    ]
    assert held(judged([at("saludo"), present(5.0, "sonrisa")])) == {}


def test_to_nod_while_the_other_one_speaks_is_to_listen() -> None:
    nods = [absent(0.0, "asentir"), present(5.0, "asentir"), absent(7.0, "asentir"), present(15.0, "asentir")]
    told = judged([*nods, absent(17.0, "asentir")], looks(30.0), voice(30.0, (12.0, 20.0)))
    assert held(told) == {"escucha_activa": (15.0, 16.9)}
    assert held(judged(nods)) == {}  # nobody can hear who speaks


def test_what_nobody_looks_at_any_more_is_not_observable() -> None:
    told = judged([at("queja"), present(1.0, "sonrisa")], looks(4.0), voice(30.0))
    states = changes(told, "sonrisa_en_queja")
    assert states[1] == (2.0, State.PRESENT) and states[-1][1] is State.NOT_OBSERVABLE
    assert 5.0 <= held(told)["sonrisa_en_queja"][1] <= 7.0


def test_what_holds_at_the_end_is_closed() -> None:
    told = judged([at("queja"), present(1.0, "sonrisa")], looks(8.0))
    assert held(told) == {"sonrisa_en_queja": (1.0, 8.0)}
    (segment,) = [one for one in told if isinstance(one, CongruenceSegment)]
    assert 0.0 < segment.confidence <= ROWS["sonrisa_en_queja"].detector.confidence


def test_every_way_of_a_congruence_rests_on_something_seen() -> None:
    for row in ROWS.values():
        ways = {one.way for one in row.detector.conditions}
        assert ways == {one.way for one in row.detector.conditions if one.feature in load_catalog()}, row.id


def test_what_is_heard_before_anything_is_seen_changes_nothing_later() -> None:
    seen = [present(31.0, "fruncir_ceno"), *(scored(float(t), {"tranquilo": 0.8}) for t in range(31, 60))]
    heard = [scored(float(t), {"tranquilo": 0.8}) for t in range(31)]
    late = looks(60.0, start_s=31.0)
    assert judged([*heard, *seen], voice(60.0), late) == judged(seen, voice(60.0), late) != []
