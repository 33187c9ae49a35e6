"""A column of parts in the middle of a screen, no wider than is good to read, that scrolls where it is too long."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coach.ui.theme import Theme


class ScrollColumn(QScrollArea):
    """`widest` in px of the design; `name` is told to screen readers."""

    def __init__(self, name: str, widest: int) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("scrollColumn")
        self.setAccessibleName(name)
        self._widest = widest
        self._body = QWidget()
        self._parts = QVBoxLayout(self._body)
        self._parts.addStretch(1)
        inside = _Inside()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._body, 100)
        across.addStretch(1)
        self.setWidget(inside)

    def add(self, part: QWidget) -> None:
        """One more part below the others."""
        self._parts.insertWidget(self._parts.count() - 1, part)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._body.setMaximumWidth(theme.px(self._widest))
        self._parts.setContentsMargins(theme.px(28), theme.px(20), theme.px(28), theme.px(20))
        self._parts.setSpacing(theme.px(16))


class _Inside(QWidget):
    """As high as its parts are at its width; by itself it would ask for what they need where they are narrowest."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """No height at all: the area asks for the one that goes with the width."""
        return QSize(super().minimumSizeHint().width(), 0)
