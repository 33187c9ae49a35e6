"""The signals as a Qt list: a heading for each family, its signals beneath, and what is known of each in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coach.core.events import SignalChanged, State
from coach.manual.catalog import Catalog, Family, Signal
from coach.report.words import EVIDENCE, FAMILY
from coach.runtime.local_rows import adjusted_here
from coach.ui.board import Board
from coach.ui.manual_words import needed, shown
from coach.ui.words import spoken, standing_words

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks for beside the name."""

    SHOWING = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Showing:
    """What a row shows: mark and words of one moment."""

    state: State | None
    words: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The title above a family."""

    family: Family


class SignalsModel(QAbstractListModel):
    """Rows never move: whoever looks for a signal finds it where it was."""

    def __init__(self, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._adjusted = adjusted_here()
        self._board = Board(catalog)
        self._now: float | None = None
        self._rows: list[Heading | Signal] = []
        for family, signals in catalog.families.items():
            self._rows += [Heading(family), *signals]
        self._shown = [self._showing(row) for row in self._rows]

    def begin(self, t: float, adjusted: tuple[str, ...] = ()) -> None:
        """The chain has looked; `adjusted`: what is told by thresholds of this computer's own."""
        self._adjusted = adjusted
        self._board.begin(t)

    def apply(self, event: SignalChanged) -> None:
        """Take over a change; it is shown at the next `refresh`."""
        self._board.apply(event)

    def clear(self) -> None:
        """Forget all states, as before the first event."""
        self._board.clear()
        self.refresh(None)

    def refresh(self, now: float | None) -> None:
        """Show the states as they are at `now` (s of the medium); only rows that read differently are repainted."""
        self._now = now
        for place, row in enumerate(self._rows):
            showing = self._showing(row)
            if showing != self._shown[place]:
                self._shown[place] = showing
                self.dataChanged.emit(self.index(place), self.index(place))

    def row_of(self, id: str) -> int:
        """The row of a signal. Raises StopIteration when there is none."""
        return next(place for place, row in enumerate(self._rows) if isinstance(row, Signal) and row.id == id)

    def signal(self, place: int) -> Signal | None:
        """The signal of a row, None for a heading; `data` would take several times as long for the same."""
        row = self._rows[place]
        return None if isinstance(row, Heading) else row

    def showing(self, place: int) -> Showing:
        """What a row shows."""
        return self._shown[place]

    def signals(self) -> list[Signal]:
        """All signals, in the order of their rows."""
        return [row for row in self._rows if isinstance(row, Signal)]

    def headings(self) -> int:
        """How many rows are headings."""
        return sum(isinstance(row, Heading) for row in self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  # Qt's own signature
        """All rows, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen, so the arrow keys go from signal to signal."""
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row's name, words, tooltip or, for the delegate, its signal and what to show of it."""
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            named = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return shown(FAMILY[row.family]) if named else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.ToolTipRole:
                return self._explanation(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                unseen = self._board[row.id].state is State.NOT_OBSERVABLE
                why = self.tr(" (debe verse: {})").format(needed(row)) if unseen else ""
                return f"{row.name}: {spoken(self._board[row.id])}{why}"
            case Role.SHOWING:
                return self._shown[index.row()]
        return None

    def _showing(self, row: Heading | Signal) -> Showing:
        if isinstance(row, Heading):
            return Showing(None, "")
        standing = self._board[row.id]
        return Showing(standing.state, standing_words(standing, self._now))

    def _unseen(self, signal: Signal) -> str:
        """Why nothing can be said, before what must be seen."""
        if self._board[signal.id].state is not State.NOT_OBSERVABLE:
            return ""
        return self.tr("<b>Ahora no la puedo juzgar:</b> no se ve lo que hace falta. ")

    def _explanation(self, signal: Signal) -> str:
        aim = self.tr("Conviene mostrarlo.") if signal.kind == "refuerza" else self.tr("Conviene cuidarlo.")
        parts = (
            f"<b>{signal.name}</b> · {spoken(self._board[signal.id])}",
            f"{signal.reflects} {aim}",
            self.tr("<b>Respaldo científico: {}.</b> {}").format(
                shown(EVIDENCE[signal.evidence]), signal.evidence_note
            ),
            self._unseen(signal)
            + self.tr("Debe verse: {}.").format(needed(signal))
            + (self.tr(" No con cubrebocas.") if signal.mouth else ""),
            *([self.tr("Sus umbrales se ajustaron en esta computadora.")] if signal.id in self._adjusted else []),
        )
        return "<div style='width: 340px'>" + "".join(f"<p style='margin: 0 0 6px 0'>{p}</p>" for p in parts) + "</div>"
