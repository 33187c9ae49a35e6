"""What a report says, before it is a page or a window: sections of headings, sentences, cards, tables and charts.

Two renderers read it: `html.py` makes the file, `ui/report_view.py` the widgets; neither adds a word of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from coach.report.svg import Ink

Voice: TypeAlias = Literal["plain", "muted", "strong"]
Mark: TypeAlias = Literal["refuerza", "corrige"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more sentences."""

    text: str
    voice: Voice = "plain"


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that is told by itself: what it is, figures, what it may convey, what to do, how well supported.

    `mark` also has a sign of its own, never colour alone. `row` is the row of the manual that it links to.
    """

    mark: Mark
    title: str
    figures: str = ""
    text: str = ""
    advice: str = ""
    evidence: str = ""
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards beside each other."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class DrillCard:
    """A goal with its drill: `overline` says what it is, `goal`, why, the steps, how one notices that it worked.

    `row` of the manual that it links to, None where the manual is not at hand; `main`: the one that is proposed;
    `open`: the agent may still choose it.
    """

    overline: str
    goal: str
    why: str
    seconds: int
    steps: tuple[str, ...]
    done: str
    id: str
    row: str | None = None
    main: bool = True
    open: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: `draw` makes its SVG in given colours; `key` explains its signs, `caption` what is seen."""

    title: str
    caption: str
    draw: Callable[[Ink], str]
    key: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Charts:
    """Small charts beside each other."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows beneath headers; the first cell of a row is its heading."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list: (what, smaller print or empty)."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the manual in the appendix."""

    row: str
    name: str
    page: str
    text: str
    advice: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Entries:
    """Rows of the manual."""

    entries: tuple[Entry, ...]


Block: TypeAlias = Paragraph | Cards | DrillCard | Figure | Charts | Table | Bullets | Entries


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands beneath it."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """The whole report: `facts` is the line beneath the title, `footer` what is said at the end of every report."""

    title: str
    facts: str
    sections: tuple[Section, ...]
    footer: tuple[str, ...]
