"""A session as it is kept: its result as one JSON document, versioned and read strictly.

What makes it a session is said beside the result: its kind, when it began, the goal chosen for the next one. Neither
pictures nor sound are in it, nor anything they could be made from again (no spectrogram), nor the person's neutral.

>>> from_document({"coach_session": 9})
Traceback (most recent call last):
    ...
coach.report.record.RecordError: La sesión guardada es de otra versión de Coach (9): ábrela con esa.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final, Literal, TypeAlias, get_args

from coach.core.events import CongruenceSegment, Cue, SignalSegment
from coach.core.source import SourceInfo
from coach.errors import KnownError
from coach.manual.catalog import Kind, load_catalog
from coach.manual.tables import Fault, Field, Validator, boolean, choice, number, table, text
from coach.report.record_values import anything, id_text, maybe, rounded, sequence
from coach.report.record_voice import voice_document, voice_field
from coach.report.result import Result, Span, Stretch

VERSION: Final = 1
SessionKind: TypeAlias = Literal["practica", "en_vivo", "grabacion"]


class RecordError(KnownError):
    """A kept session cannot be read: one Spanish sentence."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session: what kind, when it `started` (with its offset from UTC), what was found.

    `goal` is what the agent chose for the next session (a row of ejercicios.toml), None until then.
    """

    kind: SessionKind
    started: datetime
    result: Result
    goal: str | None = None


def to_the_second(moment: datetime) -> datetime:
    """`moment` as a session's beginning is kept, which tells one session from another."""
    return moment.replace(microsecond=0)


def to_document(record: SessionRecord) -> dict[str, Any]:
    """`record` as plain values that `json` writes; times and shares to a thousandth."""
    assert record.started.tzinfo is not None, "a session begins at one moment wherever it is read"
    return {
        "coach_session": VERSION,
        "kind": record.kind,
        "started": to_the_second(record.started).isoformat(),
        "goal": record.goal,
        "result": _result(record.result),
    }


def from_document(document: object) -> SessionRecord:
    """The record of what `to_document` gave. Raises `RecordError` for anything else."""
    version = document.get("coach_session") if isinstance(document, Mapping) else None
    if isinstance(version, int) and version != VERSION:
        raise RecordError(f"La sesión guardada es de otra versión de Coach ({version}): ábrela con esa.")
    try:
        record: SessionRecord = _record_field()(document)
    except Fault as fault:
        place = f" en «{fault.key}»" if fault.key else ""
        raise RecordError(f"La sesión guardada está dañada{place}: {fault.reason}; bórrala y haz otra.") from None
    return record


def _result(result: Result) -> dict[str, Any]:
    return {
        "source": rounded(asdict(result.source)) | {"path": result.source.path.replace("\\", "/").rsplit("/", 1)[-1]},
        "duration_s": rounded(result.duration_s),
        "seen_s": rounded(result.seen_s),
        "segments": [rounded(asdict(one)) for one in result.segments],
        "observable": rounded(result.observable),
        "cues": [rounded(asdict(one)) for one in result.cues],
        "conditions": [rounded(asdict(one)) for one in result.conditions],
        "blind": [rounded(asdict(one)) for one in result.blind],
        "voice": None if result.voice is None else voice_document(result.voice),
        "stretches": [rounded(asdict(one)) for one in result.stretches],
        "congruences": [rounded(asdict(one)) for one in result.congruences],
        "adjusted": list(result.adjusted),
    }


def _record_field() -> Validator:
    fields = {
        "coach_session": Field(number(VERSION, VERSION)),
        "kind": Field(choice(get_args(SessionKind))),
        "started": Field(_moment),
        "goal": Field(maybe(id_text)),
        "result": Field(_result_field()),
    }
    return table(fields, _record)


def _record(coach_session: float, **values: Any) -> SessionRecord:
    return SessionRecord(**values)


def _moment(value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(text()(value))
    except ValueError:
        raise Fault("debe ser una fecha con hora") from None
    if moment.tzinfo is None:
        raise Fault("a la hora le falta su diferencia con UTC")
    return moment


def _result_field() -> Validator:
    seconds, share, signal = number(0.0), number(0.0, 1.0), choice(load_catalog())
    when = {"start_s": Field(number()), "end_s": Field(number())}  # windows may look back to before the beginning
    held = when | {"confidence": Field(share)}
    context = when | {"moment": Field(maybe(id_text)), "client": Field(maybe(id_text))}
    fields = {
        "source": Field(table(_source_fields(), SourceInfo)),
        "duration_s": Field(seconds),
        "seen_s": Field(seconds),
        "segments": Field(sequence(table({"id": Field(signal), **held}, SignalSegment))),
        "observable": Field(table({id: Field(share) for id in load_catalog()}, dict)),
        "cues": Field(sequence(table(_cue_fields(), Cue))),
        "conditions": Field(sequence(table({"id": Field(id_text), **when}, Span))),
        "blind": Field(sequence(table({"id": Field(signal), **when}, Span))),
        "voice": Field(maybe(voice_field())),
        "stretches": Field(sequence(table(context, Stretch))),
        "congruences": Field(sequence(table({"id": Field(id_text), **held}, CongruenceSegment))),
        "adjusted": Field(sequence(id_text), optional=True),  # sessions from before there was such a thing
    }
    return table(fields, Result)


def _source_fields() -> dict[str, Field]:
    return {
        "path": Field(anything(str)),
        "duration_s": Field(maybe(number(0.0))),
        "video": Field(boolean),
        "audio": Field(boolean),
        "fps": Field(maybe(number(0.0))),
        "live": Field(boolean),
    }


def _cue_fields() -> dict[str, Field]:
    return {
        "t": Field(number()),
        "text": Field(text()),
        "because": Field(sequence(id_text)),
        "kind": Field(choice(get_args(Kind))),
    }
