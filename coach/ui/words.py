"""Words that several parts of the window share: lengths of time, evidence, what must be in view."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from coach.core.events import State


def tr(text: str) -> str:
    """Translate a text that no QObject owns."""
    return QCoreApplication.translate("words", text)


def lasting(seconds: float) -> str:
    """A length of time in a few characters.

    >>> lasting(3.9), lasting(75), lasting(3700)
    ('3 s', '1 min 15 s', '1 h 1 min')
    """
    whole = int(seconds)
    if whole < 60:
        return tr("{} s").format(whole)
    if whole < 3600:
        return tr("{} min {} s").format(whole // 60, whole % 60)
    return tr("{} h {} min").format(whole // 3600, whole % 3600 // 60)


def about(seconds: float) -> str:
    """A past that need not be exact: its largest unit alone.

    >>> about(3.9), about(75), about(7300)
    ('3 s', '1 min', '2 h')
    """
    whole = int(seconds)
    if whole < 60:
        return tr("{} s").format(whole)
    return tr("{} min").format(whole // 60) if whole < 3600 else tr("{} h").format(whole // 3600)


def clock(seconds: float) -> str:
    """A moment of the session, as players show it.

    >>> clock(7), clock(754), clock(3754)
    ('0:07', '12:34', '1:02:34')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def state_words(state: State | None) -> str:
    """What can be said of a signal, in full."""
    if state is None:
        return tr("sin datos todavía")
    return {
        State.PRESENT: tr("presente"),
        State.ABSENT: tr("ausente"),
        State.NOT_OBSERVABLE: tr("no observable"),
    }[state]


def evidence_words(evidence: str) -> str:
    """How far science supports the manual's reading, for a grade of the table."""
    return {"debil": tr("débil"), "moderada": tr("moderada"), "fuerte": tr("fuerte")}[evidence]


def family_words(family: str) -> str:
    """The heading of a family of signals."""
    return {"postura": tr("Posturas"), "gesto": tr("Gestos"), "rostro": tr("Rostro")}[family]
