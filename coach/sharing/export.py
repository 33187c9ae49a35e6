"""Makes the one encrypted file: a session for its agent's trainer, or a trainer's notes for the agent."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TypeVar, cast, get_args

from coach.detectors.profile import profile_document
from coach.errors import KnownError
from coach.media.container import open_container, origin_s
from coach.media.copied import copy_streams
from coach.media.medium import Medium
from coach.report.record import SessionRecord, to_document
from coach.review.annotation import plain as plain_note
from coach.session.columns import Stream, pack
from coach.session.event_codec import encode
from coach.session.recording import stored_medium
from coach.session.store import SessionStore
from coach.session.whole_file import drafted, unwritable
from coach.sharing.anonymous import anonymous
from coach.sharing.manifest import LONGEST_DAYS, LONGEST_NAME, USUAL_DAYS, Manifest, Part, plain
from coach.sharing.merge import AGENT, REVIEWER, TRAINER, from_agent, from_trainer
from coach.sharing.scratch import Scratch
from coach.sharing.seal import SealWriter
from coach.sharing.sections import BLOCK_BYTES, put, put_json, put_long

if TYPE_CHECKING:
    from av.container import InputContainer

T = TypeVar("T")

SHORTEST_PASSPHRASE: Final = 8
_ROWS: Final = 900
"""In one section: a minute of the picture."""
_EVENTS: Final = 20_000
"""In one section, so that a session may be as long as it likes."""
_CODES: Final[dict[Stream, str]] = {"body": "BODY", "voice": "VOIC"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the agent chose: what goes along beside what was measured, and for how many days it can be opened."""

    parts: Collection[Part] = ()
    days: int = USUAL_DAYS

    def expires(self, now: datetime) -> datetime:
        """The end of the last day, as the agent's calendar has it. Raises `KnownError` for a time that is none."""
        if not 1 <= self.days <= LONGEST_DAYS:
            raise KnownError(f"Se comparte por entre 1 y {LONGEST_DAYS} días; escribe otro número de días.")
        last = now.astimezone() + timedelta(days=self.days)
        return last.replace(hour=23, minute=59, second=59, microsecond=0).astimezone(UTC)


def check_passphrase(passphrase: str) -> str:
    """The passphrase itself. Raises `KnownError` for one that is too short."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KnownError(f"La frase de paso necesita al menos {SHORTEST_PASSPHRASE} caracteres; escribe una más larga.")
    return passphrase


def share(
    store: SessionStore,
    session: str,
    file: Path,
    passphrase: str,
    choice: Choice,
    now: datetime,
    one_agent: bool = True,
) -> Manifest:
    """Put one of the agent's own sessions into `file`; what it says of itself.

    `one_agent`: whether all sessions of the store are one person's, so that the trainer may know them as such.
    Raises `KnownError` when there is no such session, it is somebody else's, what was chosen is not there, or `file`
    cannot be written; then there is no new file, and an old one is as it was.
    """
    check_passphrase(passphrase)
    if store.shared.of(session) is not None:
        raise KnownError("Esta sesión es de otra persona y solo ella la comparte; tú puedes devolverle tus notas.")
    record = anonymous(store.load(session))
    person = store.person if one_agent else None
    parts = tuple(sorted(set(choice.parts)))
    manifest = Manifest("sesion", session, record.started, choice.expires(now), parts, person)
    with ExitStack() as closing:
        medium = None
        if manifest.parts:
            medium = closing.enter_context(_copied(_recording(store, session), manifest.parts, file))
        with drafted(file) as out:
            seal = SealWriter(out, passphrase)
            _write(seal, store, manifest, record)
            if medium is not None:
                length = medium.seek(0, 2)
                medium.seek(0)
                put_long(seal, "MEDI", length, iter(lambda: medium.read(BLOCK_BYTES), b""))
            seal.close()
    return manifest


def send_notes(
    store: SessionStore, session: str, file: Path, passphrase: str, now: datetime, signature: str = TRAINER
) -> int:
    """Put what was noted here on a session that somebody shared into `file`; how many notes there are.

    Raises `KnownError` when it is one's own session, nothing was noted, or `file` cannot be written.
    """
    check_passphrase(passphrase)
    origin = store.shared.of(session)
    if origin is None:
        raise KnownError("Esta sesión es tuya: tus notas ya están en ella; compártela si quieres que otro la vea.")
    if not signature.strip() or signature == AGENT or len(signature) > LONGEST_NAME:
        raise KnownError(
            f"Con esa firma no se sabría de quién son las notas; escribe otra, de hasta {LONGEST_NAME} letras."
        )
    notes = from_trainer(store.annotations.of(session), signature.strip())
    if not notes:
        raise KnownError("Todavía no anotaste nada en esta sesión; anota algo en su línea de tiempo y vuelve aquí.")
    started = anonymous(store.load(session)).started
    manifest = Manifest("notas", origin.origin, started, Choice().expires(now))
    with drafted(file) as out:
        seal = SealWriter(out, passphrase)
        put_json(seal, "MANI", plain(manifest))
        put_json(seal, "NOTE", [plain_note(one) for one in notes])
        seal.close()
    return len(notes)


def has_recording(store: SessionStore, session: str) -> bool:
    """Whether there is any picture or sound to share."""
    kept = store.recordings.open(session)
    if kept is not None:
        kept.close()
        return True
    medium = store.media.of(session)
    return medium is not None and medium.is_file()


def _write(seal: SealWriter, store: SessionStore, manifest: Manifest, record: SessionRecord) -> None:
    put_json(seal, "MANI", plain(manifest))
    put_json(seal, "RECO", to_document(record))
    notes = from_agent(store.annotations.of(manifest.session), str((store.kept(REVIEWER) or {}).get("autor", "")))
    put_json(seal, "NOTE", [plain_note(one) for one in notes])
    profile = store.profiles.of(manifest.session)
    if profile is not None:
        put_json(seal, "PROF", profile_document(profile))
    for events in _in_parts(iter(store.events(manifest.session)), _EVENTS):
        put_json(seal, "EVEN", [[type(one).__name__, encode(one)] for one in events])
    for stream in get_args(Stream):
        for rows in _in_parts(store.features(manifest.session, stream), _ROWS):
            put(seal, _CODES[stream], pack(rows))


def _in_parts(items: Iterator[T], size: int) -> Iterator[list[T]]:
    while part := list(islice(items, size)):
        yield part


def _copied(recording: Medium, parts: Collection[Part], file: Path) -> Scratch:
    """What was chosen of a recording, beside `file`; to be closed by the caller."""
    with open_container(recording) as container:
        return _chosen(container, origin_s(recording, container), parts, file)


def _chosen(container: InputContainer, origin: float | None, parts: Collection[Part], file: Path) -> Scratch:
    try:
        medium = Scratch(file.absolute().parent)
    except OSError as error:
        raise unwritable(file, error) from error
    try:
        copy_streams(
            container, cast("BinaryIO", medium), video="video" in parts, sound="sonido" in parts, origin=origin
        )
    except BaseException as error:
        medium.close()
        if medium.trouble is not None:  # FFmpeg only tells that something failed
            raise unwritable(file, medium.trouble) from error
        raise
    return medium


def _recording(store: SessionStore, session: str) -> Medium:
    medium = stored_medium(store, session) or store.media.of(session)
    if medium is None:
        raise KnownError("De esta sesión no se guardó ni video ni sonido; compártela sin ellos.")
    return medium
