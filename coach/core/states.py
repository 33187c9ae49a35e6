"""The newest state of everything that is decided, as long as somebody still looks or listens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from coach.core.events import (
    CongruenceChanged,
    Event,
    Features,
    FindingChanged,
    SignalChanged,
    State,
    VoiceFeatures,
)

AWAY_S: Final = 2.0
"""Without any look, or any sound, for so long nobody knows what is still so."""

_Tick: TypeAlias = type[Features] | type[VoiceFeatures]


@dataclass(frozen=True, slots=True)
class Now:
    """A state, the moment it was entered (s), and its detector's margin then."""

    state: State
    since: float
    metric: float | None = None


class States:
    """Takes events in order of time; asked for a moment, it tells what is known then."""

    def __init__(self) -> None:
        self._now: dict[str, tuple[Now, _Tick | None]] = {}
        self._newest: dict[_Tick, float] = {}

    def push(self, event: Event) -> None:
        """The next event; what changes no state is passed over."""
        match event:
            case Features() | VoiceFeatures():
                self._newest[type(event)] = event.t
            case SignalChanged():
                self._keep(event, Features)
            case FindingChanged():
                self._keep(event, VoiceFeatures)
            case CongruenceChanged():
                self._keep(event, None)

    def at(self, id: str, t: float) -> Now | None:
        """What is known of `id` at `t`; None before anything was."""
        if id not in self._now:
            return None
        now, tick = self._now[id]
        newest = now.since if tick is None else max(now.since, self._newest.get(tick, now.since))
        away = tick is not None and t - newest > AWAY_S
        return Now(State.NOT_OBSERVABLE, newest) if away else now

    def present(self, t: float) -> Iterator[tuple[str, Now]]:
        """Everything that is present at `t`, by id."""
        for id in self._now:
            now = self.at(id, t)
            if now is not None and now.state is State.PRESENT:
                yield id, now

    def _keep(self, change: SignalChanged | FindingChanged | CongruenceChanged, tick: _Tick | None) -> None:
        known = self._now.get(change.id)
        if known is None or known[0].state is not change.state:
            self._now[change.id] = (Now(change.state, change.t, change.metric), tick)
