"""What the store's own thread makes ready for the review window: nothing of it makes Qt wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coach.media.medium import Medium
from coach.report.record import SessionRecord
from coach.review.agreement import Agreement, agreement
from coach.review.annotation import Annotation
from coach.review.curves import pitch_curve, rate_curve
from coach.review.lanes import Lane, lanes_of
from coach.review.listing import Listed
from coach.review.moments import lanes_held
from coach.review.multiples import owned
from coach.review.pyramid import Pyramid
from coach.sharing.merge import REVIEWER

if TYPE_CHECKING:
    from coach.session.header import SessionHeader
    from coach.session.store import SessionStore
    from coach.tuning.work import Judged


@dataclass(frozen=True, slots=True)
class Opened:
    """Everything that the timeline needs; `author`: who noted in this store last, "" where nobody says so."""

    id: str
    record: SessionRecord
    lanes: tuple[Lane, ...]
    curves: dict[str, Pyramid]
    notes: tuple[Annotation, ...]
    medium: Medium | None
    author: str

    @property
    def recording(self) -> str:
        """What its file is called, "" of a session that was live."""
        return Path(self.record.result.source.path).name if self.record.kind == "grabacion" else ""


def listed(store: SessionStore) -> list[Listed]:
    """The sessions that are over, newest first, then those that were shared; shared ones whose day has come go."""
    store.shared.expire(datetime.now(UTC))
    return _listed(store, [one for one in (*store.sessions(), *store.shared.sessions()) if one.over])


def _listed(store: SessionStore, headers: Sequence[SessionHeader]) -> list[Listed]:
    noted, recordings = store.annotations.counts(), store.media.names()
    return [
        Listed(
            one.id,
            one.started,
            one.duration_s,
            one.kind,
            one.note,
            recordings.get(one.id, ""),
            noted.get(one.id, 0),
        )
        for one in headers
    ]


def opened(store: SessionStore, id: str) -> Opened:
    """One session. Raises `KnownError` when there is none, or its day has come."""
    from coach.session.recording import stored_medium
    from coach.sharing.received import open_received

    record = open_received(store, id, datetime.now(UTC))
    voice = record.result.voice
    curves = {} if voice is None else {"pitch": pitch_curve(voice), "rate": rate_curve(voice)}
    author = (store.kept(REVIEWER) or {}).get("autor", "")
    file = store.media.of(id)
    medium = file if file is not None and file.is_file() else stored_medium(store, id)
    lanes = lanes_of(record.result)
    return Opened(id, record, lanes, curves, tuple(store.annotations.of(id)), medium, author)


def owning(one: Opened) -> Opened:
    """The same, its moments as they hold, and its marks knowing that they are its."""
    return replace(one, lanes=owned(lanes_held(one.lanes, one.notes), one.id))


def earlier(store: SessionStore, id: str, one_agent: bool) -> list[Listed] | None:
    """Those of the same person before it; `one_agent`: whether all of the store's own are one person's."""
    from coach.session.same_person import earlier

    found = earlier(store, id, one_agent)
    return None if found is None else _listed(store, found)


def agreed(store: SessionStore) -> dict[str, Agreement]:
    """How far trainers and detectors agree over all sessions of the store."""
    from coach.tuning.gather import reviewed

    return agreement(reviewed(store))


def judged(store: SessionStore, progress: Callable[[float], None]) -> Judged:
    """What everybody said of which signals, over all sessions of the store; `progress` gets the share that is read."""
    from coach.tuning.work import judged

    return judged(store, progress=progress)
