"""Where the parts of the review window lie: picture above the timeline, what is said of it beside both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from coach.ui.review_window import ReviewWindow


class Told(QLabel):
    """A strip below the header for what went wrong, or has to be done first; there only while there is anything."""

    def __init__(self) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.setObjectName("reviewTold")
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say this, or "" for nothing any more."""
        self.setText(sentence)
        self.setVisible(bool(sentence))


def lay_out(page: ReviewWindow, tools: Sequence[QWidget], timelines: Sequence[QWidget]) -> QStackedWidget:
    """`tools` go into the header; of the `timelines` one at a time is shown, by what is returned."""
    for tool in tools:
        page.header.add(tool)
    lines = QStackedWidget()
    for timeline in timelines:
        lines.addWidget(timeline)
    left = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
    left.addWidget(page.stage)
    left.addWidget(_column(page.filters, lines))
    left.setSizes([300, 420])
    across = QHBoxLayout()
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    across.addWidget(left, 1)
    across.addWidget(page.side)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(page.header)
    whole.addWidget(page.told)
    whole.addLayout(across, 1)
    return lines


def _column(above: QWidget, below: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(above)
    column.addWidget(below, 1)
    return both
