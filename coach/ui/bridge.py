"""The only bridge between other threads and the window: one signal a hook, delivered on the main thread.

The hooks may be called from any thread and never block. What waits is bounded: the newest frame, and the newest event
of each subject, so that a busy window shows what is true now instead of what was true a while ago.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from coach.core.events import (
    ConditionChanged,
    CongruenceChanged,
    CongruenceSegment,
    Event,
    Features,
    Filler,
    FindingChanged,
    FindingSegment,
    Frame,
    PhraseEnd,
    SignalChanged,
    SignalSegment,
    SpeechSpan,
    Syllable,
)
from coach.core.landmarks import Perceived

_NOT_SHOWN = Features | SignalSegment | FindingSegment | CongruenceSegment | Syllable | SpeechSpan | PhraseEnd | Filler
"""Events that the window has no use for: what they mean reaches it as a state or a measurement."""


class Bridge(QObject):
    """`frame(Frame)`, `events(list[Event], Perceived | None)`, `failed(Exception)`, on the thread that made it."""

    frame = Signal(object)
    events = Signal(object, object)
    failed = Signal(object)

    _frame_came = Signal()
    _events_came = Signal()
    _failure_came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._newest: Frame | None = None
        self._perceived: Perceived | None = None
        self._news = False
        self._waiting: dict[Hashable, Event] = {}
        queued = Qt.ConnectionType.QueuedConnection
        self._frame_came.connect(self._deliver_frame, queued)
        self._events_came.connect(self._deliver_events, queued)
        self._failure_came.connect(self.failed, queued)

    def on_frame(self, frame: Frame) -> None:
        """Hook: a frame to show; it replaces the one that still waits."""
        with self._lock:
            idle, self._newest = self._newest is None, frame
        if idle:
            self._frame_came.emit()

    def on_events(self, events: Iterable[Event], perceived: Perceived | None) -> None:
        """Hook: what the chain found, and the newest landmarks."""
        with self._lock:
            idle, self._news, self._perceived = not self._news, True, perceived
            for event in events:
                if not isinstance(event, _NOT_SHOWN):
                    key = _subject(event)
                    self._waiting.pop(key, None)
                    self._waiting[key] = event
        if idle:
            self._events_came.emit()

    def on_error(self, error: Exception) -> None:
        """Hook: the session came to a halt."""
        self._failure_came.emit(error)

    def _deliver_frame(self) -> None:
        with self._lock:
            newest, self._newest = self._newest, None
        if newest is not None:
            self.frame.emit(newest)

    def _deliver_events(self) -> None:
        with self._lock:
            events, self._waiting = list(self._waiting.values()), {}
            self._news, perceived = False, self._perceived
        self.events.emit(events, perceived)


def _subject(event: Event) -> Hashable:
    """What an event is about: a newer event of the same subject makes an older one void."""
    if isinstance(event, SignalChanged | FindingChanged | CongruenceChanged | ConditionChanged):
        return type(event).__name__, event.id
    return type(event).__name__


class Background(QObject):
    """Does slow work on one worker thread, in order, and hands each outcome back on the main thread."""

    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(1, "background")
        self._done.connect(lambda then, outcome: then(outcome), Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Any], then: Callable[[Future[Any]], None]) -> None:
        """Do `work` soon; `then` gets its finished future, with the result or the exception, unless it is cancelled."""
        self._worker.submit(work).add_done_callback(
            lambda outcome: None if outcome.cancelled() else self._done.emit(then, outcome)
        )

    def close(self, *, finish: bool = False) -> None:
        """Join the worker, after what is under way; with `finish` after all that waits, too."""
        self._worker.shutdown(wait=True, cancel_futures=not finish)
