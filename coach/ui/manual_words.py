"""What the manual's tables call things, in the language of the window.

The tables are Spanish for everybody who reads them, and what Coach advises stays so; the window shows their names
translated. Each translatable text is a message of its own in `translations/manual_en.ts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass, replace
from typing import Any, Final, TypeVar

from PySide6.QtCore import QCoreApplication, QLocale

from coach.manual.catalog import Signal, load_catalog
from coach.manual.clients import Client, load_clients
from coach.manual.conditions import ViewCondition, load_conditions
from coach.manual.congruences import Congruence, load_congruences
from coach.manual.crisis import CrisisStep, load_crisis
from coach.manual.findings import Finding, load_findings
from coach.manual.moments import Moment, load_moments
from coach.manual.presence import PosturePart, PostureWord, load_presence
from coach.manual.standard import PARTS, StandardItem, load_standard
from coach.manual.tones import Abstention, Tone, load_abstentions, load_tones
from coach.report.words import EVIDENCE, FAMILY, NOT_OBSERVABLE, PART, joined
from coach.sharing import anonymous, consent

T = TypeVar("T")
Translate = Callable[[str], str]

CONTEXT: Final = "manual"
_SHOWN: Final[Mapping[type, tuple[str, ...]]] = {
    Signal: ("name",),
    Finding: ("name",),
    Congruence: ("name",),
    Tone: ("name", "character", "attitude", "use"),
    Abstention: ("name", "about"),
    ViewCondition: ("name", "advice"),
    Moment: ("name", "goal", "steps"),
    Client: ("name", "signs", "treatment"),
    CrisisStep: ("text", "about"),
    PosturePart: ("name", "well", "mend", "praise"),
    PostureWord: ("word",),
    StandardItem: ("text", "person"),
}
"""The translatable fields of a row: names and how to use Coach. Cues, readings and evidence are not among them."""


def shown(text: str) -> str:
    """A text of the tables, of `report.words`, or of sharing, as the window says it; itself in Spanish."""
    return QCoreApplication.translate(CONTEXT, text)


def worded(row: T, translate: Translate = shown) -> T:
    """A row as the window shows it. Raises KeyError for a row of a table that the window does not translate."""
    texts = {field: _worded(getattr(row, field), translate) for field in _SHOWN[type(row)]}
    return replace(row, **texts)  # type: ignore[type-var]  # every key of _SHOWN is a dataclass


def table(rows: Mapping[str, T]) -> dict[str, T]:
    """A table as the window shows it."""
    return {id: worded(row) for id, row in rows.items()}


def needed(signal: Signal) -> str:
    """What must be in view for a signal to be judged."""
    return listed([shown(PART[part]) for part in signal.needs])


def listed(words: Sequence[str]) -> str:
    """A list in a sentence, as it is written in the language of the window."""
    if QLocale().language() == QLocale.Language.Spanish or len(words) < 2:
        return joined(words)
    *first, last = words
    return QCoreApplication.translate("", "{} y {}").format(", ".join(first), last)


def texts() -> Iterator[str]:
    """Everything that has a translation, in the order of the tables; some of it more than once."""
    yield NOT_OBSERVABLE
    yield anonymous.NAME
    yield from consent.texts()
    for words in (FAMILY, EVIDENCE, PART, PARTS):
        yield from words.values()
    found: list[str] = []
    for row in _rows():
        worded(row, lambda text: found.append(text) or text)  # type: ignore[func-returns-value]
    yield from found


def _rows() -> Iterator[Any]:
    for load in (load_catalog, load_findings, load_congruences, load_tones, load_abstentions, load_conditions):
        yield from load().values()
    for other in (load_moments, load_clients, load_presence, load_standard):
        yield from other().values()
    yield from load_crisis()


def _worded(value: Any, translate: Translate) -> Any:
    if isinstance(value, str):
        return translate(value)
    if is_dataclass(value):
        return worded(value, translate)
    return tuple(_worded(one, translate) for one in value)
