"""Praat's TextGrids: tiers of intervals that cover all of the time, and tiers of points.

Praat reads a TextGrid as numbers, quoted texts and flags one after the other, whatever stands between them: so its long
and its short form are one. https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from coach.errors import KnownError, why
from coach.exchange.annotations import Annotated, Annotation
from coach.exchange.marks import Mark, Timeline
from coach.exchange.tiers import Tier, cues_of, milliseconds, tiers_of

CUES: Final = "consejo"
_TOKEN: Final = re.compile(r'"((?:[^"]|"")*)"|(?<!\S)(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)(?!\S)|!.*|<(\w+)>')
"""A text in which quotes are doubled, a number that stands alone (not that in `item [1]:`), a remark, a flag."""


def write_textgrid(timeline: Timeline) -> str:
    """The file's content; a tier of intervals a signal, named after its id, and the advice as points."""
    tiers, cues = tiers_of(timeline), cues_of(timeline)
    ends = [timeline.duration_s, *(mark.end_s for tier in tiers for mark in tier.marks), *(cue.end_s for cue in cues)]
    end_s = milliseconds(max(ends)) / 1000.0
    lines = ['File type = "ooTextFile"', 'Object class = "TextGrid"', "", "xmin = 0", f"xmax = {end_s:.3f}"]
    lines += ["tiers? <exists>", f"size = {len(tiers) + 1}", "item []:"]
    for number, tier in enumerate(tiers, 1):
        lines += _tier(number, "IntervalTier", tier.name, end_s, "intervals", list(_intervals(tier, end_s)))
    lines += _tier(len(tiers) + 1, "TextTier", CUES, end_s, "points", list(_points(cues)))
    return "\n".join(lines) + "\n"


def _tier(number: int, kind: str, name: str, end_s: float, item: str, items: list[list[str]]) -> list[str]:
    lines = [f"    item [{number}]:", f'        class = "{kind}"', f"        name = {_quoted(name)}"]
    lines += ["        xmin = 0", f"        xmax = {end_s:.3f}", f"        {item}: size = {len(items)}"]
    for place, values in enumerate(items, 1):
        lines += [f"        {item} [{place}]:", *(f"            {value}" for value in values)]
    return lines


def _intervals(tier: Tier, end_s: float) -> Iterator[list[str]]:
    """The marks, and an interval without text wherever there is none."""
    at = 0.0
    for mark in tier.marks:
        if mark.start_s > at:
            yield _interval(at, mark.start_s, "")
        yield _interval(mark.start_s, mark.end_s, mark.name)
        at = mark.end_s
    if at < end_s:
        yield _interval(at, end_s, "")


def _interval(start_s: float, end_s: float, text: str) -> list[str]:
    return [f"xmin = {start_s:.3f}", f"xmax = {end_s:.3f}", f"text = {_quoted(text)}"]


def _points(cues: list[Mark]) -> Iterator[list[str]]:
    """Of several at one moment, which Praat does not know, the first."""
    last = None
    for cue in cues:
        at = milliseconds(cue.start_s)
        if at != last:
            yield [f"number = {at / 1000.0:.3f}", f"mark = {_quoted(cue.name)}"]
        last = at


def _quoted(text: str) -> str:
    return '"' + " ".join(text.split()).replace('"', '""') + '"'


def read_textgrid(file: Path) -> Annotated:
    """The intervals of a TextGrid of either form and any coding that Praat writes; points last no time and are left.

    Raises `KnownError` for what is none.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise KnownError(f"No puedo leer «{file}» ({why(error)}); revisa sus permisos.") from error
    try:
        return _parse(iter(_tokens(_decoded(content))))
    except (ValueError, TypeError, OverflowError, StopIteration) as error:
        raise KnownError(
            f"«{file}» no es un TextGrid de Praat, o está dañado; vuelve a guardarlo con Praat."
        ) from error


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")  # what Praat wrote before it knew Unicode


def _tokens(content: str) -> Iterator[str | float]:
    for match in _TOKEN.finditer(content):
        text, digits, flag = match.groups()
        if text is not None:
            yield text.replace('""', '"')
        elif digits is not None:
            yield float(digits)
        elif flag is not None:
            yield f"<{flag}>"


def _parse(tokens: Iterator[str | float]) -> Annotated:
    """Raises `ValueError`, `TypeError`, `OverflowError` or `StopIteration` for anything but a TextGrid."""
    if not str(next(tokens)).startswith("ooTextFile") or next(tokens) != "TextGrid":
        raise ValueError("another file")
    next(tokens)
    duration_s = float(next(tokens))
    tiers: dict[str, list[Annotation]] = {}
    for _ in range(int(next(tokens)) if next(tokens) == "<exists>" else 0):
        kind, name, _from, _to, count = next(tokens), next(tokens), next(tokens), next(tokens), int(next(tokens))
        if kind == "IntervalTier":
            found = tiers.setdefault(str(name), [])
            for _ in range(count):
                found.append(_read_interval(tokens))
        elif kind == "TextTier":
            for _ in range(count):
                next(tokens), next(tokens)
        else:
            raise ValueError(str(kind))
    return Annotated({name: tuple(found) for name, found in tiers.items()}, None, duration_s)


def _read_interval(tokens: Iterator[str | float]) -> Annotation:
    start_s, end_s, text = float(next(tokens)), float(next(tokens)), next(tokens)
    if not isinstance(text, str):
        raise ValueError("no text")
    return Annotation(text.strip(), start_s, end_s)
