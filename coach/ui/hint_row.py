"""Two hints in one line, which share its width so that both are whole."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.one_line import OneLine
from coach.ui.theme import Theme

_GAP_PX: Final = 16
"""Between the two, before scaling."""


class HintRow(QWidget):
    """`first` at the left, in the longest wording that leaves room for some wording of `second`, at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.first, self.second = OneLine(theme), OneLine(theme, align=Qt.AlignmentFlag.AlignRight)
        for line in (self.first, self.second):
            line.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        for line in (self.first, self.second):
            line.set_theme(theme)
        self.updateGeometry()
        self.fit()

    def fit(self) -> None:
        """Share the width anew: what is to be read, or for whom, has changed."""
        room, high, gap = self.width(), self.height(), self._theme.px(_GAP_PX)
        if self.second.isHidden():
            self.first.setGeometry(0, 0, room, high)
            return
        least = min(ceil(self.second.width_of(text)) for text in self.second.wordings)
        wide = [ceil(self.first.width_of(text)) for text in self.first.wordings]
        taken = next((one for one in wide if one + gap + least <= room), min(wide[-1], room // 2))
        self.first.setGeometry(0, 0, taken, high)
        self.second.setGeometry(QRect(taken + gap, 0, max(0, room - taken - gap), high))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The width that there is."""
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line."""
        return self.first.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same height."""
        return self.first.minimumSizeHint()
