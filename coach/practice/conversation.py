"""Whether the nodes of a script make a conversation: all of it can be reached, and it always comes to its farewell."""

from __future__ import annotations

from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Final

from coach.manual.tables import CatalogError, Fault, choice
from coach.practice.script import Node, PracticeScript

FAREWELL: Final = "despedida"
CLOSING: Final = ("satisfaccion", FAREWELL)
"""Moments in which a conversation may be wound up."""


def require_conversation(file: str, script: PracticeScript, steps: Sequence[str]) -> None:
    """Raise `CatalogError` for a script that does not hold together; `steps`: the crisis protocol, in its order."""
    for node in script.nodes.values():
        _require_branches(file, script, node)
    _require_closing(file, script)
    order = _order(file, script)
    _require_reached(file, script, order)
    _require_entries(file, script)
    _require_steps(file, script, order, steps)


def _require_branches(file: str, script: PracticeScript, node: Node) -> None:
    if not node.branches:
        if node.moment != FAREWELL:
            raise CatalogError(file, f"aquí se acaba la conversación sin «{FAREWELL}»; agrega branches", node.id)
        return
    for place, branch in enumerate(node.branches):
        key, last = f"branches[{place}]", place == len(node.branches) - 1
        try:
            choice(script.nodes)(branch.to)
        except Fault as fault:
            raise CatalogError(file, fault.reason, node.id, f"{key}.to") from None
        if last and branch.when is not None:
            raise CatalogError(file, "la última rama es para cualquier respuesta; quítale «when»", node.id, key)
        if not last and branch.when is None:
            raise CatalogError(file, "las ramas que siguen no se alcanzan; ponla al final", node.id, key)
        if branch.when is not None and branch.note is None:
            raise CatalogError(file, "falta esta clave; di qué notó el cliente", node.id, f"{key}.note")


def _require_closing(file: str, script: PracticeScript) -> None:
    try:
        choice(script.nodes)(script.scene.closing)
    except Fault as fault:
        raise CatalogError(file, fault.reason, "guion", "closing") from None
    if script.nodes[script.scene.closing].moment not in CLOSING:
        raise CatalogError(file, f"debe ser un nodo de {' o de '.join(CLOSING)}", "guion", "closing")


def _order(file: str, script: PracticeScript) -> list[str]:
    """The nodes, each before those it leads to; as none leads back, every conversation ends."""
    sorter: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(script.nodes, ()))
    for node in script.nodes.values():
        for branch in node.branches:
            sorter.add(branch.to, node.id)
    try:
        return list(sorter.static_order())
    except CycleError as error:
        circle = " → ".join(error.args[1])
        raise CatalogError(file, f"la conversación da vueltas ({circle}); quita una rama", error.args[1][0]) from None


def _require_reached(file: str, script: PracticeScript, order: Sequence[str]) -> None:
    reached = {script.opening.id}
    for id in order:
        if id in reached:
            reached.update(branch.to for branch in script.nodes[id].branches)
    for id in script.nodes:
        if id not in reached:
            raise CatalogError(file, "ninguna rama llega aquí; agrega una o borra el nodo", id)


def _require_entries(file: str, script: PracticeScript) -> None:
    seen: dict[str, str] = {script.opening.moment: script.opening.id}
    for node in script.entries:
        first = seen.setdefault(node.moment, node.id)
        if first != node.id or node is script.opening:
            reason = f"en «{node.moment}» ya se empieza por el nodo «{seen[node.moment]}»; quita una de las dos"
            raise CatalogError(file, reason, node.id, "entry")


def _require_steps(file: str, script: PracticeScript, order: Sequence[str], steps: Sequence[str]) -> None:
    """In a crisis every node has its step, none goes back, and the protocol is gone through to its end."""
    if not script.scene.crisis:
        for node in script.nodes.values():
            if node.step is not None:
                raise CatalogError(file, "solo va donde crisis = true; quítala", node.id, "step")
        return
    place = {id: number for number, id in enumerate(steps)}
    for id in order:
        node = script.nodes[id]
        if node.step is None:
            raise CatalogError(file, "falta esta clave; escribe el paso del protocolo de crisis", id, "step")
        for branch in node.branches:
            after = script.nodes[branch.to].step
            if after is not None and place[after] < place[node.step]:
                raise CatalogError(file, f"el paso «{after}» va antes que «{node.step}»", branch.to, "step")
        if not node.branches and node.step != steps[-1]:
            raise CatalogError(file, f"la crisis termina con el paso «{steps[-1]}»", id, "step")
