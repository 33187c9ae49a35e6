"""What costs a second to import and is not needed to show the window: it comes with its first use, on a worker."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.core.events import Event
from coach.report.record import SessionKind, SessionRecord
from coach.report.result import Result
from coach.ui.device_chooser import DeviceChoice
from coach.ui.live_session import Session

if TYPE_CHECKING:
    from coach.runtime.live_record import LiveRecorder
    from coach.session.store import SessionStore
    from coach.ui.passphrase_desk import PassphraseDesk


def live_session(where: str | None, **wishes: Any) -> Session:
    """`app.live_session`."""
    from coach import app

    return app.live_session(where, **wishes)


def analyse(where: str, **wishes: Any) -> Result:
    """`app.analyse_file`."""
    from coach import app

    return app.analyse_file(where, **wishes)


def cameras() -> Sequence[DeviceChoice]:
    """`app.cameras`."""
    from coach import app

    return app.cameras()


def microphones() -> Sequence[DeviceChoice]:
    """`app.microphones`."""
    from coach import app

    return app.microphones()


def store(folder: Path, desk: PassphraseDesk) -> SessionStore:
    """`open_store`, with the system's keyring or the passphrase that `desk` asks for."""
    from coach.session.open_store import open_store
    from coach.session.secret import SecretSource, system_keyring

    return open_store(folder, SecretSource(desk.ask, system_keyring()))


class LateRecorder:
    """A `LiveRecorder` that is made with the first batch, on the session's own thread."""

    def __init__(self, kind: SessionKind, started: datetime) -> None:
        self._kind, self._started = kind, started
        self._recorder: LiveRecorder | None = None

    def push(self, events: list[Event]) -> None:
        """One batch; from one thread at a time."""
        self._made().push(events)

    def record(self) -> SessionRecord:
        """The session so far."""
        return self._made().record()

    def _made(self) -> LiveRecorder:
        if self._recorder is None:
            from coach.app import saved_profile
            from coach.runtime.live_record import LiveRecorder

            self._recorder = LiveRecorder(self._kind, self._started, saved_profile)
        return self._recorder
