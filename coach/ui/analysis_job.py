"""A recording is analysed while the window stays awake: progress, cancelling, and its record in the end."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from threading import Event as Flag
from typing import Protocol, TypeAlias

from PySide6.QtCore import QObject, Signal

from coach.core.source import SourceInfo
from coach.report.record import SessionRecord
from coach.report.result import Result
from coach.ui.bridge import Background

Told: TypeAlias = Callable[[float, SourceInfo], None]


class Analyse(Protocol):
    """`app.analyse_file`, as far as it is used here."""

    def __call__(self, where: str, *, progress: Told, drawn: bool) -> Result:
        """`progress` gets the seconds reached; what it raises ends the analysis."""
        ...


class _Cancelled(Exception):
    """The user does not want it any more."""


class AnalysisJob(QObject):
    """One recording at a time. `reached(float)`: the share done, about a hundred times in all.

    Every start ends in exactly one of `done(SessionRecord)`, `failed(Exception)` and `cancelled()`.
    """

    reached = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, analyse: Analyse, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._analyse = analyse
        self._background = Background(self)
        self._unwanted = Flag()
        self.running = False

    def start(self, where: str) -> None:
        """Analyse the recording of this name; ignored while another is under way."""
        if self.running:
            return
        self.running = True
        self._unwanted.clear()
        self._background.run(partial(self._work, where), self._after)

    def cancel(self) -> None:
        """Give it up, as soon as the analysis next tells how far it is."""
        self._unwanted.set()

    def close(self) -> None:
        """Join the worker. Call it when nothing runs."""
        self._background.close()

    def _work(self, where: str) -> SessionRecord:
        shown = -1

        def told(t: float, info: SourceInfo) -> None:
            nonlocal shown
            if self._unwanted.is_set():
                raise _Cancelled
            percent = int(100 * t / info.duration_s) if info.duration_s else 0
            if percent != shown:
                shown = percent
                self.reached.emit(min(1.0, percent / 100))

        result = self._analyse(where, progress=told, drawn=True)
        return SessionRecord("grabacion", datetime.now().astimezone(), result)

    def _after(self, outcome: Future[SessionRecord]) -> None:
        self.running = False
        error = outcome.exception()
        if isinstance(error, _Cancelled) or self._unwanted.is_set():
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(outcome.result())
