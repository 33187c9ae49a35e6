"""A recording as a whole: events in, what was seen of each signal out; and the two ways to run one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from coach.core.events import ConditionChanged, Cue, Event, Features, SignalChanged, SignalSegment, State
from coach.core.source import FrameSource
from coach.detectors.baseline import RestEstimator
from coach.detectors.profile import Profile
from coach.manual.catalog import load_catalog
from coach.manual.features import load_features
from coach.runtime.chain import OFFLINE_DEPTH, Chain
from coach.runtime.offline import run
from coach.runtime.spool import Spool
from coach.runtime.stages import Decider, Observer


@dataclass
class Analysis:
    """What a recording held, gathered from its events: the same whether they come from a file, live or a replay."""

    segments: list[SignalSegment] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    conditions: list[ConditionChanged] = field(default_factory=list)
    frames: int = 0
    end_s: float = 0.0
    _seen_s: dict[str, float] = field(default_factory=dict)
    _states: dict[str, State] = field(default_factory=dict)

    def add(self, events: list[Event]) -> None:
        """Take events in order."""
        for event in events:
            if isinstance(event, Features):
                self._tick(event.t)
            elif isinstance(event, SignalChanged):
                self._states[event.id] = event.state
            elif isinstance(event, SignalSegment):
                self.segments.append(event)
            elif isinstance(event, Cue):
                self.cues.append(event)
            elif isinstance(event, ConditionChanged):
                self.conditions.append(event)

    def observable(self) -> dict[str, float]:
        """Share of the time in which each signal could be judged; every id of the manual."""
        return {id: min(1.0, self._seen_s.get(id, 0.0) / self.end_s) if self.end_s else 0.0 for id in load_catalog()}

    def _tick(self, t: float) -> None:
        step = t - self.end_s
        for id, state in self._states.items():
            if state is not State.NOT_OBSERVABLE:
                self._seen_s[id] = self._seen_s.get(id, 0.0) + step
        self.frames += 1
        self.end_s = t


def analyse(
    source: FrameSource,
    profile: Profile | None = None,
    mask: bool | None = None,
    level: str = "B",
    progress: Callable[[float], None] | None = None,
) -> Analysis:
    """A whole recording; closes the source.

    Without a profile it is observed first, the neutral is learned from its calm stretches, and only then is it
    decided on, so that the first minute is judged as well as the last.
    """
    analysis = Analysis()
    if profile is not None:
        chain = Chain(Observer(mask), Decider(profile), level, OFFLINE_DEPTH)
        try:
            run(source, chain, lambda events, _: analysis.add(events), progress)
        finally:
            chain.close()
        return analysis
    with Spool() as spool:
        decider = Decider(_observe(source, spool, mask, level, progress))
        for event in spool.read():
            analysis.add(decider.push(event))
        analysis.add(decider.flush())
    return analysis


def _observe(
    source: FrameSource,
    spool: Spool,
    mask: bool | None,
    level: str,
    progress: Callable[[float], None] | None,
) -> Profile:
    """Fill the spool; returns the neutral of the person in it."""
    estimator = RestEstimator(load_features())

    def keep(events: list[Event], _: object) -> None:
        for event in events:
            spool.write(event)
            if isinstance(event, Features):
                estimator.add(event)

    chain = Chain(Observer(mask), None, level, OFFLINE_DEPTH)
    try:
        run(source, chain, keep, progress)
    finally:
        chain.close()
    return estimator.profile(guided=False)
