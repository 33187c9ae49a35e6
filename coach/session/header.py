"""What a list of sessions shows of each, without reading what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection, select

from coach.command import command
from coach.errors import KnownError
from coach.report.record import SessionKind, SessionRecord
from coach.report.result import Stretch
from coach.session.schema import SESSION
from coach.session.store_errors import ExpiredError

SessionState: TypeAlias = Literal["running", "whole", "recovered"]
"""`recovered`: Coach ended in the middle of it; everything up to its last second or two is there."""


@dataclass(frozen=True, slots=True)
class SessionHeader:
    """One session. `started` in UTC; `moment` and `client` are those that held longest, None when none was told."""

    id: str
    started: datetime
    duration_s: float
    kind: SessionKind
    moment: str | None
    client: str | None
    note: str
    state: SessionState

    @property
    def over(self) -> bool:
        """Whether it has ended: of one that still runs nothing can be told yet."""
        return self.state != "running"


def header_of(row: Any) -> SessionHeader:
    """The header in a row of the table of sessions."""
    values = dict(row._mapping)
    return SessionHeader(**values | {"started": datetime.fromisoformat(values["started"])})


def require_session(connection: Connection, id: str) -> str:
    """The state of a session; raises `KnownError` when there is none, or its day is over (`ExpiredError`)."""
    refuse_expired(connection, id)
    state: str | None = connection.execute(select(SESSION.c.state).where(SESSION.c.id == id)).scalar()
    if state is None:
        raise KnownError(f"No hay ninguna sesión «{id}»; «{command()} sesiones» te dice cuáles hay.")
    return state


def refuse_expired(connection: Connection, id: str) -> None:
    """Raises `ExpiredError` for a session that somebody shared until a day which is over, where it is only read.

    Whoever may write has erased it (`Shared.expire`).
    """
    expires = connection.get_execution_options().get("over", {}).get(id)
    if expires is not None:
        raise expired(id, expires)


def expired(id: str, expires: datetime) -> ExpiredError:
    """Says so of a session that could be read until then."""
    return ExpiredError(
        f"La sesión «{id}» te la compartieron hasta el {expires.astimezone():%d/%m/%Y} y ese plazo ya terminó; si "
        "todavía la necesitas, pide que te la compartan otra vez."
    )


def columns_of(record: SessionRecord) -> dict[str, Any]:
    """The columns of a header that the session's record tells."""
    stretches = record.result.stretches
    return {
        "started": stamp(record.started),
        "duration_s": record.result.duration_s,
        "kind": record.kind,
        "moment": _longest(stretches, "moment"),
        "client": _longest(stretches, "client"),
    }


def stamp(moment: datetime) -> str:
    """As stored: ISO 8601 in UTC, so that the order of the texts is that of time."""
    assert moment.tzinfo is not None, "a session begins at one moment wherever it is read"
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _longest(stretches: tuple[Stretch, ...], what: Literal["moment", "client"]) -> str | None:
    held: dict[str, float] = {}
    for stretch in stretches:
        id = getattr(stretch, what)
        if id is not None:
            held[id] = held.get(id, 0.0) + stretch.end_s - stretch.start_s
    return max(held, key=lambda id: held[id], default=None)
