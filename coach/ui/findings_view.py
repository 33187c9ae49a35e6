"""The findings of the voice, one row each with its state: present, absent or not observable."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from coach.core.events import FindingChanged, State
from coach.manual.findings import Finding
from coach.report.words import EVIDENCE, lowered
from coach.ui.board import Board, Standing
from coach.ui.glyphs import paint_state
from coach.ui.manual_words import shown
from coach.ui.rows import Rows, elided, fits
from coach.ui.theme import Theme
from coach.ui.words import brief_words, spoken, standing_words

_MARK_PX: Final = 13
_DEAF: Final = Standing(State.NOT_OBSERVABLE)


class FindingsView(Rows):
    """Rows never move: whoever looks for a finding finds it where it was."""

    def __init__(self, findings: Iterable[Finding], theme: Theme) -> None:
        self._findings = list(findings)
        super().__init__(len(self._findings), theme)
        self._board = Board(row.id for row in self._findings)
        self._standings: list[Standing] = []
        self._shown: list[tuple[State | None, str]] = []
        self.setAccessibleName(self.tr("Lo que se nota en tu voz"))
        self.refresh(None)

    @property
    def present(self) -> frozenset[str]:
        """The ids of the findings that hold now."""
        return frozenset(row.id for row in self._findings if self._board[row.id].state is State.PRESENT)

    def begin(self, t: float) -> None:
        """Something was heard for the first time."""
        self._board.begin(t)

    def apply(self, event: FindingChanged) -> None:
        """Take over a change; it is shown at the next `refresh`."""
        self._board.apply(event)

    def clear(self) -> None:
        """Forget all states."""
        self._board.clear()
        self.refresh(None)

    def refresh(self, now: float | None, deaf: bool = False) -> None:
        """Show the states as they are at `now` (s of the medium); while `deaf` nothing can be observed."""
        self._standings = [_DEAF if deaf else self._board[row.id] for row in self._findings]
        standings = self._standings
        shown = [(standing.state, standing_words(standing, now)) for standing in standings]
        if shown != self._shown:
            self._shown = shown
            self.tell()

    def words(self, id: str) -> str:
        """How the row of a finding reads now. Raises StopIteration when there is none."""
        return next(shown[1] for row, shown in zip(self._findings, self._shown, strict=True) if row.id == id)

    def spoken(self, place: int) -> str:
        """Name and state."""
        row = self._findings[place]
        return f"{row.name}: {spoken(self._standings[place])}"

    def explanation(self, place: int) -> str:
        """Name and state, what it may convey, what to do, and how far science supports that."""
        row = self._findings[place]
        advice = self.tr("Qué hacer: {}.").format(lowered(row.advice))
        parts = (
            f"<b>{row.name}</b> · {spoken(self._standings[place])}",
            f"{row.reflects} {advice}",
            self.tr("<b>Respaldo científico: {}.</b> {}").format(shown(EVIDENCE[row.evidence]), row.evidence_note),
        )
        return "".join(f"<p style='margin: 0 0 6px 0'>{part}</p>" for part in parts)

    def paint_row(self, painter: QPainter, row: QRectF, place: int) -> None:
        """Mark and name, and the state in as many words as there is room for beside it: the mark tells it too."""
        theme, (state, words) = self.theme, self._shown[place]
        present = state is State.PRESENT
        pad, side = theme.px(6), theme.px(_MARK_PX)
        if present:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("care_soft"))
            painter.drawRoundedRect(row.adjusted(0, 0.5, 0, -0.5), theme.px(5), theme.px(5))
        tone = theme.color("care" if present else "muted")
        mark = QRectF(row.x() + pad, row.center().y() - side / 2, side, side)
        paint_state(painter, mark, state, "corrige", tone, theme.color("surface"))
        inner = self.room(row)
        (name, font), (words, small) = self.written(place, inner.width())
        painter.setFont(font)
        painter.setPen(theme.color("text" if state in (State.PRESENT, State.ABSENT) else "muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(small)
        painter.setPen(tone)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def room(self, row: QRectF) -> QRectF:
        """Where name and words go in a row."""
        pad = self.theme.px(6)
        return row.adjusted(pad + self.theme.px(_MARK_PX + 7), 0, -pad, 0)

    def written(self, place: int, width: float) -> tuple[tuple[str, QFont], tuple[str, QFont]]:
        """The name of a finding and the words for its state as `width` px have room for them, each in its letters.

        A name is whole where it can be; then the mark alone tells the state, as it does in the rows around it.
        """
        (state, words), name = self._shown[place], self._findings[place].name
        usual, strong = self.font_of(12), self.font_of(12, QFont.Weight.DemiBold)
        font = strong if state is State.PRESENT and fits(name, strong, width) else usual
        small, brief = self.font_of(11), (brief_words(state), self.font_of(10))
        free = [width - self.theme.px(8) - QFontMetricsF(font).horizontalAdvance(row.name) for row in self._findings]
        # What cannot be observed is told in the same words in every row.
        least = min(free) if state is State.NOT_OBSERVABLE else free[place]
        told = (words, small) if fits(words, small, least) else brief if fits(*brief, free[place]) else ("", small)
        return (elided(name, font, width), font), told
