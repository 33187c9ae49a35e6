"""Keeping a live session while it runs and once it is over."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.report.record import SessionKind, to_the_second
from coach.runtime.calibration import Calibration
from coach.session.keeper import SessionKeeper
from coach.session.worker import StoreWorker
from coach.ui import late
from coach.ui.live_page import LivePage
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.session_end import WORTH_S
from coach.ui.session_history import SessionHistory

if TYPE_CHECKING:  # with PyAV it comes once somebody records
    from coach.session.recording import SessionRecorder


class LiveKeeping(QObject):
    """Keeps as the agent wishes: every session from its start, one when asked at its end, or one that is recorded.

    What is kept while it runs and is not wanted after all, or is shorter than `WORTH_S`, is dropped.
    """

    def __init__(
        self,
        live: LivePage,
        keeper: PreferencesKeeper,
        worker: StoreWorker,
        history: SessionHistory,
        calibration: Calibration,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._live, self._keeper, self._worker = live, keeper, worker
        self._history, self._calibration = history, calibration
        self._latest: late.LateRecorder | None = None
        live.recorder = self._recorder
        live.keep.connect(self._keep_it)
        live.session_ended.connect(self._on_ended)
        live.nothing_came.connect(self._on_nothing)
        live.film.offer(self._film)
        live.film.not_begun.connect(self._on_not_filmed)

    def open(self) -> bool:
        """Whether the store is open, if the newest session is being kept; waits for it, on a worker."""
        keeper = None if self._latest is None else self._latest.keeper
        return keeper is None or keeper.wait()

    def _recorder(self) -> late.LateRecorder:
        kind: SessionKind = "en_vivo" if self._live.controller.ear is None else "practica"
        started, keeper = to_the_second(datetime.now().astimezone()), None
        if self._keeper.value.keep_sessions:
            keeper = SessionKeeper(self._worker, kind, started, self._history.failed.emit)
        self._latest = late.LateRecorder(kind, started, keeper, self._calibration)
        return self._latest

    def _film(self, picture: bool, sound: bool) -> Future[SessionRecorder] | None:
        """Record the session that runs, which is kept for that from now on, whatever is wished of others."""
        latest = self._latest
        if latest is None:
            return None
        if latest.keeper is None or latest.keeper.failed:  # whoever asks for it may have thought better of it
            latest.keeper = SessionKeeper(self._worker, latest.kind, latest.started, self._history.failed.emit)
        return latest.keeper.film(picture, sound, self._live.film.failed.emit)

    def _on_not_filmed(self) -> None:
        """What was begun to be kept for a recording alone is let go at once: a crash would leave it there."""
        if self._latest is not None and not self._keeper.value.keep_sessions:
            self._drop(self._latest)

    def _on_ended(self, recorder: object) -> None:
        if isinstance(recorder, late.LateRecorder):
            if self._live.end.promised:
                self._keep_it(recorder)
            elif self._keeper.value.keep_sessions:
                self._keep(recorder)
            else:
                self._drop(recorder)

    def _on_nothing(self, recorder: object) -> None:
        if isinstance(recorder, late.LateRecorder):
            self._drop(recorder)

    def _keep_it(self, recorder: late.LateRecorder) -> None:
        """The agent asks for it, or asked for its recording, and hears how it went where that was offered."""
        told = partial(self._live.tell_kept, recorder)
        self._keep(recorder, partial(told, None), told)

    def _keep(
        self,
        recorder: late.LateRecorder,
        then: Callable[[], None] = lambda: None,
        otherwise: Callable[[BaseException], None] | None = None,
    ) -> None:
        def kept(id: str) -> None:
            recorder.was_kept(id)
            then()

        record = recorder.record()
        if otherwise is not None or record.result.duration_s >= WORTH_S:  # what is asked for is not by itself
            self._history.keep(record, recorder.keeper, kept, otherwise)
        else:
            self._drop(recorder)

    def _drop(self, recorder: late.LateRecorder) -> None:
        """Of what was kept while it ran nothing stays: it was too short, or the agent no longer wants it."""
        if recorder.keeper is not None:
            recorder.keeper.drop()
            recorder.keeper = None
