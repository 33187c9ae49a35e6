"""The recordings of a folder at a glance: alphabetical, a line each; nobody is ranked and nothing gets a score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from coach.batch.ledger import Entry
from coach.report.row_names import row_name
from coach.report.words import clock, joined, lowered

_NAME: Final = 0.4
"""Share of the width that names may take."""
_CLOCK: Final = 7
_NOTHING: Final = "nada que señalar"


def overview(entries: Iterable[Entry], width: int, sessions: Mapping[str, str]) -> str:
    """One line for each: its name, how long it is, what was observed in it; at most `width` columns wide.

    `sessions`: by name, as what they were kept, if they were.

    >>> print(overview([Entry("b.mp4", 1, 1, "", 65.0, ()), Entry("a.wav", 1, 1, "", 5.0, ("sonrisa",))], 60, {}))
      a.wav     0:05  sonrisa
      b.mp4     1:05  nada que señalar
    >>> print(overview([Entry("a.wav", 1, 1, "", 5.0, ("sonrisa",))], 60, {"a.wav": "0f5c41d2"}))
      0f5c41d2  a.wav     0:05  sonrisa
    """
    rows = sorted(entries, key=lambda entry: entry.name)
    names = min(int(width * _NAME), max((len(entry.name) for entry in rows), default=0))
    lines = (f"{_end(entry.name, names):<{names}}{_length(entry)}  {_told(entry)}" for entry in rows)
    kept = (f"  {sessions[entry.name]}  " if entry.name in sessions else "  " for entry in rows)
    return "\n".join(_cut(start + line, width) for start, line in zip(kept, lines, strict=True))


def _length(entry: Entry) -> str:
    return f"{clock(entry.duration_s):>{_CLOCK + 2}}"


def _told(entry: Entry) -> str:
    return joined([lowered(row_name(id)) for id in entry.present]) if entry.present else _NOTHING


def _cut(line: str, width: int) -> str:
    return line if len(line) <= width else line[: width - 1].rstrip(" ,") + "…"


def _end(name: str, width: int) -> str:
    """Of a long path its end tells more.

    >>> _end("marzo/ana/saludo.mp4", 12)
    '…/saludo.mp4'
    """
    return name if len(name) <= width else "…" + name[1 - width :]
