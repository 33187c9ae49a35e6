"""The agent's kept sessions for the window: read and written by the store's own thread, told here when done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.report.progress import Figures, figures
from coach.report.record import SessionRecord, to_the_second
from coach.report.result import Result
from coach.ui.store_asker import StoreAsker

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.header import SessionHeader
    from coach.session.keeper import SessionKeeper
    from coach.session.measurements import Measurements
    from coach.session.store import SessionStore
    from coach.session.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of all kept sessions: their numbers, what the agent works on now, and by what they are found."""

    sessions: tuple[Figures, ...] = ()
    goal: str | None = None
    ids: Mapping[tuple[datetime, float], str] = field(default_factory=dict)

    def id_of(self, record: SessionRecord) -> str | None:
        """Under which id this session is kept; None where it is not."""
        return self.ids.get(_found_by(record.started, record.result.duration_s))


def _found_by(started: datetime, duration_s: float) -> tuple[datetime, float]:
    """When it began and how long it was, as every store keeps them: no two sessions of one person share both."""
    return to_the_second(started), round(duration_s, 3)


def _ids(headers: Iterable[SessionHeader]) -> dict[tuple[datetime, float], str]:
    return {_found_by(header.started, header.duration_s): header.id for header in headers}


def _over(store: SessionStore) -> list[SessionHeader]:
    return [header for header in store.sessions() if header.over]


def _once(store: SessionStore, record: SessionRecord, measured: Measurements | None) -> str:
    """Under which id it is kept, by now at least."""
    there = _ids(_over(store)).get(_found_by(record.started, record.result.duration_s))
    return store.save(record, measured) if there is None else there


class SessionHistory(StoreAsker):
    """`changed`: `kept` is up to date. `saved(str, SessionRecord)`: kept under this id. `failed(Exception)`: it is not.

    Nothing is read before somebody asks with `refresh`.
    """

    changed = Signal()
    saved = Signal(str, object)

    def __init__(
        self,
        worker: StoreWorker,
        parent: QObject | None = None,
        exists: Callable[[], bool] = lambda: True,
        measured: Callable[[Result], Measurements | None] = lambda _: None,
    ) -> None:
        """As any `StoreAsker`; `measured`: what a result rests on, if it is still known."""
        super().__init__(worker, parent, exists)
        self._measured = measured
        self.kept = Kept()
        self._known: dict[str, Figures] = {}  # the store's own thread alone touches it

    def refresh(self) -> None:
        """Read what is new in the store; without one there is nothing."""
        if self._exists():
            self._ask(self._read, self._learned)
        elif self.kept != Kept():
            self._learned(Kept())

    def keep(
        self,
        record: SessionRecord,
        keeper: SessionKeeper | None = None,
        then: Callable[[str], None] = lambda _: None,
        otherwise: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Keep a session that the agent wants kept; `keeper` kept it while it ran, if any; `then` gets its id.

        Asked for from two places before it is done, it is kept once.
        `otherwise` hears in the place of `failed` why it is not kept.
        """
        if keeper is None:
            measured, done = self._measured(record.result), partial(self._was_saved, record, then)
            self._ask(lambda store: _once(store, record, measured), done, otherwise)
        else:
            self._await(keeper.finish(record), partial(self._was_saved, record, then), otherwise)

    def choose(self, goal: str, kept: str | None, record: SessionRecord) -> None:
        """Work on `goal` from now on; `record`, if it is `kept` under this id, says so too."""

        def work(store: SessionStore) -> None:
            from coach.session.store import Goal

            for other in store.goals():
                store.drop_goal(other.id)
            store.set_goal(Goal(goal, datetime.now().astimezone()))
            if kept is not None:
                store.attach(kept, replace(record, goal=goal))
                self._known.pop(kept, None)

        self._ask(work, lambda _: self.refresh())

    def _read(self, store: SessionStore) -> Kept:
        for header in _over(store):
            if header.id not in self._known:
                self._known[header.id] = figures(store.load(header.id))
        there = {header.id: header for header in _over(store)}
        self._known = {id: one for id, one in self._known.items() if id in there}
        goals = sorted(store.goals(), key=lambda goal: goal.chosen)
        return Kept(tuple(self._known.values()), goals[-1].id if goals else None, _ids(there.values()))

    def _learned(self, kept: Kept) -> None:
        self.kept = kept
        self.changed.emit()

    def _was_saved(self, record: SessionRecord, then: Callable[[str], None], id: str) -> None:
        then(id)
        self.saved.emit(id, record)
        self.refresh()
