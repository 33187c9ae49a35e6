"""What others shared, as a table: what it is called here, of which day, what came along, and when it goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from coach.report.words import running
from coach.ui.noted_table import NotedTable
from coach.ui.theme import Theme
from coach.ui.words import kind_name, short_day, tr

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.sharing.received import ReceivedSession

NAME: Final = 0
"""The column that can be written in."""


class SharedTable(NotedTable):
    """Sessions of other people."""

    def __init__(self, theme: Theme) -> None:
        columns = [tr("Nombre"), tr("Qué es"), tr("De qué día"), tr("Vino con"), tr("Se borra el")]
        super().__init__(tr("Lo que te compartieron"), columns, NAME, NAME, theme)

    def show_received(self, received: Sequence[ReceivedSession]) -> None:
        """Show these, in their order."""
        self.show_rows({one.header.id: _texts(one) for one in received})


def _texts(one: ReceivedSession) -> tuple[str, ...]:
    kind = f"{kind_name(one.header.kind)}, {running(one.header.duration_s)}"
    return one.header.note, kind, short_day(one.header.started), _came(one), short_day(one.origin.expires)


def _came(one: ReceivedSession) -> str:
    if len(one.parts) == 2:
        return tr("video y sonido")
    return {"video": tr("video"), "sonido": tr("sonido")}[one.parts[0]] if one.parts else tr("solo lo medido")
