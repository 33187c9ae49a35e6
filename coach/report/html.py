"""A report as one HTML page that needs nothing else: no script, no request, light and dark, fit for paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import singledispatch
from html import escape
from importlib.resources import files
from typing import Final

from coach.report.content import (
    Block,
    Bullets,
    Card,
    Cards,
    Charts,
    Content,
    DrillCard,
    Entries,
    Entry,
    Figure,
    Mark,
    Paragraph,
    Section,
    Table,
)
from coach.report.svg import PAGE_INK

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""The browser itself refuses every request that the page might make: its one picture is within it."""

_NUMBER: Final = re.compile(r"(?<=\d) (?=%|dB\b|Hz\b|min\b|s\b)")
"""Between a number and its unit no line ends."""

MARKS: Final[dict[Mark, tuple[str, str]]] = {
    "refuerza": ("✓", "Te ayudó"),
    "corrige": ("!", "Por cuidar"),
}
"""What a card's colour says, as a sign and in words."""


def html(content: Content) -> str:
    """The whole document."""
    style = (files("coach.report") / "informe.css").read_text(encoding="utf-8")
    body = _NUMBER.sub("\u00a0", "\n".join(_section(section) for section in content.sections))
    first, *rest = (escape(line) for line in content.footer)
    return f"""<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(content.title)} · Informe de Coach</title>
<style>
{style}</style>
</head>
<body>
<header>
<p class="brand">Coach</p>
<h1>{escape(content.title)}</h1>
<p class="muted">{escape(content.facts)}</p>
</header>
<main>
{body}
</main>
<footer>
<p><strong>{first}</strong></p>
{"".join(f"<p>{line}</p>" for line in rest)}
</footer>
</body>
</html>
"""


def _section(section: Section) -> str:
    inner = "\n".join(_grouped(section.blocks))
    return (
        f'<section id="{section.id}" aria-labelledby="t-{section.id}">\n'
        f'<h2 id="t-{section.id}">{escape(section.title)}</h2>\n{inner}\n</section>'
    )


def _grouped(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Blocks in order; the goals to choose from lie beside each other."""
    others = [block for block in blocks if isinstance(block, DrillCard) and not block.main]
    for block in blocks:
        if block not in others:
            yield _block(block)
    if others:
        yield f'<div class="others">{"".join(_block(one) for one in others)}</div>'


@singledispatch
def _block(block: Block) -> str:
    raise TypeError(type(block))


@_block.register
def _(block: Paragraph) -> str:
    kind = "" if block.voice == "plain" else f' class="{block.voice}"'
    return f"<p{kind}>{escape(block.text)}</p>"


@_block.register
def _(block: Cards) -> str:
    return f'<div class="cards">{"".join(_card(card) for card in block.cards)}</div>'


def _card(card: Card) -> str:
    sign, said = MARKS[card.mark]
    mark = f'<span class="sign" role="img" aria-label="{said}">{sign}</span> '
    return "\n".join(
        [
            f'<article class="{card.mark}">',
            f"<h3>{mark}{escape(card.title)}</h3>",
            *_lines((("muted", card.figures), ("", card.text), ("advice", card.advice), ("evidence", card.evidence))),
            _link(card.row, card.title),
            "</article>",
        ]
    )


@_block.register
def _(block: DrillCard) -> str:
    steps = "".join(f"<li>{escape(step)}</li>" for step in block.steps)
    drill = (
        f'<p class="drill">Ejercicio · {block.seconds} segundos</p><ol class="steps">{steps}</ol>'
        f'<p class="done">{escape(block.done)}</p>'
    )
    head = f'<p class="overline">{escape(block.overline)}</p>' if block.main else ""
    inner = drill if block.main else f"<details><summary>Ver el ejercicio</summary>{drill}</details>"
    return (
        f'<article class="goal{"" if block.main else " other"}">{head}<h3>{escape(block.goal)}</h3>'
        f"<p>{escape(block.why)}</p>{inner}{_link(block.row, block.goal)}</article>"
    )


@_block.register
def _(block: Figure) -> str:
    key = "".join(
        f'<span class="entry"><span class="swatch {sign}"></span>{escape(word)}</span>' for sign, word in block.key
    )
    legend = f'<p class="key">{key}</p>' if key else ""
    return (
        f"<figure><h3>{escape(block.title)}</h3>{legend}"
        f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(block.title)}">{block.draw(PAGE_INK)}</div>'
        f"<figcaption>{escape(block.caption)}</figcaption></figure>"
    )


@_block.register
def _(block: Charts) -> str:
    return f'<div class="charts">{"".join(_block(one) for one in block.figures)}</div>'


@_block.register
def _(block: Table) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.header)
    rows = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>{"".join(map(_cell, block.header[1:], row[1:]))}</tr>'
        for row in block.rows
    )
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(block.caption)}"><table>'
        f"<caption>{escape(block.caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cell(column: str, text: str) -> str:
    """With the name of its column, which it tells itself where the page is too narrow for columns."""
    return f'<td data-column="{escape(column)}">{escape(text)}</td>'


@_block.register
def _(block: Bullets) -> str:
    items = "".join(
        f"<li>{escape(what)}{f'<small>{escape(small)}</small>' if small else ''}</li>" for what, small in block.items
    )
    return f"<ul>{items}</ul>"


@_block.register
def _(block: Entries) -> str:
    return f'<div class="manual">{"".join(_entry(entry) for entry in block.entries)}</div>'


def _entry(entry: Entry) -> str:
    return "\n".join(
        [
            f'<article id="manual-{entry.row}">',
            f"<h3>{escape(entry.name)} <small>{escape(entry.page)}</small></h3>",
            *_lines((("", entry.text), ("advice", entry.advice), ("evidence", entry.evidence))),
            "</article>",
        ]
    )


def _lines(lines: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for kind, text in lines:
        if text:
            yield f"<p{f' class={kind}' if kind else ''}>{escape(text)}</p>"


def _link(row: str | None, title: str) -> str:
    if row is None:
        return ""
    spoken = f"{escape(title)}: ver en el manual"
    return f'<p class="link"><a href="#manual-{row}" aria-label="{spoken}">Ver en el manual</a></p>'
