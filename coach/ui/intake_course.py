"""Recordings are taken in one after the other: each is looked at, asked about where it must be, and analysed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.core.tile import Whose
from coach.errors import KnownError
from coach.intake.waiting import Waiting, taken_in
from coach.report.record import SessionRecord
from coach.ui.analysis_job import Analyse, AnalysisJob, Look

if TYPE_CHECKING:  # with perception it is imported by the worker that looks
    from coach.intake.glimpse import Glimpse


class IntakeCourse(QObject):
    """What still waits, to be analysed or to be read, when it is left or Coach ends, is in `waiting`.

    `began(Path)`: it is this one's turn. `asked(Path, Glimpse)`: there is something to choose: `answer`, or `give_up`.
    `begun`: its analysis has begun. `alone(SessionRecord)`: the only one is done. `ready(Path, SessionRecord)`:
    one of several is. `over(list)`: all are; why some failed. `given_up`: nothing is under way any more.
    `unwritten(Exception)`: why it cannot be written down what still waits.
    """

    began = Signal(object)
    asked = Signal(object, object)
    begun = Signal()
    alone = Signal(object)
    ready = Signal(object, object)
    over = Signal(object)
    given_up = Signal()
    unwritten = Signal(object)

    def __init__(self, analyse: Analyse, look: Look | None, waiting: Waiting, parent: QObject) -> None:
        """Without a `look` nothing is asked."""
        super().__init__(parent)
        self.waiting, self.job = waiting, AnalysisJob(analyse, self)
        self._look = look
        self._current: Path | None = None
        self._one = False
        self._asked: Glimpse | None = None
        self._same: tuple[Whose, Glimpse] | None = None
        self._failures: list[tuple[Path, Exception]] = []
        self.job.looked.connect(self._on_looked)
        self.job.done.connect(self._on_done)
        self.job.failed.connect(self._on_failed)
        self.job.cancelled.connect(self.given_up)

    @property
    def busy(self) -> bool:
        """Whether one is under way, or asked about."""
        return self.job.running or self._asked is not None

    def add(self, dropped: Iterable[Path]) -> None:
        """These recordings too, and those in these folders. Raises `KnownError` for a folder without any."""
        files = taken_in(dropped)
        self.waiting.add(files)
        if files and not self.busy:
            self.go_on()

    def go_on(self) -> None:
        """From the first that waits to the last."""
        self._one, self._failures, self._same = len(self.waiting.all) == 1, [], None
        self._next()

    def answer(self, whose: Whose, same: bool) -> None:
        """What of the recording that was asked about is the agent's; the `same` in those after it that ask no more."""
        asked, self._asked = self._asked, None
        self._same = (whose, asked) if same and asked is not None else None
        self._start(whose)

    def give_up(self) -> None:
        """This one, and all that wait."""
        self.forget()
        self.leave()

    def forget(self) -> None:
        """All that wait."""
        self._note(self.waiting.clear)

    def read(self, recording: Path) -> None:
        """What was found in this one is read now."""
        self._note(partial(self.waiting.read, recording))

    def leave(self) -> None:
        """This one for now; it still waits."""
        if self._asked is not None:
            self._asked = None
            self.given_up.emit()
        self.job.cancel()

    def _next(self) -> None:
        self._current = self.waiting.all[0]
        self.began.emit(self._current)
        if self._look is None:
            self._start(Whose())
        else:
            self.job.look(self._look, str(self._current))

    def _on_looked(self, seen: Glimpse) -> None:
        same = self._same
        if seen.asks and (same is None or not _serves(same[1], seen)):
            self._asked = seen
            self.asked.emit(self._current, seen)
        else:
            whose = Whose() if same is None else same[0]
            self._start(Whose(whose.tile if seen.tiles else None, whose.channel if seen.channels else None))

    def _start(self, whose: Whose) -> None:
        self.begun.emit()
        self.job.start(str(self._current), whose)

    def _on_done(self, record: SessionRecord) -> None:
        alone = self._one and set(self.waiting.all) <= {self._current}
        current = self._finished(self.waiting.done if alone else self.waiting.analysed)
        if alone:
            self.alone.emit(record)
            return
        self.ready.emit(current, record)
        self._after()

    def _on_failed(self, error: Exception) -> None:
        self._failures.append((self._finished(self.waiting.done), error))
        self._after()

    def _finished(self, note: Callable[[Path], None]) -> Path:
        """What was under way no longer waits to be analysed."""
        assert self._current is not None, "a job begins with a recording"
        self._note(partial(note, self._current))
        return self._current

    def _note(self, write: Callable[[], None]) -> None:
        """On a full disk too what was analysed is shown, and the others are."""
        try:
            write()
        except KnownError as error:
            self.unwritten.emit(error)

    def _after(self) -> None:
        if self.waiting.all:
            self._one = False
            self._next()
        else:
            self.over.emit(self._failures)


def _serves(answered: Glimpse, seen: Glimpse) -> bool:
    """Whether what was said of one recording answers all that another asks; in each, voices are numbered anew."""
    return (
        not seen.voices
        and (bool(answered.tiles) or not seen.tiles)
        and len(seen.channels) in (0, len(answered.channels))
    )
