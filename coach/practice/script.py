"""A practice script ("guion de práctica"): what a simulated client says, and how it takes the agent's delivery.

Not to be confused with the guiones of the tests, which are scripted measurements of gestures. Branches go by what can
be observed of an answer, never by its words: there is no speech recognition.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coach.practice.answer import Answer, Condition


@dataclass(frozen=True, slots=True)
class Branch:
    """Leads to the node `to` when the answer meets `when` (None: any answer).

    `note`: what the client took from it, a sentence to the agent that is shown when the practice is over.
    """

    to: str
    when: Condition | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the client, in a moment of the service, and where the answer may lead.

    `hint` tells in a few words what the manual advises here; `gesture`, what the client does meanwhile. `entry`: one
    may begin here, and this is what has happened before. `step`: the step of the crisis protocol that it is time for.
    Without `branches` the conversation ends with the answer.
    """

    id: str
    moment: str
    line: str
    hint: str
    branches: tuple[Branch, ...] = ()
    gesture: str | None = None
    entry: str | None = None
    step: str | None = None

    def next_for(self, answer: Answer) -> Branch | None:
        """The first branch that the answer meets; None at the end of the conversation."""
        return next((one for one in self.branches if one.when is None or one.when.met(answer)), None)


@dataclass(frozen=True, slots=True)
class Scene:
    """What holds for a whole script: who comes (`client`, an id of `clientes.toml`), where, and what the agent knows.

    `duration_s`: about how long it takes; once they are over the client comes to the node `closing`. `nudge`: what
    the client says to a long silence. `crisis`: the client is out of control, and the crisis protocol is practised.
    `pace`: how fast the client speaks, 1 as most people do.
    """

    client: str
    title: str
    place: str
    situation: str
    duration_s: float
    nudge: str
    closing: str
    crisis: bool = False
    pace: float = 1.0


@dataclass(frozen=True, slots=True)
class PracticeScript:
    """A scene and its nodes by id, in the order of the file; the first one opens the conversation."""

    id: str
    scene: Scene
    nodes: Mapping[str, Node]

    @property
    def opening(self) -> Node:
        """Where a practice from the beginning begins."""
        return next(iter(self.nodes.values()))

    @property
    def entries(self) -> tuple[Node, ...]:
        """Where else one may begin, at most one node a moment."""
        return tuple(node for node in self.nodes.values() if node.entry is not None)
