"""Looks at a window as a careful eye would: what is cut off, and what lies over something else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QGraphicsView, QLabel, QLayout, QPushButton, QWidget

from coach.ui.video_view import VideoView

SLACK_PX = 1
"""Widths are rounded."""


def faults(window: QWidget) -> list[str]:
    """A line for each text that is cut off and each pair of parts that overlap; none in a window that is well made."""
    return [*_cut_off(window), *_overlapping(window), *_covered(window)]


def _cut_off(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        needed = _needed(widget)
        if needed is None:
            continue
        if widget.width() + SLACK_PX < needed.width() or widget.height() + SLACK_PX < needed.height():
            yield f"cut off: {_called(widget)} has {_size(widget.size())} and needs {_size(needed)}"
        elif not _within_scrolling(widget) and not _frame(window).contains(_place(widget, window)):
            yield f"outside: {_called(widget)}"


def _needed(widget: QWidget) -> QSize | None:
    """What the words of a widget take; None for one without any."""
    if isinstance(widget, QLabel) and widget.text():
        inner = widget.contentsMargins()
        if widget.wordWrap():
            return QSize(0, widget.heightForWidth(widget.width()))
        if widget.textFormat() == Qt.TextFormat.RichText or "<" in widget.text():
            return None
        metrics = widget.fontMetrics()
        wide = max(metrics.horizontalAdvance(line) for line in widget.text().split("\n"))
        return QSize(wide + inner.left() + inner.right(), metrics.ascent())
    if isinstance(widget, QAbstractButton) and widget.text():
        hint = widget.minimumSizeHint() if isinstance(widget, QPushButton) else widget.sizeHint()
        return QSize(hint.width(), widget.fontMetrics().height())
    return None


def _overlapping(window: QWidget) -> Iterator[str]:
    for parent in [window, *window.findChildren(QWidget)]:
        layout = parent.layout()
        if layout is None or not parent.isVisible() or parent.window() is not window:
            continue
        there = [widget for widget in _managed(layout) if widget.isVisible() and not widget.size().isEmpty()]
        for one, other in itertools.combinations(there, 2):
            if one.parentWidget() is other.parentWidget() and one.geometry().intersects(other.geometry()):
                yield f"overlap: {_called(one)} and {_called(other)}"


def _covered(window: QWidget) -> Iterator[str]:
    """What floats, which no layout keeps apart, over something else than a picture or a plot."""
    for parent in [window, *window.findChildren(QWidget)]:
        if not type(parent).__module__.startswith("coach") or not parent.isVisible() or parent.window() is not window:
            continue
        layout = parent.layout()
        kept = [] if layout is None else list(_managed(layout))
        there = [child for child in parent.children() if isinstance(child, QWidget) and not child.isWindow()]
        there = [child for child in there if child.isVisible() and not child.size().isEmpty()]
        for lower, upper in itertools.combinations(there, 2):
            if (lower in kept and upper in kept) or isinstance(lower, VideoView | QGraphicsView):
                continue
            if all(one.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents) for one in (lower, upper)):
                continue  # frames around people who stand close to each other
            if lower.geometry().intersects(upper.geometry()):
                yield f"covered: {_called(lower)} by {_called(upper)}"


def _managed(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _managed(inner)


def _within_scrolling(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _frame(window: QWidget) -> QRect:
    return window.rect()


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} «{text[:40]}»"


def _size(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"
