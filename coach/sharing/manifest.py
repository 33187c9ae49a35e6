"""What a shared file says of itself, and what of a session may go along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Literal, TypeAlias, get_args

from coach.manual.tables import Fault, Field, Validator, choice, list_of, table, text

VERSION: Final = 2
READ: Final = (1, VERSION)
"""Versions that are understood; the first did not tell `person`."""
FileKind: TypeAlias = Literal["sesion", "notas"]
"""A session for the trainer, or what the trainer noted, for the agent."""
Part: TypeAlias = Literal["video", "sonido"]
"""What goes along only when the agent says so; the report, what was measured and the notes always do."""
PARTS: Final[tuple[Part, ...]] = get_args(Part)
LONGEST_DAYS: Final = 365
USUAL_DAYS: Final = 30
LONGEST_NAME: Final = 80
"""Characters of what somebody or something is called."""
_FARTHEST: Final = datetime(3000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Manifest:
    """`session`: its id where it was made. `started` and `expires` in UTC, to the second.

    `person`: what stands for whoever shared it, the same in all that they share; None where that is not known.
    """

    kind: FileKind
    session: str
    started: datetime
    expires: datetime
    parts: tuple[Part, ...] = ()
    person: str | None = None


def plain(manifest: Manifest) -> dict[str, Any]:
    """As values that `json` writes."""
    person = {} if manifest.person is None else {"person": manifest.person}
    return {
        "coach_shared": VERSION if person else READ[0],
        "kind": manifest.kind,
        "session": manifest.session,
        "started": manifest.started.isoformat(timespec="seconds"),
        "expires": manifest.expires.isoformat(timespec="seconds"),
        "parts": list(manifest.parts),
        **person,
    }


def version_in(document: object) -> int | None:
    """Which version of Coach's shared files this is; None when it is none."""
    version = document.get("coach_shared") if isinstance(document, dict) else None
    return version if isinstance(version, int) and not isinstance(version, bool) else None


def manifest_field() -> Validator:
    """Checks what `plain` gave, into a `Manifest`; raises `Fault` for anything else."""
    fields = {
        "coach_shared": Field(lambda value: value),
        "kind": Field(choice(get_args(FileKind))),
        "session": Field(text(64)),
        "started": Field(_moment),
        "expires": Field(_moment),
        "parts": Field(list_of(choice(PARTS))),
        "person": Field(text(64), optional=True),
    }
    return table(fields, _build)


def _build(coach_shared: int, **values: Any) -> Manifest:
    return Manifest(**values)


def _moment(value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(text(40)(value))
        moment = moment.astimezone(UTC) if moment.tzinfo is not None else _FARTHEST
    except (ValueError, OverflowError):
        raise Fault("debe ser una fecha con hora") from None
    if not moment < _FARTHEST:
        raise Fault("debe ser una fecha con hora y su diferencia con UTC")
    return moment
