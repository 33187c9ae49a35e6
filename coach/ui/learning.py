"""What is learned from a session: its report, keeping it, and the progress over all that are kept."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from coach.core.events import AdviceSettings
from coach.intake.waiting import Waiting
from coach.manual.drills import load_drills
from coach.preferences import Preferences
from coach.report.record import SessionRecord
from coach.runtime.calibration import Calibration
from coach.runtime.consent import accepting, keep_consent
from coach.session.folder_lock import anything_in
from coach.session.worker import StoreWorker
from coach.ui import late
from coach.ui.kept_sessions import KeptSessions
from coach.ui.live_keeping import LiveKeeping
from coach.ui.live_page import LivePage
from coach.ui.live_session import Session
from coach.ui.main_window import MainWindow
from coach.ui.page import Page
from coach.ui.passphrase_desk import PassphraseDesk
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.progress_page import ProgressPage
from coach.ui.report_page import REPORT, ReportPage
from coach.ui.review_chooser import CHOOSER, ReviewChooser
from coach.ui.review_desk import ReviewDesk
from coach.ui.review_page import ReviewPage
from coach.ui.review_window import REVISION, ReviewWindow
from coach.ui.room import Room
from coach.ui.session_end import WORTH_S
from coach.ui.session_history import SessionHistory
from coach.ui.sessions_page import SessionsPage
from coach.ui.sharing import Sharing
from coach.ui.store_asker import StoreAsker
from coach.ui.theme import Theme
from coach.ui.tuning_desk import TuningDesk
from coach.ui.tuning_page import TuningPage
from coach.ui.words import day_in_words


class Learning(QObject):
    """Holds the pages and the store together. The store is opened, and made, only when somebody wants it.

    `recovered(list[SessionHeader])`: sessions that Coach ended in the middle of have their report after all.
    `calibration_failed(Exception)`: why it could not be read or kept; `calibration_forgotten(Exception | None)`: it is,
    or why something of it stays.
    """

    recovered = Signal(object)
    calibration_failed = Signal(object)
    calibration_forgotten = Signal(object)

    def __init__(self, live: LivePage, keeper: PreferencesKeeper, folder: Path, theme: Theme) -> None:
        super().__init__()
        self._live, self._keeper = live, keeper
        self._desk, self._desk_there = PassphraseDesk(self), PassphraseDesk(self)
        opening = (folder, self._desk, WORTH_S, self.recovered.emit, lambda: keeper.value.keep_days)
        self._consent = keeper.value.consent
        self._worker = StoreWorker(accepting(partial(late.store, *opening), lambda: keeper.value.consent))
        self._exists = exists = partial(anything_in, folder)
        analysis = late.LateAnalysis(self._settings)
        self.history = SessionHistory(self._worker, self, exists, analysis.measured)
        self.calibration = Calibration(
            self._worker, exists, folder.parent / "perfil.json", self.calibration_failed.emit
        )
        self.sessions = SessionsPage(
            keeper, KeptSessions(self._worker, partial(self._erase, folder), exists, self), theme
        )
        self.room = Room(partial(late.room, folder), self)
        self.report = ReportPage(theme, self.history)
        self.progress = ProgressPage(theme, self.history)
        self.review = ReviewPage(analysis, theme, Waiting(folder.parent / "en_espera.json"), late.look)
        there = partial(late.store_there, self._desk_there)
        self.revision = ReviewWindow(ReviewDesk(self._worker, self, exists, there), theme)
        self.chooser = ReviewChooser(self.revision.desk, REVISION, theme)
        self.tuning = TuningPage(TuningDesk(self.revision.desk, self), CHOOSER, theme)
        self.sharing = Sharing(self._worker, exists, (self.review, self.report, self.revision), theme, self)
        self.share = self.sharing.page
        self._keeping = LiveKeeping(live, keeper, self._worker, self.history, self.calibration, self)
        self._connect()
        self._offer(keeper.value)

    def belong_to(self, window: MainWindow) -> None:
        """Whose the dialogs are; none comes before whoever is guided through a calibration."""
        for desk in (self._desk, self._desk_there):
            desk.owner = lambda: window.page.dressed[0]
            desk.waits = lambda: self._live.feed.guiding

    def live_session(self, where: str | None, **wishes: Any) -> Session:
        """A session that measures from the agent's calibration; on a worker, for it waits for the store.

        Whoever has to type a passphrase does so before the camera goes on, and who would not is asked once.
        """
        profile = self.calibration.known() if self._keeping.open() else self.calibration.now
        return late.live_session(where, profile=profile, learned=self.calibration.keep, **wishes)

    def forget_calibration(self) -> None:
        """Whoever sits here next is not measured from it."""
        self.calibration.forget(self.calibration_forgotten.emit)

    def last_session(self) -> str:
        """The newest kept session, and the goal, in one line; empty where there is none, or none was read yet."""
        kept = self.history.kept
        newest = max((one.started for one in kept.sessions), default=None)
        if newest is None:
            return ""
        told = self.tr("Tu última sesión guardada: {}.").format(day_in_words(newest))
        drill = load_drills().get(kept.goal or "")
        return told if drill is None else self.tr("{} Tu meta: {}.").format(told, drill.goal)

    def begin_review(self, session: str | None, address: str | None, phrase: str | None = None) -> None:
        """As `ReviewDesk.begin`; `phrase` opens what it reads, if it was typed in the terminal."""
        if phrase is not None:
            (self._desk if address is None else self._desk_there).typed_before(phrase)
        self.revision.desk.begin(session, address)

    def close(self) -> None:
        """Join the store's thread, after what is under way; whoever heard of that would ask for more."""
        for asker in self.findChildren(StoreAsker):
            asker.close()
        self._desk.close()
        self._desk_there.close()
        self._worker.close()
        self.revision.desk.close_down()
        self.room.close()

    def _settings(self) -> AdviceSettings:
        """What is wished of advice live holds for recordings too."""
        value = self._keeper.value
        return AdviceSettings(0.0, value.sensitivity, value.muted, None)

    def _connect(self) -> None:
        live = self._live
        self.calibration_failed.connect(live.tell)
        live.report.connect(self._show)
        live.status.film.toggled.connect(self.room.watch)
        self.room.told.connect(live.status.film.tell_room)
        self.room.told.connect(lambda sentence, _: self.sessions.room.setText(sentence))
        self.sessions.shown.connect(self.room.refresh)
        self.review.analysed.connect(self._show_record)
        self.review.card.kept.clicked.connect(lambda: self._choose(self.review))
        self.progress.session_wanted.connect(lambda: self._choose(self.progress))
        self.review.card.folder.clicked.connect(self._open_folder)
        self.report.review_wanted.connect(self._revise)
        self.sessions.kept.changed.connect(self.history.refresh)
        self.chooser.server_opened.connect(self._remember)
        self._keeper.changed.connect(self._offer)
        self._keeper.changed.connect(self._agree)

    def _erase(self, folder: Path) -> None:
        """All that is kept; on the store's own thread."""
        try:
            late.erase(folder)
        finally:
            if not anything_in(folder):  # it is gone, though the keyring may not give up its key
                self.calibration.erased()

    def _offer(self, value: Preferences) -> None:
        self._live.end.offer(report=True, keep=not value.keep_sessions)
        self.chooser.last_server = value.server

    def _agree(self, value: Preferences) -> None:
        """What was accepted, or withdrawn, is kept with the sessions too; a closed store says it once it is opened."""
        if value.consent != self._consent:
            self._consent = value.consent
            said = self._worker.call_if_open(partial(keep_consent, consent=value.consent))
            said.add_done_callback(self._was_said)

    def _was_said(self, said: Future[None]) -> None:
        error = None if said.cancelled() else said.exception()
        if error is not None:
            self.history.failed.emit(error)

    def _show(self, recorder: late.LateRecorder) -> None:
        self.report.show_record(recorder.record(), recorder.kept)
        self._live.go.emit(REPORT)

    def _show_record(self, record: SessionRecord) -> None:
        self.report.show_record(record)
        self.review.go.emit(REPORT)

    def _open_folder(self) -> None:
        self.chooser.ask_folder(self.review, lambda: self.review.go.emit(CHOOSER))

    def _remember(self, server: str) -> None:
        if server != self._keeper.value.server:
            self._keeper.change(server=server)

    def _choose(self, page: Page) -> None:
        """From `page` to one of one's own, wherever the last one was."""
        self.revision.desk.turn_home()
        page.go.emit(CHOOSER)

    def _revise(self, session: str) -> None:
        self.revision.desk.open(session)
        self.report.go.emit(REVISION)
