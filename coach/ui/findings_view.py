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
        """Mark, name, and the state in words: in fewer, and beside less of the name, where there is little room."""
        theme, (state, words) = self.theme, self._shown[place]
        present = state is State.PRESENT
        pad, side = theme.px(6), theme.px(13)
        if present:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("care_soft"))
            painter.drawRoundedRect(row.adjusted(0, 0.5, 0, -0.5), theme.px(5), theme.px(5))
        tone = theme.color("care" if present else "muted")
        mark = QRectF(row.x() + pad, row.center().y() - side / 2, side, side)
        paint_state(painter, mark, state, "corrige", tone, theme.color("surface"))
        font = self.font_of(12, QFont.Weight.DemiBold if present else QFont.Weight.Normal)
        small = self.font_of(11)
        inner = row.adjusted(pad + side + theme.px(7), 0, -pad, 0)
        name, known = self._findings[place].name, state in (State.PRESENT, State.ABSENT)
        # What cannot be observed is told in the same words in every row.
        names = [row.name for row in self._findings] if state is State.NOT_OBSERVABLE else [name]
        metrics = QFontMetricsF(font)
        beside = inner.width() - max(metrics.horizontalAdvance(one) for one in names) - theme.px(8)
        if not fits(words, small, beside):
            small, words = self.font_of(10), brief_words(state)
        left = inner.adjusted(0, 0, -QFontMetricsF(small).horizontalAdvance(words) - theme.px(8), 0)
        painter.setFont(font)
        painter.setPen(theme.color("text" if known else "muted"))
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, elided(name, font, left.width()))
        painter.setFont(small)
        painter.setPen(tone)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
