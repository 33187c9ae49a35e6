"""What costs a second to import and is not needed to show the window: it comes with its first use, on a worker."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coach.core.events import AdviceSettings, Event
from coach.errors import KnownError
from coach.report.record import SessionKind, SessionRecord
from coach.report.result import Result
from coach.ui.device_chooser import DeviceChoice
from coach.ui.live_session import Session
from coach.ui.review_places import Place

if TYPE_CHECKING:
    from coach.detectors.profile import Profile
    from coach.intake.glimpse import Glimpse
    from coach.runtime.calibration import Calibration
    from coach.runtime.live_record import LiveRecorder
    from coach.session.header import SessionHeader
    from coach.session.keeper import SessionKeeper
    from coach.session.measurements import Measurements
    from coach.session.store import SessionStore
    from coach.ui.passphrase_desk import PassphraseDesk
    from coach.voz.loudspeaker import Loudspeaker

_MEASURED: Final = 16
"""Recordings; an hour of one is some 10 MB."""


def live_session(where: str | None, **wishes: Any) -> Session:
    """`app.live_session`."""
    from coach import app

    return app.live_session(where, **wishes)


class LateAnalysis:
    """`app.analyse_file`; what was measured in the last few recordings is there until their sessions are kept."""

    def __init__(self, settings: Callable[[], AdviceSettings | None] = lambda: None) -> None:
        """`settings`: what the agent wants of advice when an analysis begins; on the worker."""
        self._settings = settings
        self._measured: deque[tuple[Result, Measurements]] = deque(maxlen=_MEASURED)

    def __call__(self, where: str, **wishes: Any) -> Result:
        """Analyse; on a worker."""
        from coach import app
        from coach.session.measurements import Collector

        collector = Collector()
        result = app.analyse_file(where, also=collector.add, settings=self._settings(), **wishes)
        self._measured.append((result, collector.measurements()))
        return result

    def measured(self, result: Result) -> Measurements | None:
        """What was measured for this one; None for what was not analysed here, or long ago."""
        return next((measured for one, measured in tuple(self._measured) if one is result), None)


def look(where: str, keep_on: Callable[[], None]) -> Glimpse:
    """`intake.glimpse.glimpse`."""
    from coach.intake.glimpse import glimpse

    return glimpse(where, keep_on)


def room(folder: Path) -> float:
    """`session.room.room_s`."""
    from coach.session.room import room_s

    return room_s(folder)


def loudspeaker() -> Loudspeaker:
    """`voz.loudspeaker.Loudspeaker`."""
    from coach.voz.loudspeaker import Loudspeaker

    return Loudspeaker()


def cameras() -> Sequence[DeviceChoice]:
    """`app.cameras`."""
    from coach import app

    return app.cameras()


def microphones() -> Sequence[DeviceChoice]:
    """`app.microphones`."""
    from coach import app

    return app.microphones()


def store(
    folder: Path,
    desk: PassphraseDesk,
    worth_s: float,
    recovered: Callable[[list[SessionHeader]], None],
    keep_days: Callable[[], int | None],
) -> SessionStore:
    """`open_store`, with the system's keyring or the passphrase that `desk` asks for.

    `recovered` hears of the sessions that Coach ended in the middle of, if they lasted `worth_s` and so were kept.
    `keep_days`: after how many days sessions go by themselves, as it is chosen when the store is opened.
    """
    from coach.session.open_store import open_store
    from coach.session.secret import SecretSource, system_keyring

    opened = open_store(folder, SecretSource(desk.ask, system_keyring()), keep_days())
    if opened.recovered:
        from coach.runtime.recovery import recover

        try:
            recovered(recover(opened, worth_s, partial(_calibration_in, opened)))
        except BaseException:
            opened.close()
            raise
    return opened


def _calibration_in(store: SessionStore) -> Profile | None:
    from coach.runtime.calibration import calibration_in

    with contextlib.suppress(KnownError):  # who measures from it is told
        return calibration_in(store)
    return None


def store_there(desk: PassphraseDesk, address: str) -> SessionStore:
    """`open_there`, with the system's keyring or the passphrase that `desk` asks for."""
    from coach.session.open_address import open_there
    from coach.session.secret import SecretSource, system_keyring

    name = Place(address).name
    return open_there(address, SecretSource(lambda request: desk.ask(request, name), system_keyring()))


def erase(folder: Path) -> None:
    """`erase_store`, with the system's keyring."""
    from coach.session.erase import erase_store
    from coach.session.secret import system_keyring

    erase_store(folder, system_keyring())


class LateRecorder:
    """A `LiveRecorder` that is made with the first batch, on the session's own thread."""

    def __init__(
        self, kind: SessionKind, started: datetime, keeper: SessionKeeper | None, calibration: Calibration
    ) -> None:
        """`keeper`: keeps the session while it runs, if that is wanted; it may come later."""
        self.keeper, self.kind, self.started = keeper, kind, started
        self._calibration = calibration
        self.kept: str | None = None
        """The id under which it is kept, once it is."""
        self._recorder: LiveRecorder | None = None

    def push(self, events: list[Event]) -> None:
        """One batch; from one thread at a time."""
        self._made().push(events)

    def record(self) -> SessionRecord:
        """The session so far."""
        return self._made().record()

    @property
    def seconds(self) -> float:
        """How long it has lasted."""
        return self._made().seconds

    def was_kept(self, id: str) -> None:
        """The store has it now."""
        self.kept = id

    def _made(self) -> LiveRecorder:
        if self._recorder is None:
            from coach.runtime.live_record import LiveRecorder

            self._recorder = LiveRecorder(self.kind, self.started, lambda: self._calibration.now, self._keep)
        return self._recorder

    def _keep(self, events: list[Event]) -> None:
        keeper = self.keeper  # the window may let it go meanwhile
        if keeper is not None:
            keeper.add(events)
