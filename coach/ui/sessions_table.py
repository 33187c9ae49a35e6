"""Kept sessions as a table: when, what kind, how long, and the agent's own note on each, which can be written there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from coach.report.words import raised, running
from coach.ui.noted_table import NotedTable
from coach.ui.theme import Theme
from coach.ui.words import day_in_words, kind_name, time_in_words

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.header import SessionHeader

NOTE: Final = 3
"""The column that can be written in."""


class SessionsTable(NotedTable):
    """The agent's own."""

    def __init__(self, theme: Theme) -> None:
        columns = [self.tr("Cuándo"), self.tr("Qué fue"), self.tr("Cuánto duró"), self.tr("Tu nota")]
        super().__init__(self.tr("Sesiones guardadas"), columns, NOTE, NOTE, theme)

    def show_sessions(self, headers: Sequence[SessionHeader], files: Mapping[str, str]) -> None:
        """Show these, in their order; of a recording its name among `files`."""
        self.show_rows(
            {one.id: (raised(_when(one)), _what(one, files), running(one.duration_s), one.note) for one in headers}
        )


def named(header: SessionHeader, files: Mapping[str, str]) -> str:
    """What a session is known by: what it was, and when."""
    return f"{_what(header, files)}, {_when(header)}"


def _what(header: SessionHeader, files: Mapping[str, str]) -> str:
    """A recording by its name, anything else by its kind."""
    name = files.get(header.id) if header.kind == "grabacion" else None  # a film of a live session may be found later
    return name or kind_name(header.kind)


def _when(header: SessionHeader) -> str:
    return f"{day_in_words(header.started)}, {time_in_words(header.started)}"
