"""A recording is analysed while the window stays awake: progress, cancelling, and its record in the end."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from threading import Event as Flag
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal

from coach.core.source import SourceInfo
from coach.core.tile import Tile, Whose
from coach.report.record import SessionRecord, to_the_second
from coach.report.result import Result
from coach.ui.bridge import Background

if TYPE_CHECKING:  # with perception it is imported by the worker that looks
    from coach.intake.glimpse import Glimpse

Told: TypeAlias = Callable[[float, SourceInfo], None]


class Analyse(Protocol):
    """`app.analyse_file`, as far as it is used here."""

    def __call__(
        self, where: str, *, progress: Told, drawn: bool, tile: Tile | None, channel: int | None, voice: int | None
    ) -> Result:
        """`progress` gets the seconds reached; what it raises ends the analysis."""
        ...


Look: TypeAlias = "Callable[[str, Callable[[], None]], Glimpse]"
"""`intake.glimpse.glimpse`: what its second argument raises ends the look."""


T = TypeVar("T")
_ALL: Final = Whose()


class _Cancelled(Exception):
    """The user does not want it any more."""


class AnalysisJob(QObject):
    """One recording at a time. `reached(float)`: the share done, about a hundred times in all.

    Every start ends in exactly one of `done(SessionRecord)`, `failed(Exception)` and `cancelled()`, every look in one
    of `looked(Glimpse)` and the last two.
    """

    looked = Signal(object)
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

    def look(self, look: Look, where: str) -> None:
        """See whether there is anything to ask of the recording of this name; ignored while one is under way."""
        self._run(partial(look, where, self._keep_on), self.looked.emit)

    def start(self, where: str, whose: Whose = _ALL) -> None:
        """Analyse the recording of this name, or what of it is the agent's; ignored while one is under way."""
        self._run(partial(self._work, where, whose), self.done.emit)

    def cancel(self) -> None:
        """Give it up, as soon as the analysis next tells how far it is."""
        self._unwanted.set()

    def close(self) -> None:
        """Join the worker. Call it when nothing runs."""
        self._background.close()

    def _run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        if self.running:
            return
        self.running = True
        self._unwanted.clear()
        self._background.run(work, partial(self._after, then))

    def _keep_on(self) -> None:
        if self._unwanted.is_set():
            raise _Cancelled

    def _work(self, where: str, whose: Whose) -> SessionRecord:
        shown = -1

        def told(t: float, info: SourceInfo) -> None:
            nonlocal shown
            self._keep_on()
            percent = int(100 * t / info.duration_s) if info.duration_s else 0
            if percent != shown:
                shown = percent
                self.reached.emit(min(1.0, percent / 100))

        mine = {"channel": whose.channel, "voice": whose.voice}
        result = self._analyse(where, progress=told, drawn=True, tile=whose.tile, **mine)
        return SessionRecord("grabacion", to_the_second(datetime.now().astimezone()), result)

    def _after(self, then: Callable[[T], None], outcome: Future[T]) -> None:
        self.running = False
        error = outcome.exception()
        if isinstance(error, _Cancelled) or self._unwanted.is_set():
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            then(outcome.result())
