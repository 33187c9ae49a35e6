"""Tunes the detectors to what trainers said, while the window stays awake: reading, searching, using, going back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from threading import Event as Flag
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from coach.manual.adjustments import Adjustment
from coach.manual.catalog import load_catalog
from coach.settings import adjustments_file
from coach.ui.bridge import Background
from coach.ui.review_desk import ReviewDesk
from coach.ui.review_places import Place

if TYPE_CHECKING:  # the engine and the detectors come with the worker's first use
    from coach.tuning.search import Tuned
    from coach.tuning.work import Judged


class _Cancelled(Exception):
    """The trainer does not want it any more."""


class TuningDesk(QObject):
    """Every start ends in exactly one of `found(list[Tuned])`, `few(Most | None)`, `failed` and `cancelled`.

    `reached(str, float)`: the share done of one signal's search, "" while sessions are read. `in_use(dict[str,
    Adjustment])`: the thresholds that this computer moved, as they are now. `failed(Exception)`: why something was not
    done.
    """

    reached = Signal(str, float)
    found = Signal(object)
    few = Signal(object)
    cancelled = Signal()
    in_use = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: ReviewDesk, parent: QObject | None = None) -> None:
        """`desk` knows which store is gone through."""
        super().__init__(parent)
        self._desk = desk
        self._background = Background(self)
        self._unwanted = Flag()
        self.running = False

    @property
    def place(self) -> Place:
        """Whose sessions are looked in."""
        return self._desk.place

    def look(self) -> None:
        """Ask which thresholds are in use."""
        self._then_look(lambda: None)

    def start(self) -> None:
        """Look for better ones in what was judged; ignored while that is under way."""
        if not self.running:
            self.running = True
            self._unwanted.clear()
            self._desk.ask_judged(partial(self._reach, ""), self._search, self._give_in)

    def cancel(self) -> None:
        """Give it up, as soon as the work next tells how far it is."""
        self._unwanted.set()

    def use(self, results: Sequence[Tuned]) -> None:
        """Detect with these from the next session on."""

        def work() -> None:
            from coach.tuning.work import use

            use(adjustments_file(), results)

        self._then_look(work)

    def go_back(self, before: Mapping[str, Adjustment]) -> None:
        """To those of before, none for the manual's own."""

        def work() -> None:
            from coach.tuning.work import go_back

            go_back(adjustments_file(), before)

        self._then_look(work)

    def close_down(self) -> None:
        """Join the worker, after what is under way."""
        self.cancel()
        self._background.close(finish=True)

    def _reach(self, name: str, share: float) -> None:
        """On a worker's thread."""
        if self._unwanted.is_set():
            raise _Cancelled
        self.reached.emit(name, share)

    def _search(self, judged: Judged | None) -> None:
        if judged is None or not judged.parts:
            self._end(partial(self.few.emit, None if judged is None else judged.most))
            return

        def work() -> list[Tuned]:
            from coach.tuning.work import tuned

            names = load_catalog()
            return [tuned(id, part, partial(self._reach, names[id].name)) for id, part in judged.parts.items()]

        self._background.run(work, self._searched)

    def _searched(self, outcome: Future[list[Tuned]]) -> None:
        error = outcome.exception()
        if error is None:
            self._end(partial(self.found.emit, outcome.result()))
        else:
            self._give_in(error)

    def _give_in(self, error: BaseException) -> None:
        self._end(self.cancelled.emit if isinstance(error, _Cancelled) else partial(self.failed.emit, error))

    def _end(self, tell: Callable[[], Any]) -> None:
        self.running = False
        self.cancelled.emit() if self._unwanted.is_set() else tell()

    def _then_look(self, work: Callable[[], None]) -> None:
        def both() -> dict[str, Adjustment]:
            from coach.runtime.local_rows import local_adjustments

            work()
            return local_adjustments()

        self._background.run(both, self._looked)

    def _looked(self, outcome: Future[dict[str, Adjustment]]) -> None:
        error = outcome.exception()
        self.failed.emit(error) if error is not None else self.in_use.emit(outcome.result())
