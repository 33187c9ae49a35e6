"""The sessions that others shared with the person at this computer: what there is of each, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from coach.errors import KnownError
from coach.media.container import open_stored
from coach.report.record import SessionRecord
from coach.session.header import SessionHeader, expired
from coach.session.shared import SharedFrom
from coach.session.store import SessionStore
from coach.sharing.manifest import Part
from coach.sharing.merge import TRAINER, from_trainer


@dataclass(frozen=True, slots=True)
class ReceivedSession:
    """`parts`: what came along beside what was measured. `notes`: how many of those on it can be sent back."""

    header: SessionHeader
    origin: SharedFrom
    parts: tuple[Part, ...]
    notes: int


def received_sessions(store: SessionStore, now: datetime) -> list[ReceivedSession]:
    """Those whose day has not come, newest first; the others are erased."""
    store.shared.expire(now)
    found = []
    for header in store.shared.sessions():
        origin = store.shared.of(header.id)
        if origin is not None:
            notes = len(from_trainer(store.annotations.of(header.id), TRAINER))
            found.append(ReceivedSession(header, origin, _parts(store, header.id), notes))
    return found


def open_received(store: SessionStore, id: str, now: datetime) -> SessionRecord:
    """What was found in one. Raises `ExpiredError` when its day has come, and it is erased."""
    origin = store.shared.of(id)
    if origin is not None and origin.expires <= now:
        store.shared.expire(now)
        raise expired(id, origin.expires)
    return store.load(id)


def _parts(store: SessionStore, id: str) -> tuple[Part, ...]:
    file = store.recordings.open(id)
    if file is None:
        return ()
    with file:
        try:
            with open_stored(file) as container:
                picture, sound = bool(container.streams.video), bool(container.streams.audio)
        except KnownError:
            return ()  # whoever plays it is told
    return (*(("video",) if picture else ()), *(("sonido",) if sound else ()))
