"""The left side: the advice above the picture, each as large as the other leaves room for."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.ui.advice_card import AdviceCard
from coach.ui.stage import Stage
from coach.ui.theme import Theme

ADVICE_PX = (76, 148)
"""Least and greatest height of the advice, before scaling: it grows into what the picture cannot use."""


class Column(QWidget):
    """Lays out the two by the picture's shape, which a box layout cannot do."""

    def __init__(self, advice: AdviceCard, stage: Stage, theme: Theme) -> None:
        super().__init__()
        self._advice, self._stage, self._theme = advice, stage, theme
        for part in (advice, stage):
            part.setParent(self)
        stage.video.shape_changed.connect(self._place)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share out the new height."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap, (least, greatest) = self._theme.px(12), (self._theme.px(edge) for edge in ADVICE_PX)
        picture = round(self.width() / self._stage.video.shape)
        advice = min(greatest, max(least, self.height() - gap - picture))
        self._advice.setGeometry(QRect(0, 0, self.width(), advice))
        self._stage.setGeometry(QRect(0, advice + gap, self.width(), self.height() - advice - gap))
