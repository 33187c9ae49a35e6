"""Where the parts of the review window lie: picture above the timeline, what is said of it beside both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from coach.ui.review_window import ReviewWindow


def lay_out(page: ReviewWindow, tools: Sequence[QWidget], timelines: Sequence[QWidget]) -> QStackedWidget:
    """`tools` go into the header; of the `timelines` one at a time is shown, by what is returned."""
    bar = page.header.layout()
    assert isinstance(bar, QHBoxLayout)
    for tool in tools:
        bar.addWidget(tool)
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
