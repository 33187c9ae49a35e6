"""Words of the window alone: a past told roughly, states and how long they have lasted.

The rest is in `report/words.py`.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from coach.core.events import State
from coach.report.record import SessionKind
from coach.report.words import NOT_OBSERVABLE, clock, running
from coach.ui.board import Standing
from coach.ui.manual_words import shown


def tr(text: str) -> str:
    """Translate a text that no QObject owns: `pyside6-lupdate` files it under no context at all."""
    return QCoreApplication.translate("", text)


def day_in_words(when: datetime) -> str:
    """The day, here, as it is written in the language of the window."""
    day = when.astimezone()
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def short_day(when: datetime) -> str:
    """The day, here, as short as it is clear."""
    day = when.astimezone()
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def time_in_words(when: datetime) -> str:
    """The time of day, here."""
    here = when.astimezone()
    return QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)


def moment_in_words(when: datetime) -> str:
    """The day and the time, here, as short as they are clear."""
    return f"{short_day(when)} · {time_in_words(when)}"


def kind_name(kind: SessionKind) -> str:
    """What kind of session it was."""
    return {"practica": tr("Práctica"), "en_vivo": tr("Atención en vivo"), "grabacion": tr("Grabación")}[kind]


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
        State.NOT_OBSERVABLE: shown(NOT_OBSERVABLE),
    }[state]


def brief_words(state: State | None) -> str:
    """A state as a row shows it that has little room: without how long it has lasted."""
    match state:
        case State.PRESENT:
            return tr("presente")
        case State.NOT_OBSERVABLE:
            return tr("no obs.")
    return "" if state is None else "—"


def standing_words(standing: Standing, now: float | None) -> str:
    """A state as a row of a list shows it: for how long, or how long ago; `now` in s of the medium.

    >>> standing_words(Standing(State.PRESENT, 2.0), 5.5), standing_words(Standing(State.ABSENT, 2.0), 5.5)
    ('presente · 3 s', '—')
    """
    lasted = standing.lasted(now) or 0.0
    match standing.state:
        case State.PRESENT:
            return tr("presente · {}").format(running(lasted)) if lasted >= 1 else tr("presente")
        case State.NOT_OBSERVABLE:
            return shown(NOT_OBSERVABLE)
        case State.ABSENT if standing.seen:
            return tr("hace {}").format(about(lasted)) if lasted >= 2 else tr("hace un momento")
    return "" if standing.state is None else "—"


def spoken(standing: Standing) -> str:
    """A state in full, and since when."""
    since = "" if standing.since is None else tr(", desde {}").format(clock(standing.since))
    return state_words(standing.state) + since
