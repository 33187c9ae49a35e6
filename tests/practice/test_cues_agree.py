"""What Coach says live and what the simulated client takes amiss never contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coach.advice.lines import Cause, Context
from coach.manual.catalog import Kind
from coach.manual.clients import load_clients
from coach.manual.crisis import CLIENT
from coach.manual.moments import load_moments
from coach.manual.rules import When
from coach.practice.answer import Condition
from coach.practice.loader import load_practices
from coach.practice.script import Node, PracticeScript
from tests.support.advised import BOOK, RULES, TONES

SCRIPTS = load_practices()
WON = {"escucha", "abre_poco"}
"""Nodes that are one line more because the client opens up."""


def steps_left(script: PracticeScript, id: str) -> int:
    """How many lines of the client are still to come when nothing else is noticed."""
    branches = script.nodes[id].branches
    return 1 + (steps_left(script, branches[-1].to) if branches else 0)


def punished(script: PracticeScript) -> Iterator[tuple[Node, Condition]]:
    """What leads the conversation on a longer way than an ordinary answer does."""
    for node in script.nodes.values():
        for branch in node.branches[:-1]:
            longer = steps_left(script, branch.to) > steps_left(script, node.branches[-1].to)
            if branch.when is not None and longer and branch.to not in WON:
                yield node, branch.when


def lines(about: str, when: When, kind: Kind, context: Context) -> tuple[str, ...]:
    """All that may be said of it there."""
    line = BOOK.line(Cause(about, when, kind, 1.0, 0.0), context)
    return () if line is None else line.texts


PUNISHED = [
    pytest.param(Context(node.moment, script.scene.client), id, id=f"{script.id}-{node.id}-{id}")
    for script in SCRIPTS.values()
    for node, when in punished(script)
    for id in (when.signal, when.finding)
    if id is not None
]


@pytest.mark.parametrize(("context", "id"), PUNISHED)
def test_what_a_client_takes_amiss_is_neither_asked_for_nor_praised(context: Context, id: str) -> None:
    assert lines(id, "ausente", "corrige", context) == ()
    if BOOK.rows[id].kind == "refuerza":
        assert lines(id, "presente", "refuerza", context) == ()


def test_smiles_and_hurry_are_among_what_is_taken_amiss() -> None:
    ids = [param.values[1] for param in PUNISHED]
    assert ids.count("sonrisa") >= 3 and ids.count("rapido") >= 3


@pytest.mark.parametrize("moment", load_moments())
def test_nothing_asks_for_a_smile_before_somebody_who_shouts(moment: str) -> None:
    context = Context(moment, "grosero")
    subjects = {rule.subject for rule in RULES.values()} - {("sonrisa_en_queja", "presente", "corrige")}
    said = [text for subject in subjects for text in lines(*subject, context)]
    assert len(said) > 50 and [text for text in said if "sonr" in text.lower()] == []


SLOWER, FASTER = ("ritmo", "pausa", "despacio", "paso"), ("agil", "ágil", "al grano", "sin rodeos", "más ritmo")
"""Words of a line that asks for a slower, or for a faster, delivery."""


@pytest.mark.parametrize("client", load_clients())
@pytest.mark.parametrize("moment", [None, *load_moments()])
def test_no_tone_asks_for_the_pace_that_this_client_is_not_to_be_told(moment: str | None, client: str) -> None:
    context = Context(moment, client)
    asked = [text for tone in TONES for text in lines(tone, "presente", "corrige", context)]
    assert len(asked) >= len(TONES)
    always = Context(None, client)
    unwanted = SLOWER * (not lines("rapido", "presente", "corrige", always))
    unwanted += FASTER * (not lines("lento", "presente", "corrige", always))
    assert [text for text in asked if any(word in text.lower() for word in unwanted)] == []


def test_whoever_is_in_a_hurry_is_answered_quickly_and_with_calm() -> None:
    for moment in ("objecion", "queja"):
        calm = lines("tranquilo", "presente", "corrige", Context(moment, "impaciente"))
        assert calm == ("Ve al grano, con calma", "Responde ágil y sereno")
        assert "Baja el ritmo" in lines("tranquilo", "presente", "corrige", Context(moment, None))


def test_a_crisis_is_before_somebody_out_of_control() -> None:
    assert {script.scene.client for script in SCRIPTS.values() if script.scene.crisis} == {CLIENT}
    assert CLIENT in load_clients()
