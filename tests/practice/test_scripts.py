"""Every packaged script: complete, told apart, and walked along every branch by the engine."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from coach.manual.clients import load_clients
from coach.manual.crisis import load_crisis
from coach.manual.moments import load_moments
from coach.practice.course import PracticeOver
from coach.practice.engine import Practice
from coach.practice.loader import load_practices
from coach.practice.script import Branch, Node, PracticeScript
from tests.practice.partner import QUIET, Partner

SCRIPTS = load_practices()
BRANCHES = [
    pytest.param(script, node, place, id=f"{script.id}-{node.id}-{place}")
    for script in SCRIPTS.values()
    for node in script.nodes.values()
    for place in range(len(node.branches))
]
STATES_OF_MIND = re.compile(r"\b(estás|te sientes|te ves|pareces) (nervios|enojad|trist|ansios|aburrid|insegur)", re.I)


def way_to(script: PracticeScript, wanted: Node) -> list[tuple[Node, Branch]]:
    """The fewest branches from the opening to `wanted`."""
    ways: dict[str, list[tuple[Node, Branch]]] = {script.opening.id: []}
    waiting = [script.opening]
    for node in waiting:
        for branch in node.branches:
            if branch.to not in ways:
                ways[branch.to] = [*ways[node.id], (node, branch)]
                waiting.append(script.nodes[branch.to])
    return ways[wanted.id]


def walk(script: PracticeScript, way: list[tuple[Node, Branch]]) -> Partner:
    """Answer along `way`, and from its end on in an ordinary manner until the farewell."""
    partner = Partner(Practice(script))
    partner.begin()
    for node, branch in way:
        assert partner.practice.node is node
        partner.answer(branch.when or QUIET)
        assert partner.practice.node.id == branch.to, (node.id, partner.answered[-1])
        assert partner.answered[-1].note == branch.note
    while not partner.practice.over:
        partner.answer()
    return partner


@pytest.mark.parametrize(("script", "node", "place"), BRANCHES)
def test_every_branch_is_taken_by_an_answer_like_that_and_leads_to_the_farewell(
    script: PracticeScript, node: Node, place: int
) -> None:
    partner = walk(script, [*way_to(script, node), (node, node.branches[place])])
    assert partner.told[-1] == PracticeOver(partner.told[-1].t, complete=True)
    assert partner.answered[-1].node.moment == "despedida"


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_one_may_begin_at_every_entry(script: PracticeScript) -> None:
    for entry in script.entries:
        partner = Partner(Practice(script, entry.id))
        partner.begin()
        assert partner.lines == [entry.line]
        while not partner.practice.over:
            partner.answer()
        assert partner.answered[-1].node.moment == "despedida"


def test_each_type_of_client_has_two_scripts_and_the_crisis_one() -> None:
    counts = Counter(script.scene.client for script in SCRIPTS.values() if not script.scene.crisis)
    assert counts.keys() == load_clients().keys() and min(counts.values()) >= 2
    assert sum(script.scene.crisis for script in SCRIPTS.values()) >= 1
    assert len({script.scene.place for script in SCRIPTS.values()}) >= 10


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_an_ordinary_conversation_takes_two_to_four_minutes(script: PracticeScript) -> None:
    """At 150 words a minute for the client, and twelve seconds an answer."""
    practice = Practice(script)
    seconds, node = 0.0, practice.node
    while True:
        seconds += len(node.line.split()) / 2.5 + 12.0
        if not node.branches:
            break
        node = script.nodes[node.branches[-1].to]
    assert 100.0 <= seconds <= 240.0, seconds
    assert 140.0 <= script.scene.duration_s <= 240.0


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_a_script_goes_through_the_service_and_names_no_state_of_mind(script: PracticeScript) -> None:
    moments = {node.moment for node in script.nodes.values()}
    assert moments <= load_moments().keys()
    assert {"saludo", "satisfaccion", "despedida"} <= moments and len(moments) >= 5
    lines = [node.line for node in script.nodes.values()]
    assert len(set(lines)) == len(lines)
    for text in (note for node in script.nodes.values() for branch in node.branches if (note := branch.note)):
        assert text.endswith(".") and not STATES_OF_MIND.search(text), text


@pytest.mark.parametrize("script", [one for one in SCRIPTS.values() if one.scene.crisis], ids=lambda one: one.id)
def test_a_crisis_goes_through_the_whole_protocol(script: PracticeScript) -> None:
    assert {node.step for node in script.nodes.values()} == {step.id for step in load_crisis()}
