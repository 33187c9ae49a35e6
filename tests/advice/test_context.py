"""The same signal means different advice, by the moment of the service and the client."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from coach.core.events import ConditionChanged, Cue, Event, State
from coach.manual.clients import load_clients
from tests.support.advised import RULES, absent, advise, at, heard, looks, present, scored, told, voice


def first(events: Iterable[Event], moment: str | None, client: str | None = None) -> str | None:
    """The line that is said first of what these events show there."""
    cues = advise([at(moment, client), *events], until_s=8.0)
    return cues[0].text if cues else None


def test_arms_crossed_are_another_matter_before_somebody_who_argues() -> None:
    arms = [present(1.0, "brazos_cruzados")]
    lines = [first(arms, None), first(arms, "queja"), first(arms, "sondeo", "dominante")]
    assert lines == ["Suelta los brazos", "Abre los brazos: escucha", "Suelta los brazos: escucha"]


def test_speed_before_the_hurried_and_the_slow() -> None:
    fast, slow = [heard(1.0, "rapido")], [heard(1.0, "lento")]
    assert first(fast, None, "impaciente") is None and first(slow, None, "lento") is None
    assert first(fast, None, "lento") == "Ve a su paso"
    assert first(slow, None, "impaciente") == "Ve al grano"
    assert first(fast, None) == "Habla más despacio" and first(slow, None) == "Agiliza el ritmo"


def test_the_client_goes_before_the_moment() -> None:
    assert first([heard(1.0, "rapido")], "queja", "lento") == "Ve a su paso"


MASKED = ConditionChanged(0.0, "cubrebocas", True)


@pytest.mark.parametrize(
    ("id", "bare", "masked"),
    [
        ("poco_claro", "Articula más", "Articula: llevas cubrebocas"),
        ("voz_baja", "Sube la voz", "Habla fuerte: llevas cubrebocas"),
    ],
)
def test_behind_a_mask_the_voice_has_more_to_do(id: str, bare: str, masked: str) -> None:
    soft = [heard(1.0, id)]
    unmasked = ConditionChanged(0.5, "cubrebocas", False)
    lines = [first(events, None) for events in (soft, [MASKED, *soft], [MASKED, unmasked, *soft])]
    assert lines == [bare, masked, bare]
    again = advise([MASKED, *soft, heard(62.0, id, State.ABSENT), heard(65.0, id)], until_s=70.0)
    told_apart = {cue.text for cue in again if cue.kind == "corrige"}
    assert len(told_apart) == 2 and all("ubrebocas" in line for line in told_apart), "it still counts the next time"


def test_the_client_and_the_moment_go_before_the_mask_and_both_together_before_either() -> None:
    unclear, soft = heard(1.0, "poco_claro"), heard(1.0, "voz_baja")
    assert first([unclear], None, "lento") == "Repite despacio"
    assert first([MASKED, unclear], None, "lento") == "Ve despacio: llevas cubrebocas"
    assert first([MASKED, soft], None, "reservado") == "Sube suavemente la voz"


def test_a_mask_outlasts_the_moment_and_is_no_new_context_itself() -> None:
    assert first([MASKED, at("sondeo", t=0.5), heard(1.0, "voz_baja")], None) == "Habla fuerte: llevas cubrebocas"
    on_off = [ConditionChanged(t, "cubrebocas", t % 20.0 == 0.0) for t in range(10, 200, 10)]
    cues = advise([at("queja"), absent(0.0, "asentir"), *on_off], until_s=200)
    assert [cue.t for cue in cues] == [20.0], "what is asked for once is asked for once"


@pytest.mark.parametrize(
    ("moment", "line"), [("saludo", "Sonríe al saludar"), ("despedida", "Despídete con una sonrisa")]
)
def test_a_missing_smile_is_asked_for_at_greeting_and_farewell_once(moment: str, line: str) -> None:
    cues = advise([at(moment), absent(0.0, "sonrisa")], until_s=400)
    assert [(cue.t, cue.text, cue.kind, cue.because) for cue in cues] == [(5.0, line, "corrige", ("sonrisa",))]


def test_a_missing_smile_matters_more_than_the_eyes() -> None:
    face = [at("saludo"), absent(0.0, "sonrisa"), present(1.0, "contacto_visual")]
    cues = advise(face, 40.0, ticks=[*looks(40.0), *voice(40.0, (10.0, 11.0), (31.0, 32.0))])
    assert told(cues) == [(10.3, "sonrisa"), (31.3, "contacto_visual")]


def test_a_smile_is_not_asked_for_elsewhere_nor_where_it_cannot_be_seen_nor_after_one() -> None:
    assert advise([at("sondeo"), absent(0.0, "sonrisa")], until_s=100) == []
    assert advise([at("saludo")], until_s=100) == []
    smiled = [at("saludo"), present(1.0, "sonrisa"), absent(3.0, "sonrisa")]
    assert [cue.kind for cue in advise(smiled, until_s=100)] == ["refuerza"]


def test_each_greeting_asks_anew() -> None:
    cues = advise([at("saludo"), absent(0.0, "sonrisa"), at("sondeo", t=30.0), at("saludo", t=80.0)], until_s=100)
    assert [cue.t for cue in cues] == [5.0, 85.0] and cues[0].text != cues[1].text


def test_saying_the_same_again_is_no_new_context() -> None:
    cues = advise([at("saludo"), absent(0.0, "sonrisa"), at("saludo", t=30.0)], until_s=100)
    assert [cue.t for cue in cues] == [5.0]


def test_a_smile_is_praised_at_the_greeting_and_not_during_a_complaint() -> None:
    smile = [present(1.0, "sonrisa")]
    assert first(smile, "saludo") == "Bien: saludas con sonrisa"
    assert first(smile, "queja") is None


def test_who_writes_down_what_is_told_looks_down() -> None:
    down = [present(1.0, "mirar_abajo")]
    assert first(down, "gestion") is None
    assert first(down, "queja") == "Escucha mirando de frente"


@pytest.mark.parametrize("client", load_clients())
def test_whoever_the_client_is_data_are_written_down(client: str) -> None:
    down = [present(1.0, "mirar_abajo")]
    assert first(down, "gestion", client) is None
    assert first(down, "queja", client) is not None


def test_a_complaint_is_not_hurried_but_before_the_hurried_and_then_with_calm() -> None:
    slow = [heard(1.0, "lento")]
    told = {client: first(slow, "queja", client) for client in load_clients()}
    assert {client: line for client, line in told.items() if line} == {"impaciente": "Ve al grano, con calma"}
    assert first(slow, "sondeo", "impaciente") == "Ve al grano" and first(slow, "sondeo", "hablador") is not None


def test_to_look_at_the_client_is_praised_once_where_the_manual_asks_for_it() -> None:
    cues = advise([at("saludo"), present(1.0, "contacto_visual"), at("queja", t=200.0)], until_s=400)
    assert told(cues) == [(1.0, "contacto_visual"), (200.0, "contacto_visual")]


def tones(near: float, moment: str | None, later: str | None = None) -> list[Cue]:
    """The cues of half a minute of a voice that comes so near to a calm tone."""
    changes: list[Event] = [at(moment)] if moment else []
    changes += [at(later, t=15.0)] if later else []
    return advise([*changes, *(scored(float(t), {"tranquilo": near}) for t in range(30))], until_s=29.0)


def test_the_tone_is_held_against_the_moments_own() -> None:
    assert told(tones(0.8, "queja")) == [(3.0, "tranquilo")] and tones(0.8, "queja")[0].kind == "refuerza"
    assert told(tones(0.1, "queja")) == [(10.5, "tranquilo")] and tones(0.1, "queja")[0].kind == "corrige"
    assert tones(0.45, "queja") == tones(0.1, None) == tones(0.9, None) == []
    assert told(tones(0.8, "saludo", later="objecion"))[1:] == [] and tones(0.8, "saludo")[0].because == ("calido",)


@pytest.mark.parametrize(("others", "lasting"), [({}, False), ({"seguro": 0.75}, True), ({"seguro": 0.95}, True)])
def test_a_tone_that_does_not_stand_out_is_not_praised(others: dict[str, float], lasting: bool) -> None:
    """Beside the bars it says that the tone does not last yet, that two are alike, or that another is nearer."""
    near = [scored(float(t), {"tranquilo": 0.8, **others}, lasting=lasting) for t in range(30)]
    assert advise([at("queja"), *near], until_s=29.0) == []


def test_a_tone_is_asked_for_once_in_a_moment() -> None:
    flat = [at("gestion"), at("queja", t=200.0), *(scored(float(t), {}) for t in range(400))]
    assert told(advise(flat, until_s=399.0)) == [(10.5, "seguro"), (210.5, "tranquilo")]


def test_another_moment_asks_for_another_tone() -> None:
    cues = tones(0.8, "sondeo", later="objecion")
    assert [(cue.because, cue.kind) for cue in cues] == [(("seguro",), "corrige")]
    assert told(tones(0.45, None, later="objecion")) == []


def test_a_tone_that_is_heard_no_more_is_let_go() -> None:
    scores = [at("queja"), *(scored(float(t), {"tranquilo": 0.1}) for t in range(9))]
    assert advise(scores, until_s=60.0) == []


def test_listening_is_asked_for_where_somebody_complains() -> None:
    cues = advise([at("queja"), absent(0.0, "asentir")], 60.0, ticks=[*looks(60.0), *voice(60.0, (0.0, 60.0))])
    assert [(cue.t, cue.text) for cue in cues] == [(20.0, "Asiente mientras escuchas")]


def test_every_line_of_a_rule_is_said_in_turn() -> None:
    lines = RULES["brazos_cruzados_dominante"].texts
    cues = advise([at("sondeo", "dominante"), present(0.0, "brazos_cruzados")], until_s=200)
    assert [cue.text for cue in cues] == [*lines, lines[0]]
