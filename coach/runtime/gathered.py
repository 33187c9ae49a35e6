"""What a recording or a live session held, gathered from its events; knows no model, so that a window loads quickly."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from coach.core.events import (
    ConditionChanged,
    CongruenceSegment,
    ContextChanged,
    Cue,
    Event,
    Features,
    SignalChanged,
    SignalSegment,
    State,
)
from coach.detectors.profile import Profile
from coach.detectors.signal_detector import GAP_S
from coach.manual.catalog import load_catalog
from coach.runtime.local_rows import adjusted_here
from coach.runtime.voice_course import VoiceCourse


@dataclass(frozen=True, slots=True)
class Blind:
    """From `start_s` to `end_s` the signal `id` could not be judged."""

    id: str
    start_s: float
    end_s: float


@dataclass
class Analysis:
    """What a recording held, gathered from its events: the same whether they come from a file, live or a replay.

    `profile` is the neutral that was measured from, None while nothing has been decided; `voice` what was heard;
    `adjusted` the signals that have thresholds of this computer's own as it begins. `also` gets every event too.
    """

    segments: list[SignalSegment] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    conditions: list[ConditionChanged] = field(default_factory=list)
    contexts: list[ContextChanged] = field(default_factory=list)
    congruences: list[CongruenceSegment] = field(default_factory=list)
    profile: Profile | None = None
    voice: VoiceCourse = field(default_factory=VoiceCourse)
    adjusted: tuple[str, ...] = field(default_factory=adjusted_here)
    also: Callable[[Event], None] | None = None
    frames: int = 0
    end_s: float = 0.0
    _blind: list[Blind] = field(default_factory=list)
    _blind_since: dict[str, float] = field(default_factory=lambda: dict.fromkeys(load_catalog(), 0.0))

    def add(self, events: Iterable[Event]) -> None:
        """Take events in order."""
        for event in events:
            if self.also is not None:
                self.also(event)
            if isinstance(event, Features):
                if self.frames and event.t - self.end_s > GAP_S:
                    self._away(self.end_s, event.t)
                self.frames += 1
                self.end_s = event.t
            elif isinstance(event, SignalChanged):
                self._look(event)
            elif isinstance(event, SignalSegment):
                self.segments.append(event)
            elif isinstance(event, Cue):
                self.cues.append(event)
            elif isinstance(event, ConditionChanged):
                self.conditions.append(event)
            elif isinstance(event, ContextChanged):
                self.contexts.append(event)
            elif isinstance(event, CongruenceSegment):
                self.congruences.append(event)
            else:
                self.voice.add(event)

    def blind(self) -> list[Blind]:
        """When each signal could not be judged, by id and time."""
        still = [Blind(id, since, self.end_s) for id, since in self._blind_since.items() if since < self.end_s]
        return sorted([*self._blind, *still], key=lambda span: (span.id, span.start_s))

    def observable(self) -> dict[str, float]:
        """Share of the time in which each signal could be judged; every id of the manual."""
        blind_s = dict.fromkeys(load_catalog(), 0.0)
        for span in self.blind():
            blind_s[span.id] += span.end_s - span.start_s
        return {id: 1.0 - seconds / self.end_s if self.end_s else 0.0 for id, seconds in blind_s.items()}

    def _away(self, start_s: float, end_s: float) -> None:
        """There was no picture: whatever a signal's state, nobody saw it, from the last look on."""
        self._blind.extend(Blind(id, start_s, end_s) for id in load_catalog() if id not in self._blind_since)
        self._blind_since = {id: min(since, start_s) for id, since in self._blind_since.items()}

    def _look(self, event: SignalChanged) -> None:
        if event.state is State.NOT_OBSERVABLE:
            self._blind_since[event.id] = event.t
        elif (since := self._blind_since.pop(event.id, None)) is not None and since < event.t:
            self._blind.append(Blind(event.id, since, event.t))
