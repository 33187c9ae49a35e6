"""What was inside a shared file, checked: nothing of it is trusted before it has passed here."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zlib import error as ZlibError

from coach.core.events import Event
from coach.detectors.profile import Profile, profile_from
from coach.manual.tables import Fault, Validator
from coach.report.record import RecordError, SessionRecord, from_document
from coach.report.record_values import sequence
from coach.review.annotation import Annotation, annotation_field
from coach.session.columns import Stream, unpack
from coach.session.measurements import Chunk
from coach.session.store_errors import ExpiredError
from coach.sharing.anonymous import anonymous
from coach.sharing.manifest import LONGEST_NAME, READ, VERSION, Manifest, manifest_field, version_in
from coach.sharing.seal import SealedFileError, SealReader, unreadable
from coach.sharing.sections import Damage, Section, each, inflated
from coach.sharing.values import checked_event

_STREAMS: Final[dict[str, Stream]] = {"BODY": "body", "VOIC": "voice"}
_IN_PARTS: Final = {"EVEN", *_STREAMS}
_LONGEST_S: Final = 7 * 86_400.0


@dataclass(slots=True)
class Contents:
    """All but picture and sound; `record` is None in a file of notes."""

    manifest: Manifest
    record: SessionRecord | None = None
    notes: tuple[Annotation, ...] = ()
    profile: Profile | None = None
    events: list[Event] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    recorded: bool = False


def read_contents(file: Path, passphrase: str, now: datetime) -> Contents:
    """All of the file is read, to its end, before anything of it is kept. Raises `KnownError`, one sentence each."""
    try:
        with file.open("rb") as opened:
            reader = SealReader(opened, file.name, passphrase)
            try:
                return _read(reader, file.name, now)
            except (Damage, Fault, RecordError) as error:
                raise SealedFileError(
                    f"Lo que hay en «{file.name}» no es una sesión que esta versión de Coach entienda; pide que la "
                    "compartan otra vez. No se guardó nada de él."
                ) from error
    except OSError as error:
        raise unreadable(file, error) from error


def _read(reader: SealReader, name: str, now: datetime) -> Contents:
    sections = each(reader)
    first = next(sections, None)
    if first is None or first[0] != "MANI":
        raise Damage("without a manifest")
    contents = Contents(_manifest(first[1], name, now))
    seen = set()
    for code, section in sections:
        if code not in _TAKERS or code in seen and code not in _IN_PARTS:
            raise Damage("an unknown section, or one twice")
        if contents.manifest.kind == "notas" and code != "NOTE":
            raise Damage("more than notes")
        seen.add(code)
        _TAKERS[code](contents, section, code)
    began = None if contents.record is None else contents.record.started
    if contents.manifest.kind == "sesion" and began != contents.manifest.started:
        raise Damage("without its record")
    return contents


def _manifest(section: Section, name: str, now: datetime) -> Manifest:
    document = section.json()
    version = version_in(document)
    if version is not None and version > VERSION:
        raise SealedFileError(f"«{name}» lo hizo una versión más nueva de Coach; actualiza Coach para abrirlo.")
    if version not in READ:
        raise Damage("of no version")
    manifest: Manifest = manifest_field()(document)
    if manifest.expires <= now:
        day = manifest.expires.astimezone()
        raise ExpiredError(
            f"«{name}» se podía abrir hasta el {day:%d/%m/%Y} y ese plazo ya terminó; si todavía lo necesitas, pide "
            "que te lo compartan otra vez."
        )
    return manifest


def _take_record(contents: Contents, section: Section, _: str) -> None:
    contents.record = anonymous(from_document(section.json()))
    if not contents.record.result.duration_s <= _LONGEST_S:
        raise Damage("longer than any session")


def _take_notes(contents: Contents, section: Section, _: str) -> None:
    check: Validator = sequence(annotation_field())
    contents.notes = check(section.json())
    for one in contents.notes:
        if not (one.author and len(one.author) <= LONGEST_NAME and 0 < len(one.id) <= LONGEST_NAME):
            raise Damage("a note by nobody")


def _take_profile(contents: Contents, section: Section, _: str) -> None:
    try:
        contents.profile = profile_from(section.json())
    except (ValueError, OverflowError) as error:
        raise Damage("no profile") from error


def _take_events(contents: Contents, section: Section, _: str) -> None:
    rows = section.json()
    if not isinstance(rows, list):
        raise Damage("no events")
    for row in rows:
        if not isinstance(row, list) or len(row) != 2:
            raise Damage("no event")
        contents.events.append(checked_event(*row))


def _take_chunk(contents: Contents, section: Section, code: str) -> None:
    packed, stream = section.packed(), _STREAMS[code]
    inflated(packed)  # `unpack` would fill the memory with whatever is in it
    try:
        rows = list(unpack(stream, packed))
        named = all(isinstance(name, str) and len(name) <= LONGEST_NAME for row in rows[:1] for name in row.values)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError, ZlibError) as error:
        raise Damage("no rows") from error
    last = _last(contents, stream)
    if not rows or not named or not all(math.isfinite(row.t) and abs(row.t) <= _LONGEST_S for row in rows):
        raise Damage("rows without a time")
    if any(later.t < earlier for earlier, later in zip([last, *(row.t for row in rows)], rows, strict=False)):
        raise Damage("rows that go back in time")
    contents.chunks.append(Chunk(stream, rows[-1].t, packed))


def _last(contents: Contents, stream: Stream) -> float:
    return next((one.end_s for one in reversed(contents.chunks) if one.stream == stream), -math.inf)


def _take_recording(contents: Contents, section: Section, _: str) -> None:
    contents.recorded = section.left > 0


_TAKERS: Final[dict[str, Callable[[Contents, Section, str], Any]]] = {
    "RECO": _take_record,
    "NOTE": _take_notes,
    "PROF": _take_profile,
    "EVEN": _take_events,
    "BODY": _take_chunk,
    "VOIC": _take_chunk,
    "MEDI": _take_recording,
}
