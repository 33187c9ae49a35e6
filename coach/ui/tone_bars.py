"""The five tones as bars: how near the voice came to each, never a bare verdict, or why nothing can be said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from coach.core.events import ToneScored
from coach.manual.tones import Abstention, Tone
from coach.report.words import EVIDENCE, lowered
from coach.ui.glide import Glide
from coach.ui.glyphs import paint_pointer
from coach.ui.manual_words import shown
from coach.ui.rows import Rows
from coach.ui.theme import Theme

SETTLE_S: Final = 0.8
"""Scores come once a second: the bars glide from one to the next."""


class ToneBars(Rows):
    """A bar for each tone; `sentence` tells what they say together, or why they say nothing."""

    def __init__(self, tones: Iterable[Tone], reasons: Mapping[str, Abstention], theme: Theme) -> None:
        self._tones = list(tones)
        super().__init__(len(self._tones), theme)
        self._reasons = reasons
        self._scored: ToneScored | None = None
        self._glides = {tone.id: Glide(SETTLE_S) for tone in self._tones}
        self._painted: object = None
        self.setAccessibleName(self.tr("Tonos de voz"))

    @property
    def sentence(self) -> str:
        """What the bars say together, or why they say nothing."""
        if self._scored is None:
            return self.tr("Habla para ver tu tono.")
        if self._scored.id is None:
            reason = self._reason
            return self.tr("Ningún tono destaca.") if reason is None else f"{reason.name}."
        nearest = next(tone for tone in self._tones if tone.id == self._scored.id)
        return self.tr("Más cerca de: {}").format(lowered(nearest.name))

    @property
    def detail(self) -> str:
        """The sentence at length; empty when it says all."""
        return "" if self._reason is None else self._reason.about

    @property
    def _reason(self) -> Abstention | None:
        reason = None if self._scored is None else self._scored.reason
        return None if reason is None else self._reasons[reason]

    def show_scores(self, scored: ToneScored | None) -> None:
        """Take over the newest scores; the bars get there by and by."""
        self._scored = scored
        scores = None if scored is None else scored.scores
        for id, glide in self._glides.items():
            if scores is not None and glide.value is None:
                glide.aim(0.0)  # bars grow from nothing instead of jumping up
            glide.aim(None if scores is None else scores[id])

    def refresh(self, now: float) -> None:
        """Move on to `now` (s); repaints only what differs by a pixel."""
        for glide in self._glides.values():
            glide.step(now)
        nearest = self._scored.id if self._scored else None
        look = (nearest, [None if g.value is None else round(g.value * self.width()) for g in self._glides.values()])
        if look != self._painted:
            self._painted = look
            self.tell()

    def shown(self, id: str) -> float | None:
        """Length of a tone's bar now, in [0, 1]; None while nothing can be said."""
        return self._glides[id].value

    def spoken(self, place: int) -> str:
        """Name and score."""
        tone = self._tones[place]
        value = self._glides[tone.id].value
        return f"{tone.name}: " + (self.tr("sin dato") if value is None else f"{100 * value:.0f} %")

    def explanation(self, place: int) -> str:
        """What the manual says of the tone, and how far science supports it."""
        tone = self._tones[place]
        parts = (
            f"<b>{tone.name}</b> · {tone.character} {tone.attitude}",
            self.tr("<b>Cuándo:</b> {}").format(lowered(tone.use)),
            self.tr("<b>Respaldo científico: {}.</b> {}").format(shown(EVIDENCE[tone.evidence]), tone.evidence_note),
        )
        return "".join(f"<p style='margin: 0 0 6px 0'>{part}</p>" for part in parts)

    def paint_row(self, painter: QPainter, row: QRectF, place: int) -> None:
        """A pointer before the nearest tone, its name, its bar; a dashed line where nothing can be said."""
        theme, tone = self.theme, self._tones[place]
        nearest = self._scored is not None and self._scored.id == tone.id
        value = self._glides[tone.id].value
        pad, height = theme.px(14), theme.px(8)
        if nearest:
            side = theme.px(8)
            paint_pointer(painter, QRectF(theme.px(1), row.center().y() - side / 2, side, side), theme.color("accent"))
        widest = self.font_of(12, QFont.Weight.DemiBold)
        left = pad + max(QFontMetricsF(widest).horizontalAdvance(one.name) for one in self._tones) + theme.px(10)
        painter.setFont(self.font_of(12, QFont.Weight.DemiBold if nearest else QFont.Weight.Normal))
        painter.setPen(theme.color("muted" if value is None else "text"))
        painter.drawText(row.adjusted(pad, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, tone.name)
        bar = QRectF(left, row.center().y() - height / 2, row.width() - left - theme.px(2), height)
        if value is None:
            pen = QPen(theme.color("track"), 1.2)
            pen.setDashPattern([3, 4])
            painter.setPen(pen)
            painter.drawLine(QPointF(bar.left(), bar.center().y()), QPointF(bar.right(), bar.center().y()))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(bar, height / 2, height / 2)
        painter.setBrush(theme.color("accent", 1.0 if nearest else 0.55))
        filled = QRectF(bar.x(), bar.y(), max(height, value * bar.width()), height)
        painter.drawRoundedRect(filled, height / 2, height / 2)
