"""Reads the practice scripts, `manual/practicas/*.toml`: strictly, and whole conversations at a time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

from coach.manual.catalog import load_catalog
from coach.manual.clients import load_clients
from coach.manual.crisis import load_crisis
from coach.manual.findings import load_findings
from coach.manual.moments import load_moments
from coach.manual.tables import (
    CatalogError,
    Fault,
    Field,
    boolean,
    choice,
    list_of,
    number,
    read_headed_rows,
    table,
    text,
)
from coach.manual.tones import load_tones
from coach.practice.answer import Condition
from coach.practice.conversation import require_conversation
from coach.practice.script import Branch, Node, PracticeScript, Scene

HEAD: Final = "guion"
"""The table of a file that describes the scene; every other one is a node."""
LONGEST_LINE: Final = 240
"""Characters of a line of the client: a quarter of a minute of speech."""
LONGEST_HINT: Final = 70


@cache
def load_practices() -> Mapping[str, PracticeScript]:
    """The packaged scripts by id (the name of their file), in the order of the names. Raises `CatalogError`."""
    return read_practices(files("coach.manual") / "practicas")


def read_practices(folder: Traversable) -> Mapping[str, PracticeScript]:
    """The scripts of a folder; two may not share a title. Raises `CatalogError`."""
    scripts: dict[str, PracticeScript] = {}
    titles: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".toml"):
            continue
        script = read_practice(file)
        first = titles.setdefault(script.scene.title, file.name)
        if first != file.name:
            raise CatalogError(file.name, f"es igual que en {first}; cambia uno de los dos", HEAD, "title")
        scripts[script.id] = script
    return MappingProxyType(scripts)


def read_practice(file: Traversable) -> PracticeScript:
    """One script: its values, and that the conversation holds together. Raises `CatalogError`."""
    scene, nodes = read_headed_rows(file, HEAD, _SCENE, Scene, _node_fields(), Node)
    script = PracticeScript(file.name.removesuffix(".toml"), scene, MappingProxyType(nodes))
    require_conversation(file.name, script, tuple(step.id for step in load_crisis()))
    return script


_SCENE: Final[Mapping[str, Field]] = {
    "client": Field(lambda value: choice(load_clients())(value)),
    "title": Field(text(60)),
    "place": Field(text(40)),
    "situation": Field(text(360)),
    "duration_s": Field(number(60.0, 300.0)),
    "nudge": Field(text(LONGEST_LINE)),
    "closing": Field(text()),
    "crisis": Field(boolean, optional=True),
    "pace": Field(number(0.7, 1.4), optional=True),
}


def _node_fields() -> dict[str, Field]:
    seconds = number(0.0, 60.0, above_low=True)
    signal = choice(load_catalog())
    condition = {
        "spoke_below": Field(seconds, optional=True),
        "spoke_above": Field(seconds, optional=True),
        "waited_above": Field(seconds, optional=True),
        "interrupted": Field(boolean, optional=True),
        "finding": Field(choice(load_findings()), optional=True),
        "signal": Field(signal, optional=True),
        "without_signal": Field(signal, optional=True),
        "tone": Field(choice(load_tones()), optional=True),
        "asked_tone": Field(boolean, optional=True),
    }
    branch = {
        "to": Field(text()),
        "when": Field(table(condition, _condition), optional=True),
        "note": Field(text(120), optional=True),
    }
    return {
        "moment": Field(lambda value: choice(load_moments())(value)),
        "line": Field(text(LONGEST_LINE)),
        "hint": Field(text(LONGEST_HINT)),
        "branches": Field(list_of(table(branch, Branch), least=1), optional=True),
        "gesture": Field(text(60), optional=True),
        "entry": Field(text(200), optional=True),
        "step": Field(choice([step.id for step in load_crisis()]), optional=True),
    }


def _condition(**limits: object) -> Condition:
    if not limits:
        raise Fault("no dice qué debe notarse; escribe una condición o quita «when»")
    return Condition(**limits)  # type: ignore[arg-type]
