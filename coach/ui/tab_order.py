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
    """What takes the focus within a widget, itself included, in the order of now, hidden ones too.

    The walk ends with the last of them: a whole window's chain is long, and live nothing may hold it up.
    """
    left = sum(_is_stop(one) for one in [within, *within.findChildren(QWidget)] if one.window() is within.window())
    here: QWidget | None = within
    while left and here is not None:
        if _is_stop(here) and (here is within or within.isAncestorOf(here)):
            left -= 1
            yield here
        here = here.nextInFocusChain()


def stop_before(widget: QWidget) -> QWidget | None:
    """What takes the focus last before a widget and what is within; None where that is all that there is."""
    here = widget.previousInFocusChain()
    while here is not None and here is not widget:
        if _is_stop(here) and not widget.isAncestorOf(here):
            return here
        here = here.previousInFocusChain()
    return None


def _is_stop(widget: QWidget) -> bool:
    """Not by Tab alone: of buttons in a group only the one that is pressed does, and the next may be another."""
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus
