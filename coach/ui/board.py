"""What is known right now of every signal, or of every finding of the voice. Pure: no Qt, no clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coach.core.events import FindingChanged, SignalChanged, State


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of one of them and since when (s of the medium); None when no event has told yet.

    `seen` says whether it has been present before, so that a past presence can be told from "never".
    """

    state: State | None = None
    since: float | None = None
    seen: bool = False

    def lasted(self, now: float | None) -> float | None:
        """Seconds in this state at `now`, never negative; None when either time is unknown."""
        return None if self.since is None or now is None else max(0.0, now - self.since)


class Board:
    """The newest standing of each of the given ids; events of other ids are refused.

    >>> board = Board(["sonrisa"])
    >>> board.apply(SignalChanged(2.0, "sonrisa", State.PRESENT, 1.2))
    >>> board["sonrisa"].state, board["sonrisa"].lasted(5.0)
    (<State.PRESENT: 'present'>, 3.0)
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._standings = {id: Standing() for id in ids}

    def begin(self, t: float) -> None:
        """The chain has begun to look: what it says nothing of is not observable, as it only tells of changes."""
        for id, standing in self._standings.items():
            if standing.state is None:
                self._standings[id] = Standing(State.NOT_OBSERVABLE, t)

    def apply(self, event: SignalChanged | FindingChanged) -> None:
        """Take over a change. Raises KeyError for an id that is not on the board."""
        before = self._standings[event.id]
        seen = before.seen or event.state is State.PRESENT
        self._standings[event.id] = Standing(event.state, event.t, seen)

    def clear(self) -> None:
        """Forget everything, as before the first event."""
        self._standings = {id: Standing() for id in self._standings}

    def __contains__(self, id: str) -> bool:
        """Whether the id is on the board."""
        return id in self._standings

    def __getitem__(self, id: str) -> Standing:
        """The standing of an id; KeyError when it is not on the board."""
        return self._standings[id]
