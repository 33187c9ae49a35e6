"""Takes a shared file in: a session of somebody else, kept apart; or the notes that a trainer sends back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from coach.errors import KnownError
from coach.session.measurements import Measurements
from coach.session.shared import Received, SharedFrom
from coach.session.store import SessionStore
from coach.sharing.contents import Contents
from coach.sharing.manifest import LONGEST_NAME, Manifest
from coach.sharing.merge import AGENT, accepted
from coach.sharing.seal import SealReader
from coach.sharing.sections import each


@dataclass(frozen=True, slots=True)
class Taken:
    """`session`: its id in this store. `notes`: how many were new to it."""

    manifest: Manifest
    session: str
    notes: int


def take_in(store: SessionStore, contents: Contents, file: Path, passphrase: str, now: datetime) -> Taken:
    """Take in what was read from `file`, before a store had to be made for it; the same file again changes nothing.

    Raises `KnownError` for notes on a session that is not here, or a session that is one's own; then the store is as
    it was. Where writing fails half-way, on a full disk say, a part may be there, which the same file taken in again
    makes whole.
    """
    if contents.manifest.kind == "notas":
        return _take_notes(store, contents)
    return _take_session(store, contents, file, passphrase, now)


def _take_session(store: SessionStore, contents: Contents, file: Path, passphrase: str, now: datetime) -> Taken:
    manifest, record = contents.manifest, contents.record
    assert record is not None, "read_contents gives no session without it"
    if _is_here(store, manifest):
        raise KnownError("Esta sesión es tuya y ya está aquí; el archivo es para la persona con quien la compartes.")
    origin = SharedFrom(manifest.session, now.astimezone(UTC), manifest.expires)
    measurements = Measurements(contents.events, contents.chunks)
    id = store.shared.put(Received(origin, record, measurements, contents.profile, manifest.person))
    _name(store, id, file)
    new = accepted(store.annotations.all(), contents.notes, id)
    store.annotations.put(new)
    if contents.recorded:
        with file.open("rb") as opened:
            store.recordings.put(id, _recording(SealReader(opened, file.name, passphrase)))
    else:
        store.recordings.remove(id)
    return Taken(manifest, id, len(new))


def _name(store: SessionStore, id: str, file: Path) -> None:
    """As the file is called, which is all that tells one from another, until somebody here calls it otherwise."""
    if not next(one.note for one in store.shared.sessions() if one.id == id):
        store.set_note(id, file.stem[:LONGEST_NAME])


def _take_notes(store: SessionStore, contents: Contents) -> Taken:
    manifest = contents.manifest
    if not _is_here(store, manifest):
        raise KnownError(
            "Estas notas son de una sesión que no está en esta computadora, o la borraste; si la guardaste en "
            "otra, ábrelas ahí."
        )
    coming = [one for one in contents.notes if one.author != AGENT]
    new = accepted(store.annotations.all(), coming, manifest.session)
    store.annotations.put(new)
    return Taken(manifest, manifest.session, len(new))


def _is_here(store: SessionStore, manifest: Manifest) -> bool:
    """Whether it is one of the agent's own: ids are short, so that the second it began in must be the same too."""
    return any(
        one.id == manifest.session and one.started.replace(microsecond=0) == manifest.started
        for one in store.sessions()
    )


def _recording(reader: SealReader) -> Iterator[bytes]:
    for code, section in each(reader):
        if code == "MEDI":
            yield from section.blocks()
