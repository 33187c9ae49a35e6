"""The way of the Tab key: Qt goes by when a part was made, the eye by where it lies.

A part that comes later, or at another place than the last, is put in its place here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def one_after_the_other(widgets: Iterable[QWidget]) -> None:
    """Tab goes through these in this order; each takes the focus, and all are in one window."""
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)


def stops(within: QWidget) -> Iterator[QWidget]:
    """What takes the focus within a widget, itself included, in the order of now, hidden ones too."""
    return (one for one in _round(within) if one is within or within.isAncestorOf(one))


def stop_before(widget: QWidget) -> QWidget | None:
    """What takes the focus last before a widget and what is within; None where that is all that there is."""
    outside = [one for one in _round(widget) if one is not widget and not widget.isAncestorOf(one)]
    return outside[-1] if outside else None


def _round(start: QWidget) -> Iterator[QWidget]:
    """All that takes the focus, from one widget on and round to it.

    Not by Tab alone: of buttons in a group only the one that is pressed does, and the next may be another.
    """
    here: QWidget | None = start
    while here is not None:
        if here.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield here
        here = here.nextInFocusChain()
        if here is start:
            return
