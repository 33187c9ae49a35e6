"""Words of the window alone: a past told roughly, states. The rest is in `report/words.py`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from coach.core.events import State
from coach.report.words import NOT_OBSERVABLE


def tr(text: str) -> str:
    """Translate a text that no QObject owns."""
    return QCoreApplication.translate("words", text)


def about(seconds: float) -> str:
    """A past that need not be exact: its largest unit alone.

    >>> about(3.9), about(75), about(7300)
    ('3 s', '1 min', '2 h')
    """
    whole = int(seconds)
    if whole < 60:
        return tr("{} s").format(whole)
    return tr("{} min").format(whole // 60) if whole < 3600 else tr("{} h").format(whole // 3600)


def state_words(state: State | None) -> str:
    """What can be said of a signal, in full."""
    if state is None:
        return tr("sin datos todavía")
    return {
        State.PRESENT: tr("presente"),
        State.ABSENT: tr("ausente"),
        State.NOT_OBSERVABLE: NOT_OBSERVABLE,
    }[state]
